package org.plumbline.entities;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.custody.Quotas;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Takes FollowTheMoney JSON lines into a collection, and says what became of each line. */
@Service
@Application
public class Import {
    private static final Action RECEIVE = new Action("entities.receive-import", Right.WRITE);
    private static final Action START = new Action("entities.start-import", Right.WRITE);
    private static final Action READ = new Action("entities.read-import", Right.READ);

    private final Acts acts;
    private final Stamps stamps;
    private final SourceTable sources;
    private final ImportTable table;
    private final ImportFiles files;
    private final Quotas quotas;
    private final Jobs jobs;
    private final Ids ids;

    Import(
            Acts acts,
            Stamps stamps,
            SourceTable sources,
            ImportTable table,
            ImportFiles files,
            Quotas quotas,
            Jobs jobs,
            Ids ids) {
        this.acts = acts;
        this.stamps = stamps;
        this.sources = sources;
        this.table = table;
        this.files = files;
        this.quotas = quotas;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** Takes the file in and starts reading it in the background. */
    public ImportRun start(CaseId caseId, UUID collection, String fileName, InputStream content) {
        // Decided before a byte is taken, so that nobody fills the disk of a case that isn't theirs; not an act, since
        // nothing has happened yet and no transaction may stay open while bytes arrive.
        SourceRecord register = acts.consult(RECEIVE, Scope.of(caseId), () -> {
            CollectionRecord into = sources.collection(caseId, collection).orElseThrow(Refusal.absent()::asException);
            if (!into.stamp().label().equals(stamps.inCase(caseId).label())) {
                // Its identifiers are taken once: a row in a compartment would be felt by an import at case level.
                throw Refusal.of(Refusal.Kind.CONFLICT, "collection-elsewhere", Map.of())
                        .asException();
            }
            return Noted.of(sources.registerOf(collection).orElseThrow(), into.ref())
                    .with("file", fileName);
        });
        UUID id = ids.next();
        ImportFiles.Received received = receive(caseId, id, content);
        try {
            return started(caseId, id, register, fileName, received);
        } catch (Refused refused) {
            files.delete(id);
            throw refused;
        }
    }

    /** An import of a case, with how far it is. */
    public ImportRun read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            ImportRun run = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(run, run.ref());
        });
    }

    /** Imports into a collection, newest first. */
    public List<ImportRun> of(CaseId caseId, UUID collection) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<ImportRun> runs = table.of(collection, 100).stream()
                    .filter(r -> r.stamp().caseId().equals(Optional.of(caseId)))
                    .toList();
            return Noted.of(runs, runs.stream().map(ImportRun::ref).toList());
        });
    }

    /** Refused lines of an import, after a line. */
    public List<ImportRun.Fault> refused(CaseId caseId, UUID id, long after, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            ImportRun run = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(table.refused(id, after, limit), run.ref());
        });
    }

    /** What was left out of lines that were read, by property and reason. */
    public List<ImportRun.Fault> leftOut(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            ImportRun run = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(table.leftOut(id), run.ref());
        });
    }

    private ImportRun started(
            CaseId caseId, UUID id, SourceRecord register, String fileName, ImportFiles.Received received) {
        return acts.perform(START, Scope.of(caseId), () -> {
            var run = new ImportRun(
                    id,
                    stamps.inCase(caseId),
                    register.collection().orElseThrow(),
                    register.id(),
                    Optional.empty(),
                    fileName,
                    received.size(),
                    received.sha256(),
                    ImportRun.Counts.NONE,
                    false);
            if (received.size() == 0) {
                throw Refusal.of(Refusal.Kind.INVALID, "import-empty", Map.of("name", fileName))
                        .asException();
            }
            table.insert(run);
            JobId job = jobs.start(ImportJob.KIND, caseId, fileName, id.toString());
            table.job(id, job);
            return Noted.of(table.find(caseId, id).orElseThrow(), run.ref()).with("sha256", received.sha256());
        });
    }

    private ImportFiles.Received receive(CaseId caseId, UUID id, InputStream content) {
        try {
            return files.receive(id, quotas.within(caseId, content));
        } catch (Refused refused) {
            // Performed only to be refused: the refusal gets its entry on the trail.
            return acts.perform(START, Scope.of(caseId), () -> {
                throw refused;
            });
        } catch (IOException e) {
            throw Refusal.of(Refusal.Kind.INVALID, "import-cut", Map.of()).asException();
        }
    }
}
