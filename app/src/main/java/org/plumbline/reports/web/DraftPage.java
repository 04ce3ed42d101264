package org.plumbline.reports.web;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.custody.Exhibit;
import org.plumbline.jobs.JobRecord;
import org.plumbline.jobs.JobState;
import org.plumbline.kernel.MemberId;
import org.plumbline.reports.ChartChoice;
import org.plumbline.reports.IssuedFile;
import org.plumbline.reports.Quote;
import org.plumbline.reports.Report;
import org.plumbline.reports.ReportContent;
import org.plumbline.reports.Section;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;
import org.plumbline.site.web.Option;
import org.plumbline.site.web.Progress;

/**
 * A draft with what is chosen, what could be, its runs and its files.
 *
 * @param quotes chosen statements in the order shown
 * @param exhibits every exhibit of the case
 * @param charts every chart of the case
 * @param runs newest first
 * @param files newest first
 * @param names who issued
 */
public record DraftPage(
        CaseHeader header,
        ReportContent content,
        List<Quote> quotes,
        List<Exhibit> exhibits,
        List<ChartChoice> charts,
        List<JobRecord> runs,
        List<IssuedFile> files,
        Map<MemberId, String> names,
        Form form) {
    public DraftPage {
        quotes = List.copyOf(quotes);
        exhibits = List.copyOf(exhibits);
        charts = List.copyOf(charts);
        runs = List.copyOf(runs);
        files = List.copyOf(files);
        names = Map.copyOf(names);
    }

    /** The same page with what was refused. */
    DraftPage refused(List<Form.Fault> errors) {
        return new DraftPage(
                header, content, quotes, exhibits, charts, runs, files, names, new Form(form.values(), errors));
    }

    public Report report() {
        return content.report();
    }

    public int version() {
        return report().stamp().version();
    }

    public String href() {
        return header.href() + "/reports/" + report().id();
    }

    public boolean has(Section section) {
        return report().template().sections().contains(section);
    }

    public boolean mayWrite() {
        return header.mayWrite();
    }

    /** A run that is not over yet. */
    public List<JobRecord> running() {
        return runs.stream().filter(r -> !r.state().isOver()).limit(1).toList();
    }

    /** The newest run, when it failed. */
    public List<JobRecord> failed() {
        return runs.stream().limit(1).filter(r -> r.state() == JobState.FAILED).toList();
    }

    public static Progress progress(JobRecord run, Texts texts) {
        return new Progress(
                run.title(),
                Mark.running(texts.say("reports.run.making")),
                run.done(),
                run.total(),
                List.of(),
                List.of());
    }

    public String by(IssuedFile file) {
        return names.getOrDefault(file.stamp().recordedBy(), "");
    }

    /** A file's warning in words. */
    public static String warning(String stored, Texts texts) {
        int space = stored.indexOf(' ');
        return texts.say(stored.substring(0, space), "detail", stored.substring(space + 1));
    }

    public List<Option> sourceGrades(Texts texts) {
        return Stream.of("A", "B", "C", "D", "E", "F")
                .map(g -> new Option(
                        g,
                        texts.say("reports.grade.choice", "grade", g, "word", texts.say("render.grade.source." + g))))
                .toList();
    }

    public List<Option> informationGrades(Texts texts) {
        return IntStream.rangeClosed(1, 6)
                .mapToObj(g -> new Option(
                        "" + g,
                        texts.say(
                                "reports.grade.choice",
                                "grade",
                                "" + g,
                                "word",
                                texts.say("render.grade.information." + g))))
                .toList();
    }

    public List<Option> exhibitChoices(Texts texts) {
        return List.of(
                new Option("every", texts.say("reports.exhibits.every", "count", exhibits.size())),
                new Option("chosen", texts.say("reports.exhibits.chosen")));
    }

    /** Where the source of a quote is read; empty when it has no page. */
    public String about(Quote quote) {
        return header.href() + "/entities/" + quote.about();
    }
}
