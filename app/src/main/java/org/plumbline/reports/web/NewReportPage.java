package org.plumbline.reports.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.reports.ReportTemplate;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Option;

/** Starting a report: template and title. */
public record NewReportPage(CaseHeader header, Form form) {
    public String action() {
        return header.href() + "/reports";
    }

    /** The templates in the reader's words. */
    public List<Option> templates(Texts texts) {
        return ReportTemplate.all().stream()
                .map(t -> new Option(t.key(), texts.say("reports.template." + t.key() + ".choice")))
                .toList();
    }
}
