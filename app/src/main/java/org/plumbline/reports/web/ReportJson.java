package org.plumbline.reports.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.reports.Conclusion;
import org.plumbline.reports.Pick;
import org.plumbline.reports.Report;
import org.plumbline.reports.ReportChange;
import org.plumbline.reports.Section;

/** A report as the API says it. */
record ReportJson(
        UUID id,
        String template,
        String title,
        String language,
        String state,
        List<String> sections,
        String introduction,
        Optional<Concluded> conclusion,
        List<Pick> statements,
        List<UUID> charts,
        boolean everyExhibit,
        List<UUID> exhibits,
        Instant recordedAt,
        UUID recordedBy,
        int version) {

    /** A conclusion with its grades, its author and its time. */
    record Concluded(String text, String sourceGrade, int informationGrade, UUID by, Instant at) {
        static Concluded of(Conclusion conclusion) {
            return new Concluded(
                    conclusion.text(),
                    "" + conclusion.grade().source(),
                    conclusion.grade().information(),
                    conclusion.by().value(),
                    conclusion.at());
        }
    }

    /** What a draft shall be; absent texts and lists are empty, and not every exhibit is meant. */
    record Wish(
            @Nullable String title,
            @Nullable List<String> sections,
            @Nullable String introduction,
            @Nullable String conclusion,
            @Nullable String sourceGrade,
            @Nullable Integer informationGrade,
            @Nullable List<Pick> statements,
            @Nullable List<UUID> charts,
            @Nullable Boolean everyExhibit,
            @Nullable List<UUID> exhibits) {
        ReportChange change() {
            return new ReportChange(
                    text(title),
                    list(sections),
                    text(introduction),
                    text(conclusion),
                    text(sourceGrade),
                    informationGrade == null ? "" : informationGrade.toString(),
                    list(statements).stream().map(Wish::pick).toList(),
                    list(charts),
                    Boolean.TRUE.equals(everyExhibit),
                    list(exhibits));
        }

        @SuppressWarnings("NullAway") // JSON may leave a heading out
        private static Pick pick(Pick given) {
            return given.heading() == null ? new Pick(given.statement(), "") : given;
        }

        private static String text(@Nullable String given) {
            return given == null ? "" : given;
        }

        private static <T> List<T> list(@Nullable List<T> given) {
            return given == null ? List.of() : given;
        }
    }

    static ReportJson of(Report report) {
        return new ReportJson(
                report.id(),
                report.template().key(),
                report.title(),
                report.language().toLanguageTag(),
                report.state().code(),
                report.sections().stream().sorted().map(Section::code).toList(),
                report.introduction(),
                report.conclusion().map(Concluded::of),
                report.picks(),
                report.charts(),
                report.everyExhibit(),
                report.exhibits(),
                report.stamp().recordedAt(),
                report.stamp().recordedBy().value(),
                report.stamp().version());
    }
}
