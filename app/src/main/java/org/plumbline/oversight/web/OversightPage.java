package org.plumbline.oversight.web;

import java.util.List;
import org.plumbline.audit.DayFigures;
import org.plumbline.audit.log.Standing;
import org.plumbline.cases.web.TrailLine;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/**
 * The organisation's trail.
 *
 * @param standing who outside has seen how much of it
 * @param filter what the list is narrowed to
 * @param members whose acts may be asked for
 * @param days figures of the last days, newest first
 * @param first address of the newest entries, empty when they are shown
 * @param next address of older entries, empty for none
 */
public record OversightPage(
        List<TrailLine> lines,
        Standing standing,
        Form filter,
        List<Option> members,
        List<DayFigures> days,
        String first,
        String next) {
    public OversightPage {
        lines = List.copyOf(lines);
        members = List.copyOf(members);
        days = List.copyOf(days);
    }

    public List<Option> kinds(Texts texts) {
        return List.of(
                new Option("act", texts.say("oversight.kind.act")),
                new Option("consultation", texts.say("oversight.kind.consultation")),
                new Option("refusal", texts.say("oversight.kind.refusal")));
    }

    public boolean isFiltered() {
        return !filter.value("kind").isEmpty() || !filter.value("member").isEmpty();
    }
}
