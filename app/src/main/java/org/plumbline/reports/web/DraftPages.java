package org.plumbline.reports.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.reports.IssuedFile;
import org.plumbline.reports.Pick;
import org.plumbline.reports.Quote;
import org.plumbline.reports.ReportContent;
import org.plumbline.reports.ReportDrafts;
import org.plumbline.reports.ReportIssues;
import org.plumbline.site.Form;
import org.springframework.stereotype.Component;

/** Makes the page of a draft: as it is, or as somebody typed it before it was refused. */
@Component
class DraftPages {
    private final CaseHeaders headers;
    private final ReportDrafts drafts;
    private final ReportIssues issues;
    private final Members members;

    DraftPages(CaseHeaders headers, ReportDrafts drafts, ReportIssues issues, Members members) {
        this.headers = headers;
        this.drafts = drafts;
        this.issues = issues;
        this.members = members;
    }

    DraftPage asItIs(CaseId caseId, UUID id) {
        CaseHeader header = headers.of(caseId, "reports");
        ReportContent content = drafts.content(caseId, id);
        return page(caseId, header, content, content.report().picks(), DraftForm.of(content.report()));
    }

    /** What was typed, and what was chosen meanwhile by somebody else after it. */
    DraftPage asTyped(CaseId caseId, UUID id, Form typed, Map<String, String[]> fields) {
        CaseHeader header = headers.of(caseId, "reports");
        ReportContent content = drafts.content(caseId, id);
        List<Pick> order = new ArrayList<>(DraftForm.named(fields));
        List<UUID> known = order.stream().map(Pick::statement).toList();
        Map<String, List<String>> values = new HashMap<>(typed.values());
        Form now = DraftForm.of(content.report());
        content.report().picks().stream()
                .filter(p -> !known.contains(p.statement()))
                .forEach(pick -> {
                    order.add(pick);
                    now.values().forEach((name, value) -> {
                        if (name.endsWith("." + pick.statement())) {
                            values.put(name, value);
                        }
                    });
                });
        return page(caseId, header, content, order, new Form(values, typed.errors()));
    }

    private DraftPage page(CaseId caseId, CaseHeader header, ReportContent content, List<Pick> order, Form form) {
        UUID id = content.report().id();
        List<IssuedFile> files = issues.files(caseId, id);
        List<UUID> places = order.stream().map(Pick::statement).toList();
        List<Quote> quotes = content.quotes()
                .sorted(Comparator.comparingInt(q -> places.indexOf(q.id())))
                .toList();
        return new DraftPage(
                header,
                content,
                quotes,
                drafts.exhibits(caseId),
                drafts.charts(caseId),
                issues.runs(caseId, id),
                files,
                members.names(files.stream().map(f -> f.stamp().recordedBy()).toList()),
                form);
    }
}
