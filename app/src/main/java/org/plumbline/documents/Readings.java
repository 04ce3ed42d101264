package org.plumbline.documents;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** How the files of an ingestion are read: pausing, going on, reading again, and with what each was read. */
@Service
@Application
public class Readings {
    private static final Action PAUSE = new Action("documents.pause-ingestion", Right.WRITE);
    private static final Action RESUME = new Action("documents.resume-ingestion", Right.WRITE);
    private static final Action AGAIN = new Action("documents.read-again", Right.WRITE);
    private static final Action HISTORY = new Action("documents.read-history", Right.READ);

    private final Acts acts;
    private final Stamps stamps;
    private final Jobs jobs;
    private final IngestionTable ingestions;
    private final ItemTable items;
    private final DocumentTable documents;
    private final ReadingTable table;
    private final Tools tools;
    private final Ids ids;
    private final Clock clock;

    Readings(
            Acts acts,
            Stamps stamps,
            Jobs jobs,
            IngestionTable ingestions,
            ItemTable items,
            DocumentTable documents,
            ReadingTable table,
            Tools tools,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.stamps = stamps;
        this.jobs = jobs;
        this.ingestions = ingestions;
        this.items = items;
        this.documents = documents;
        this.table = table;
        this.tools = tools;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * How a document came to be read as it is.
     *
     * @param times newest first; none for what was read before they were kept
     */
    public record History(Document document, List<PastReading> times) {
        public History {
            times = List.copyOf(times);
        }
    }

    /** Takes no more files of an ingestion to be read; those being read are read to their end. */
    public Ingestion pause(CaseId caseId, UUID ingestion) {
        return acts.perform(PAUSE, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            if (!table.paused(List.of(ingestion)).isEmpty()) {
                throw refused("ingestion-paused", of);
            }
            table.pause(ids.next(), stamps.inCase(caseId), ingestion, true);
            return Noted.of(of, of.ref());
        });
    }

    /** Goes on with a paused ingestion. */
    public Ingestion resume(CaseId caseId, UUID ingestion) {
        return acts.perform(RESUME, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            if (table.paused(List.of(ingestion)).isEmpty()) {
                throw refused("ingestion-not-paused", of);
            }
            table.pause(ids.next(), stamps.inCase(caseId), ingestion, false);
            if (of.completedAt().isPresent()) {
                start(caseId, of);
            }
            return Noted.of(of, of.ref());
        });
    }

    /**
     * Reads files of an ingestion once more; what they gave before stays until there is something better.
     *
     * @param stated which: a code of {@link Again}
     * @return how many
     */
    public int again(CaseId caseId, UUID ingestion, String stated) {
        return acts.perform(AGAIN, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            var input = new Input();
            Again which = Again.read(stated, input);
            input.check();
            int many = switch (which) {
                case FAILED -> items.againInStates(ingestion, List.of(ItemState.FAILED));
                case SHORT ->
                    items.againInStates(ingestion, List.of(ItemState.FAILED, ItemState.PARTIAL, ItemState.UNSUPPORTED));
                case OLDER -> items.againWithNewer(ingestion, tools.now());
                case SCANS -> items.againInLanguages(ingestion, tools.languages(caseId), tools.languages());
            };
            if (many == 0) {
                throw refused("nothing-to-read-again", of);
            }
            start(caseId, of);
            return Noted.of(many, of.ref()).with("which", which.code()).with("files", many);
        });
    }

    /** How many files of an ingestion were read with other tools than there are now. */
    public long older(CaseId caseId, UUID ingestion) {
        return acts.consult(HISTORY, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            return Noted.of(items.countOlder(ingestion, tools.now()), of.ref());
        });
    }

    /** How many files of an ingestion hold scans that were read in other languages than the case has now. */
    public long otherLanguages(CaseId caseId, UUID ingestion) {
        return acts.consult(HISTORY, Scope.of(caseId), () -> {
            Ingestion of = find(caseId, ingestion);
            long files = items.countOtherLanguages(ingestion, tools.languages(caseId), tools.languages());
            return Noted.of(files, of.ref());
        });
    }

    /** The times that a document's file was read. */
    public History history(CaseId caseId, UUID document) {
        return acts.consult(HISTORY, Scope.of(caseId), () -> {
            Document of = documents.find(caseId, document).orElseThrow(Refusal.absent()::asException);
            return Noted.of(new History(of, table.of(of.item().id())), of.ref());
        });
    }

    /** The text that one reading of a document gave, also where a later one gave another. */
    public DocumentText text(CaseId caseId, UUID document, UUID reading) {
        return acts.consult(HISTORY, Scope.of(caseId), () -> {
            Document of = documents.find(caseId, document).orElseThrow(Refusal.absent()::asException);
            Digest given = table.of(of.item().id()).stream()
                    .filter(time -> time.id().equals(reading))
                    .findFirst()
                    .flatMap(PastReading::text)
                    .orElseThrow(Refusal.absent()::asException);
            // Where none was replaced by another, it is the text that the document has.
            DocumentText text = table.replaced(document, given)
                    .or(() -> documents.text(document))
                    .orElseThrow(Refusal.absent()::asException);
            return Noted.of(text, of.ref()).with("sha256", given);
        });
    }

    private void start(CaseId caseId, Ingestion of) {
        var job = jobs.resume(IngestJob.KIND, caseId, of.id().toString())
                .orElseGet(() ->
                        jobs.start(IngestJob.KIND, caseId, of.title(), of.id().toString()));
        ingestions.complete(of.id(), clock.instant().truncatedTo(ChronoUnit.MICROS), job);
    }

    private Ingestion find(CaseId caseId, UUID ingestion) {
        return ingestions.find(caseId, ingestion).orElseThrow(Refusal.absent()::asException);
    }

    private static org.plumbline.kernel.Refused refused(String code, Ingestion of) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of("title", of.title()))
                .asException();
    }
}
