package org.plumbline.reports;

import java.util.List;
import java.util.UUID;

/**
 * A draft as somebody wants it from now on; the door checks it.
 *
 * @param sections codes of the chosen sections
 * @param sourceGrade A to F; needed when there is a conclusion
 * @param informationGrade 1 to 6; needed when there is a conclusion
 * @param picks chosen statements in their order
 * @param charts chosen charts in their order
 * @param everyExhibit whether all exhibits are listed, whatever {@code exhibits} says
 */
public record ReportChange(
        String title,
        List<String> sections,
        String introduction,
        String conclusion,
        String sourceGrade,
        String informationGrade,
        List<Pick> picks,
        List<UUID> charts,
        boolean everyExhibit,
        List<UUID> exhibits) {
    public ReportChange {
        sections = List.copyOf(sections);
        picks = List.copyOf(picks);
        charts = List.copyOf(charts);
        exhibits = List.copyOf(exhibits);
    }

    /** The report as it is, to change parts of. */
    public static ReportChange of(Report report) {
        return new ReportChange(
                report.title(),
                report.sections().stream().sorted().map(Section::code).toList(),
                report.introduction(),
                report.conclusion().map(Conclusion::text).orElse(""),
                report.conclusion().map(c -> "" + c.grade().source()).orElse(""),
                report.conclusion().map(c -> "" + c.grade().information()).orElse(""),
                report.picks(),
                report.charts(),
                report.everyExhibit(),
                report.exhibits());
    }

    /** The same with these statements. */
    public ReportChange withPicks(List<Pick> others) {
        return new ReportChange(
                title,
                sections,
                introduction,
                conclusion,
                sourceGrade,
                informationGrade,
                others,
                charts,
                everyExhibit,
                exhibits);
    }
}
