package org.plumbline.reports;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.custody.Content;
import org.plumbline.custody.Contents;
import org.plumbline.custody.Original;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.Vault;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.JobRecord;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.plumbline.reports.render.RenderedReport;
import org.springframework.stereotype.Service;

/** Issues reports as files and hands the files out. */
@Service
@Application
public class ReportIssues {
    static final String JOB = "report";
    private static final Action ASK = new Action("reports.ask-issue", Right.WRITE);
    private static final Action ISSUE = new Action("reports.issue", Right.WRITE);
    private static final Action FILES = new Action("reports.list-files", Right.READ);
    private static final Action DOWNLOAD = new Action("reports.download", Right.EXPORT);

    /** Runs looked through for those of one report; older ones are over long ago. */
    private static final int RUNS = 200;

    private final Acts acts;
    private final Stamps stamps;
    private final ReportTable reports;
    private final IssueTable table;
    private final Vault vault;
    private final Contents contents;
    private final Jobs jobs;
    private final Ids ids;

    ReportIssues(
            Acts acts,
            Stamps stamps,
            ReportTable reports,
            IssueTable table,
            Vault vault,
            Contents contents,
            Jobs jobs,
            Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.reports = reports;
        this.table = table;
        this.vault = vault;
        this.contents = contents;
        this.jobs = jobs;
        this.ids = ids;
    }

    /**
     * Asks for the files of a report, made in the background from the records as they are then.
     *
     * @param version the version the person has seen
     */
    public JobId ask(CaseId caseId, UUID id, int version) {
        return acts.perform(ASK, Scope.of(caseId), () -> {
            Report report = find(caseId, id);
            if (report.stamp().version() != version) {
                throw ReportDrafts.stale(report, version);
            }
            JobId job = jobs.start(JOB, caseId, report.title(), new IssueOrder(id, version).text());
            return Noted.of(job, report.ref()).with("version", version);
        });
    }

    /** The issued files of a report, newest first, at most two hundred. */
    public List<IssuedFile> files(CaseId caseId, UUID id) {
        return acts.consult(FILES, Scope.of(caseId), () -> {
            Report report = find(caseId, id);
            return Noted.of(table.ofReport(caseId, id), report.ref());
        });
    }

    /** The runs that make or made files of a report, newest first. */
    public List<JobRecord> runs(CaseId caseId, UUID id) {
        return acts.consult(FILES, Scope.of(caseId), () -> {
            List<JobRecord> found = jobs.ofCase(caseId, RUNS).stream()
                    .filter(j -> j.kind().equals(JOB)
                            && IssueOrder.of(j.data()).report().equals(id))
                    .toList();
            return Noted.of(found, find(caseId, id).ref());
        });
    }

    /** The bytes of an issued file; opening them is on the trail. */
    public Original open(CaseId caseId, UUID report, UUID file) {
        return acts.consult(DOWNLOAD, Scope.of(caseId), () -> {
            IssuedFile found = table.find(caseId, report, file).orElseThrow(Refusal.absent()::asException);
            var original = new Original(
                    found.name(),
                    vault.open(caseId, found.digest()),
                    new Content(found.content(), found.digest(), found.bytes()),
                    Optional.of(found.format().mediaType()));
            return Noted.of(original, found.ref()).with("sha256", found.digest());
        });
    }

    /** Whether a run has issued its files already, so that it does nothing when it is picked up again. */
    boolean done(CaseId caseId, JobId job) {
        return acts.consult(FILES, Scope.of(caseId), () -> Noted.of(table.hasRun(job.value())));
    }

    /** Keeps the files and puts their digests on the trail, all in one act. */
    void issue(ReportContent content, JobId job, Map<IssuedFile.Format, RenderedReport> rendered) {
        CaseId caseId = content.file().id();
        Report report = content.report();
        acts.perform(ISSUE, Scope.of(caseId), () -> {
            var files = new ArrayList<IssuedFile>();
            rendered.forEach((format, file) -> files.add(keep(content, job, format, file)));
            if (!reports.issued(report.id(), report.stamp().version())) {
                throw ReportDrafts.stale(
                        find(caseId, report.id()), report.stamp().version());
            }
            var refs = new ArrayList<Ref>(List.of(report.ref()));
            files.forEach(file -> refs.add(file.ref()));
            Noted<Integer> noted =
                    Noted.of(files.size(), refs).with("version", report.stamp().version());
            for (IssuedFile file : files) {
                noted = noted.with(file.format().code() + "-sha256", file.digest());
            }
            return noted;
        });
    }

    private IssuedFile keep(ReportContent content, JobId job, IssuedFile.Format format, RenderedReport rendered) {
        CaseId caseId = content.file().id();
        Report report = content.report();
        try (Incoming incoming = vault.take(caseId, new ByteArrayInputStream(rendered.bytes()))) {
            Content kept = contents.keep(caseId, incoming);
            var file = new IssuedFile(
                    ids.next(),
                    stamps.inCase(caseId),
                    report.id(),
                    report.stamp().version(),
                    job.value(),
                    format,
                    name(content, format),
                    kept.id(),
                    kept.digest(),
                    kept.bytes(),
                    rendered.warnings().stream()
                            .map(w -> w.kind().key() + " " + w.detail())
                            .toList());
            table.insert(file);
            return file;
        }
    }

    /** Names the case and the version, so that two saved files are told apart. */
    private static String name(ReportContent content, IssuedFile.Format format) {
        Report report = content.report();
        return content.file().number() + " " + report.title() + " v"
                + report.stamp().version() + "." + format.code();
    }

    private Report find(CaseId caseId, UUID id) {
        return reports.find(caseId, id).orElseThrow(Refusal.absent()::asException);
    }
}
