package org.plumbline.documents;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.Access;
import org.plumbline.access.Stamps;
import org.plumbline.custody.Content;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Received;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Takes files into a case and keeps the ledger of what became of each. */
@Service
@Application
public class Ingestions {
    private static final Action BEGIN = new Action("documents.begin-ingestion", Right.WRITE);
    private static final Action ADD = new Action("documents.add-file", Right.WRITE);
    private static final Action COMPLETE = new Action("documents.complete-ingestion", Right.WRITE);
    private static final Action RETRY = new Action("documents.retry-item", Right.WRITE);
    private static final Action READ = new Action("documents.read-ledger", Right.READ);

    private final Acts acts;
    private final Access access;
    private final Stamps stamps;
    private final Exhibits exhibits;
    private final Jobs jobs;
    private final IngestionTable table;
    private final ItemTable items;
    private final ReadingTable readings;
    private final Ids ids;
    private final Clock clock;

    Ingestions(
            Acts acts,
            Access access,
            Stamps stamps,
            Exhibits exhibits,
            Jobs jobs,
            IngestionTable table,
            ItemTable items,
            ReadingTable readings,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.access = access;
        this.stamps = stamps;
        this.exhibits = exhibits;
        this.jobs = jobs;
        this.table = table;
        this.items = items;
        this.readings = readings;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * An ingestion with what its items add up to.
     *
     * @param paused whether a person has paused it
     * @param pace how fast it is read now; absent where that can't be said, and in lists
     */
    public record Summary(Ingestion ingestion, Counts counts, boolean paused, Optional<Pace> pace) {}

    /**
     * Begins an ingestion; files follow with {@link #add}.
     *
     * @param expected how many files the sender will send, where it knows
     * @param purpose the purpose as the sender states it; where stated it must be the case's own
     */
    public Ingestion begin(CaseId caseId, String title, Optional<Integer> expected, Optional<String> purpose) {
        return acts.perform(BEGIN, Scope.of(caseId), () -> {
            var input = new Input();
            String said = input.text("title", title, 300);
            expected.filter(e -> e < 0)
                    .ifPresent(e -> input.refuse("expected", "expected-negative", Map.of("value", "" + e)));
            purpose.ifPresent(p -> checkPurpose(caseId, p, input));
            input.check();
            var ingestion = new Ingestion(
                    ids.next(), stamps.inCase(caseId), said, expected, Optional.empty(), Optional.empty());
            table.insert(ingestion);
            return Noted.of(ingestion, ingestion.ref());
        });
    }

    /** Receives one file whole: exhibit and line of the ledger are recorded together, or neither. */
    public Item add(CaseId caseId, UUID ingestion, Received as, InputStream bytes) {
        return add(caseId, ingestion, as, bytes, Set.of());
    }

    /** The same, with these comparison digests worked out beside. */
    public Item add(CaseId caseId, UUID ingestion, Received as, InputStream bytes, Set<ComparisonKind> compared) {
        try (Incoming incoming = exhibits.take(caseId, bytes, compared)) {
            return add(caseId, ingestion, as, incoming);
        }
    }

    /** The same with a file that has arrived already. */
    public Item add(CaseId caseId, UUID ingestion, Received as, Incoming incoming) {
        return acts.perform(ADD, Scope.of(caseId), () -> {
            Ingestion of = open(caseId, ingestion);
            Item item = add(caseId, of, as, incoming);
            return Noted.of(item, item.ref(), of.ref());
        });
    }

    /** Refuses a file that could not be added either once it has arrived; inside the act that awaits it. */
    void refuseEarly(CaseId caseId, Optional<UUID> ingestion, Optional<String> purpose) {
        ingestion.ifPresent(id -> open(caseId, id));
        var input = new Input();
        purpose.ifPresent(stated -> checkPurpose(caseId, stated, input));
        input.check();
    }

    /** Says that all files were sent, and starts reading them; said again, it takes up reading what still waits. */
    public Ingestion complete(CaseId caseId, UUID ingestion) {
        return acts.perform(COMPLETE, Scope.of(caseId), () -> {
            Ingestion of = table.find(caseId, ingestion).orElseThrow(Refusal.absent()::asException);
            table.complete(ingestion, clock.instant().truncatedTo(ChronoUnit.MICROS), start(caseId, of));
            return Noted.of(table.find(caseId, ingestion).orElseThrow(), of.ref());
        });
    }

    /**
     * Reads an item once more; refused unless it failed, was read in part or was not supported.
     *
     * @param version the version the person saw
     */
    public Item retry(CaseId caseId, UUID ingestion, UUID id, int version) {
        return acts.perform(RETRY, Scope.of(caseId), () -> {
            Ingestion of = table.find(caseId, ingestion).orElseThrow(Refusal.absent()::asException);
            Item item = items.find(caseId, ingestion, id).orElseThrow(Refusal.absent()::asException);
            if (!item.state().mayRetry() || item.content().isEmpty()) {
                throw refused("item-not-retried", Map.of("state", item.state().code(), "path", item.path()));
            }
            if (!items.finish(id, version, ItemState.WAITING, List.of(), Optional.empty())) {
                throw refused("version-stale", Map.of("now", "" + item.stamp().version(), "given", "" + version));
            }
            table.complete(ingestion, clock.instant().truncatedTo(ChronoUnit.MICROS), start(caseId, of));
            return Noted.of(items.find(id).orElseThrow(), item.ref());
        });
    }

    /** An ingestion of a case the acting person may see, with its counts. */
    public Summary read(CaseId caseId, UUID ingestion) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Ingestion of = table.find(caseId, ingestion).orElseThrow(Refusal.absent()::asException);
            Map<UUID, Counts> counts = table.counts(List.of(ingestion));
            return Noted.of(summary(of, counts, readings.paused(List.of(ingestion)), pace(of, counts)), of.ref());
        });
    }

    /** Ingestions of a case, newest first. */
    public List<Summary> list(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<Ingestion> found = table.list(caseId, before, limit);
            List<UUID> those = found.stream().map(Ingestion::id).toList();
            Map<UUID, Counts> counts = table.counts(those);
            Set<UUID> paused = readings.paused(those);
            return Noted.of(
                    found.stream()
                            .map(i -> summary(i, counts, paused, Optional.empty()))
                            .toList(),
                    found.stream().map(Ingestion::ref).toList());
        });
    }

    /** Lines of the ledger in the order they were recorded, after the cursor. */
    public List<Item> items(CaseId caseId, UUID ingestion, Optional<ItemState> state, Optional<UUID> after, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Ingestion of = table.find(caseId, ingestion).orElseThrow(Refusal.absent()::asException);
            List<Item> found = items.list(of.id(), state, after, limit);
            return Noted.of(found, found.stream().map(Item::ref).toList());
        });
    }

    /** One line of the ledger. */
    public Item item(CaseId caseId, UUID ingestion, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Item item = items.find(caseId, ingestion, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(item, item.ref());
        });
    }

    /** An exhibit's own line and those of what was found in it. */
    public List<Item> ofExhibit(CaseId caseId, UUID exhibit, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<Item> found = items.ofExhibit(exhibit, limit).stream()
                    .filter(i -> i.stamp().caseId().equals(Optional.of(caseId)))
                    .toList();
            return Noted.of(found, found.stream().map(Item::ref).toList());
        });
    }

    private Item add(CaseId caseId, Ingestion of, Received as, Incoming incoming) {
        Exhibit exhibit = exhibits.receive(caseId, as, incoming);
        UUID id = ids.next();
        var item = new Item(
                id,
                stamps.inCase(caseId),
                of.id(),
                Optional.empty(),
                id,
                0,
                0,
                Item.RECEIVED,
                Item.WHOLE,
                exhibit.name(),
                exhibit.path(),
                exhibit.reference(),
                exhibit.id(),
                exhibit.content().map(Content::id),
                exhibit.content().map(Content::digest),
                exhibit.content().map(Content::bytes).orElse(0L),
                ItemState.WAITING,
                List.of(),
                Optional.empty(),
                Optional.empty());
        items.insert(item);
        return item;
    }

    private Ingestion open(CaseId caseId, UUID ingestion) {
        Ingestion of = table.find(caseId, ingestion).orElseThrow(Refusal.absent()::asException);
        if (of.completedAt().isPresent()) {
            throw refused("ingestion-complete", Map.of("title", of.title()));
        }
        return of;
    }

    private JobId start(CaseId caseId, Ingestion of) {
        return jobs.start(IngestJob.KIND, caseId, of.title(), of.id().toString());
    }

    private void checkPurpose(CaseId caseId, String stated, Input input) {
        String own = access.purpose(caseId).orElse("");
        if (!own.strip().equalsIgnoreCase(stated.strip())) {
            input.refuse("purpose", "purpose-not-of-case", Map.of("stated", stated.strip(), "purpose", own));
        }
    }

    private Optional<Pace> pace(Ingestion of, Map<UUID, Counts> counts) {
        Instant now = clock.instant();
        long open = Objects.requireNonNull(counts.get(of.id())).open();
        return open == 0 ? Optional.empty() : Pace.of(readings.recent(of.id(), now.minus(Pace.OVER), now), open);
    }

    private static Summary summary(
            Ingestion ingestion, Map<UUID, Counts> counts, Set<UUID> paused, Optional<Pace> pace) {
        return new Summary(
                ingestion, Objects.requireNonNull(counts.get(ingestion.id())), paused.contains(ingestion.id()), pace);
    }

    private static org.plumbline.kernel.Refused refused(String code, Map<String, String> arguments) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, arguments).asException();
    }
}
