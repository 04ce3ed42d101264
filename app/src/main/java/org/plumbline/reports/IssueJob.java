package org.plumbline.reports;

import java.util.EnumMap;
import java.util.Map;
import org.plumbline.jobs.Job;
import org.plumbline.jobs.JobRun;
import org.plumbline.kernel.CaseId;
import org.plumbline.reports.render.RenderedReport;
import org.plumbline.reports.render.ReportDocument;
import org.plumbline.reports.render.ReportRenderer;
import org.springframework.stereotype.Component;

/** Makes the files of a report: read the records, write DOCX and PDF, keep both in one act. Cut off, it starts anew. */
@Component
class IssueJob implements Job {
    private static final int STEPS = 4;

    private final ReportDrafts drafts;
    private final ReportIssues issues;
    private final ReportRenderer renderer;

    IssueJob(ReportDrafts drafts, ReportIssues issues, ReportRenderer renderer) {
        this.drafts = drafts;
        this.issues = issues;
        this.renderer = renderer;
    }

    @Override
    public String kind() {
        return ReportIssues.JOB;
    }

    @Override
    public void run(JobRun run) {
        CaseId caseId = run.caseId();
        IssueOrder order = IssueOrder.of(run.data());
        if (issues.done(caseId, run.id())) {
            return;
        }
        run.progress(0, STEPS);
        DraftedDocument drafted = drafts.document(caseId, order.report());
        int version = drafted.content().report().stamp().version();
        if (version != order.version()) {
            throw ReportDrafts.stale(drafted.content().report(), order.version());
        }
        run.progress(1, STEPS);
        ReportDocument document = drafted.document();
        Map<IssuedFile.Format, RenderedReport> rendered = new EnumMap<>(IssuedFile.Format.class);
        rendered.put(IssuedFile.Format.DOCX, renderer.docx(document));
        run.progress(2, STEPS);
        rendered.put(IssuedFile.Format.PDF, renderer.pdf(document));
        run.progress(3, STEPS);
        issues.issue(drafted.content(), run.id(), rendered);
        run.progress(STEPS, STEPS);
    }
}
