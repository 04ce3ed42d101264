package org.plumbline.reports.web;

import java.util.List;
import java.util.Map;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.kernel.MemberId;
import org.plumbline.reports.Report;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Mark;

/**
 * The reports of a case.
 *
 * @param names who started them
 * @param first address of the first page; empty when this is it
 * @param next address of the next page; empty when there is none
 */
public record ReportsPage(
        CaseHeader header, List<Report> reports, Map<MemberId, String> names, String first, String next) {
    public ReportsPage {
        reports = List.copyOf(reports);
        names = Map.copyOf(names);
    }

    public String href() {
        return header.href() + "/reports";
    }

    public String by(Report report) {
        return names.getOrDefault(report.stamp().recordedBy(), "");
    }

    /** The state of a report in word and colour. */
    public static Mark state(Report report, Texts texts) {
        String word = texts.say("reports.state." + report.state().code());
        return switch (report.state()) {
            case DRAFT -> Mark.waiting(word);
            case ISSUED -> Mark.ok(word);
        };
    }
}
