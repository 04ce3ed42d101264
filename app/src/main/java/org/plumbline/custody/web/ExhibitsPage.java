package org.plumbline.custody.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.FileKind;
import org.plumbline.custody.acts.ExhibitFilter;
import org.plumbline.custody.acts.ExhibitLine;
import org.plumbline.custody.fixity.FixityCheck;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Option;

/**
 * The exhibits of a case.
 *
 * @param filter what the list is narrowed to, as a form
 * @param count how many there are in all
 * @param names who answers for them and to whom they were released, by member
 * @param fixity the newest check of their bytes, of those that were looked at since they came
 * @param people who can be chosen as custodian
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record ExhibitsPage(
        CaseHeader header,
        List<ExhibitLine> exhibits,
        Form filter,
        long count,
        Map<MemberId, String> names,
        Map<Digest, FixityCheck> fixity,
        List<Option> people,
        String first,
        String next,
        Instant now) {
    public ExhibitsPage {
        exhibits = List.copyOf(exhibits);
        names = Map.copyOf(names);
        fixity = Map.copyOf(fixity);
        people = List.copyOf(people);
    }

    /** The message key of an exhibit's kind. */
    public static String kind(Exhibit exhibit) {
        return exhibit.content().isEmpty()
                ? "custody.kind.thing"
                : "custody.kind."
                        + exhibit.mediaType()
                                .map(FileKind::of)
                                .map(FileKind::code)
                                .orElse("unknown");
    }

    public String href(ExhibitLine line) {
        return header.href() + "/exhibits/" + line.exhibit().id();
    }

    /** Whether the bytes of an exhibit are kept back. */
    public boolean quarantined(ExhibitLine line) {
        return line.exhibit()
                .content()
                .flatMap(c -> Optional.ofNullable(fixity.get(c.digest())))
                .filter(FixityCheck::isQuarantined)
                .isPresent();
    }

    public String custodian(ExhibitLine line) {
        return names.getOrDefault(line.custodian(), "");
    }

    /** What a list can be narrowed to. */
    public List<Option> standings(Texts texts) {
        return Arrays.stream(ExhibitFilter.Standing.values())
                .map(s -> new Option(s.code(), texts.say("custody.filter." + s.code())))
                .toList();
    }

    public boolean narrowed() {
        return !filter.values().isEmpty();
    }

    /** Its state in marks. */
    public List<Mark> marks(ExhibitLine line, Texts texts) {
        var marks = new ArrayList<Mark>();
        line.disposed()
                .ifPresent(how -> marks.add(new Mark(Mark.Kind.OFF, "package", texts.say("custody.ending." + how))));
        line.seal()
                .ifPresent(seal ->
                        marks.add(new Mark(Mark.Kind.OK, "lock", texts.say("custody.state.sealed", "seal", seal))));
        line.outUntil()
                .ifPresent(until -> marks.add(ExhibitPage.out(line.outTo().orElse(""), until, now, texts)));
        line.transferUntil()
                .ifPresent(until -> marks.add(ExhibitPage.transfer(
                        line.transferTo().map(to -> names.getOrDefault(to, "")).orElse(""), until, now, texts)));
        return marks;
    }
}
