package org.plumbline.reports;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.plumbline.custody.Exhibit;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.plumbline.reports.render.Grade;
import org.springframework.stereotype.Component;

/** Checks what somebody wants of a draft; all that is wrong is said at once. */
@Component
class ReportCheck {
    /** As long as a title may be to stand on every page. */
    static final int LONGEST_TITLE = 200;

    private static final int LONGEST_HEADING = 200;
    private static final int LONGEST_TEXT = 20_000;
    /** Some sixty pages of statements; a longer report is several. */
    private static final int MOST_STATEMENTS = 500;

    private static final int MOST_CHARTS = 20;
    private static final int MOST_EXHIBITS = 2_000;

    private final ReportContents contents;
    private final Quotes quotes;
    private final Clock clock;

    ReportCheck(ReportContents contents, Quotes quotes, Clock clock) {
        this.contents = contents;
        this.quotes = quotes;
        this.clock = clock;
    }

    Report changed(CaseId caseId, Report old, ReportChange asked) {
        var input = new Input();
        String title = input.text("title", asked.title(), LONGEST_TITLE);
        Set<Section> sections = sections(old.template(), asked.sections(), input);
        String introduction = input.optionalText("introduction", asked.introduction(), LONGEST_TEXT);
        Optional<Conclusion> conclusion = conclusion(old, asked, input);
        List<Pick> picks = picks(asked.picks(), input);
        List<UUID> exhibits = asked.everyExhibit()
                ? List.of()
                : asked.exhibits().stream().distinct().toList();
        List<UUID> charts = asked.charts().stream().distinct().toList();
        atMost("statements", picks.size(), MOST_STATEMENTS, input);
        atMost("exhibits", exhibits.size(), MOST_EXHIBITS, input);
        atMost("charts", charts.size(), MOST_CHARTS, input);
        input.check();
        known(caseId, old, picks, charts, exhibits, input);
        input.check();
        return new Report(
                old.id(),
                old.stamp(),
                old.template(),
                title,
                old.language(),
                sections,
                introduction,
                conclusion,
                picks,
                charts,
                asked.everyExhibit(),
                exhibits,
                Report.State.DRAFT);
    }

    /** An entity's name as a heading. */
    static String heading(String name) {
        return name.length() <= LONGEST_HEADING ? name : name.substring(0, LONGEST_HEADING);
    }

    private static Set<Section> sections(ReportTemplate template, List<String> codes, Input input) {
        Set<Section> chosen = codes.stream()
                .flatMap(code -> Section.ofCode(code).stream())
                .filter(template.sections()::contains)
                .collect(Collectors.toSet());
        if (chosen.size() != new HashSet<>(codes).size()) {
            input.refuse("sections", "field-not-a-choice", Map.of("value", String.join(", ", codes)));
        }
        return chosen;
    }

    private Optional<Conclusion> conclusion(Report old, ReportChange asked, Input input) {
        String text = input.optionalText("conclusion", asked.conclusion(), LONGEST_TEXT);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String source = grade("sourceGrade", asked.sourceGrade(), "[A-F]", input);
        String information = grade("informationGrade", asked.informationGrade(), "[1-6]", input);
        if (source.isEmpty() || information.isEmpty()) {
            return Optional.empty();
        }
        var grade = new Grade(source.charAt(0), Integer.parseInt(information));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return old.conclusion()
                .filter(before -> before.text().equals(text) && before.grade().equals(grade))
                .or(() ->
                        Optional.of(new Conclusion(text, grade, Acting.require().member(), now)));
    }

    private static String grade(String field, String given, String form, Input input) {
        String code = given.strip();
        if (code.matches(form)) {
            return code;
        }
        input.refuse(
                field, code.isEmpty() ? "report-conclusion-ungraded" : "field-not-a-choice", Map.of("value", code));
        return "";
    }

    private static List<Pick> picks(List<Pick> asked, Input input) {
        var seen = new HashSet<UUID>();
        return asked.stream()
                .filter(p -> seen.add(p.statement()))
                .map(p -> new Pick(
                        p.statement(), input.optionalText("heading." + p.statement(), p.heading(), LONGEST_HEADING)))
                .toList();
    }

    /** What is newly chosen must be there and visible; what was chosen before may have gone meanwhile. */
    private void known(
            CaseId caseId, Report old, List<Pick> picks, List<UUID> charts, List<UUID> exhibits, Input input) {
        List<UUID> statements = without(
                picks.stream().map(Pick::statement).toList(),
                old.picks().stream().map(Pick::statement).toList());
        refuse(
                "statements",
                "report-statement-unknown",
                statements,
                () -> quotes.of(caseId, statements, contents.texts(caseId)).stream()
                        .filter(q -> q.retracted().isEmpty())
                        .map(Quote::id)
                        .collect(Collectors.toSet()),
                input);
        refuse(
                "charts",
                "report-chart-unknown",
                without(charts, old.charts()),
                () -> contents.charts(caseId).stream().map(ChartChoice::id).collect(Collectors.toSet()),
                input);
        refuse(
                "exhibits",
                "report-exhibit-unknown",
                without(exhibits, old.exhibits()),
                () -> contents.exhibits(caseId).stream().map(Exhibit::id).collect(Collectors.toSet()),
                input);
    }

    private static void refuse(String field, String code, List<UUID> wanted, Supplier<Set<UUID>> there, Input input) {
        if (wanted.isEmpty()) {
            return;
        }
        Set<UUID> known = there.get();
        long unknown = wanted.stream().filter(id -> !known.contains(id)).count();
        if (unknown > 0) {
            input.refuse(field, code, Map.of("count", "" + unknown));
        }
    }

    private static List<UUID> without(List<UUID> all, List<UUID> known) {
        Set<UUID> before = new HashSet<>(known);
        return all.stream().filter(id -> !before.contains(id)).toList();
    }

    private static void atMost(String field, int count, int most, Input input) {
        if (count > most) {
            input.refuse(field, "report-too-many", Map.of("count", "" + count, "most", "" + most));
        }
    }
}
