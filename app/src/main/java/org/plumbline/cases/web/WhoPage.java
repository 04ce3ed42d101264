package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.access.Explanations;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.RefResolver;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Option;

/**
 * Who can see a record, and why.
 *
 * @param all everybody with a way into the case
 * @param one the member asked about
 * @param named the record's title and page
 */
public record WhoPage(
        CaseHeader header,
        Explanations.Explanation all,
        Optional<Explanations.Explanation> one,
        Optional<RefResolver.Named> named,
        Map<MemberId, String> names,
        List<Option> colleagues,
        Form form) {
    public WhoPage {
        names = Map.copyOf(names);
        colleagues = List.copyOf(colleagues);
    }

    public String name(MemberId id) {
        return names.getOrDefault(id, "");
    }

    /** What the record is called; its kind where it has no title. */
    public String title(Texts texts) {
        return named.map(RefResolver.Named::title)
                .orElseGet(() -> texts.say("kind." + all.ref().kind()));
    }

    /** Whether a member sees it. */
    public Mark mark(Explanations.Line line, Texts texts) {
        return line.sees()
                ? Mark.ok(texts.say("who.sees"))
                : new Mark(Mark.Kind.OFF, "lock", texts.say("who.sees.not"));
    }

    /** Why, in a sentence. */
    public String why(Explanations.Line line, Texts texts) {
        if (line.rule().equals("standing") && line.grant().isPresent()) {
            var grant = line.grant().get();
            return texts.say(
                    "who.rule.standing",
                    "standing",
                    texts.say("cases.standing." + grant.standing().code()),
                    "by",
                    name(grant.givenBy()),
                    "at",
                    grant.givenAt(),
                    "reason",
                    grant.reason());
        }
        return line.until()
                .map(until -> texts.say("who.rule.break-glass", "until", until))
                .orElseGet(() -> texts.say("who.rule." + line.rule()));
    }
}
