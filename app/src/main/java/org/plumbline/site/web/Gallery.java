package org.plumbline.site.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;

/**
 * Sample content for the gallery of components, in the reader's words.
 *
 * @param head a case header
 * @param marks one state of each kind
 * @param figures a strip
 * @param running a job under way
 * @param fresh a form nobody filled in
 * @param refused a form after a refusal
 * @param options choices
 * @param crumbs a way back
 */
public record Gallery(
        CaseHead head,
        List<Mark> marks,
        List<Figure> figures,
        Progress running,
        Form fresh,
        Form refused,
        List<Option> options,
        List<Tab> crumbs) {

    static Gallery of(Texts texts) {
        Sample say = key -> texts.say("gallery." + key);
        List<Mark> marks = List.of(
                Mark.ok(say.word("sealed")),
                Mark.warn(say.word("signature")),
                Mark.bad(say.word("overdue")),
                Mark.running(say.word("running")),
                Mark.waiting(say.word("waiting")));
        return new Gallery(
                head(say, texts),
                marks,
                figures(say, marks),
                running(say, marks),
                Form.empty(),
                refused(texts),
                List.of(new Option("vault", say.word("vault")), new Option("room", say.word("room"))),
                List.of(
                        new Tab(texts.say("place.cases"), "/cases", "", false),
                        new Tab(say.word("title"), "", "", true)));
    }

    private interface Sample {
        String word(String key);
    }

    private static CaseHead head(Sample say, Texts texts) {
        return new CaseHead(
                "2031-0007",
                say.word("case"),
                "/_gallery",
                Optional.of(say.word("caveat")),
                Mark.running(say.word("open")),
                List.of(
                        new CaseHead.Fact(say.word("authority"), "IO-2031/118", ""),
                        new CaseHead.Fact(
                                say.word("expires"),
                                texts.date(java.time.LocalDate.of(2032, 1, 31)),
                                texts.say("gallery.days", "count", 72)),
                        new CaseHead.Fact(say.word("lead"), "Mara Quill", ""),
                        new CaseHead.Fact(say.word("supervisor"), "Dov Halloran-Pike", "")),
                List.of(
                        new Tab(say.word("overview"), "/_gallery", "", true),
                        new Tab(say.word("journal"), "/_gallery#journal", texts.number(128), false),
                        new Tab(say.word("exhibits"), "/_gallery#exhibits", texts.number(23), false),
                        new Tab(say.word("documents"), "/_gallery#documents", texts.number(8412), false),
                        new Tab(say.word("entities"), "/_gallery#entities", texts.number(31), false),
                        new Tab(say.word("charts"), "/_gallery#charts", texts.number(4), false)));
    }

    private static List<Figure> figures(Sample say, List<Mark> marks) {
        return List.of(
                new Figure("1", say.word("figure.overdue"), "/_gallery#a", Optional.of(marks.get(2))),
                new Figure("3", say.word("figure.today"), "/_gallery#b", Optional.of(marks.get(1))),
                new Figure("42", say.word("figure.candidates"), "/_gallery#c", Optional.of(marks.get(4))),
                new Figure("2", say.word("figure.drafts"), "/_gallery#d", Optional.empty()));
    }

    private static Progress running(Sample say, List<Mark> marks) {
        return new Progress(
                say.word("job"),
                marks.get(3),
                6180,
                8412,
                List.of(say.word("pace"), say.word("left")),
                List.of(
                        new Progress.Outcome(marks.get(0), 6071, ""),
                        new Progress.Outcome(marks.get(2), 12, "/_gallery#e"),
                        new Progress.Outcome(marks.get(4), 2232, "")));
    }

    private static Form refused(Texts texts) {
        var fields = List.of(
                new Refusal.Field("seal", "gallery-seal-mismatch", Map.of("seal", "SB-448093", "now", "SB-448120")),
                new Refusal.Field("to", "gallery-not-on-team", Map.of("case", "2031-0007")));
        return Form.refused(
                Map.of("seal", new String[] {"SB-448093"}, "to", new String[] {"Wilhelmina Okonjo-Strand"}),
                Refusal.invalid(fields),
                texts);
    }
}
