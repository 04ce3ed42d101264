package org.plumbline.audit;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.access.Decision;
import org.plumbline.engine.log.json.Salt;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Writes entries; each method runs inside the transaction of what it records. */
@Component
class Recorder {
    private final EntryTable table;
    private final Ids ids;
    private final Clock clock;
    private final SecureRandom salts = new SecureRandom();

    Recorder(EntryTable table, Ids ids, Clock clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    void record(Acting acting, Action action, Decision.Allowed on, Noted<?> noted) {
        var act = new Entry(
                ids.next(),
                now(),
                acting,
                on.label(),
                on.caseId(),
                Entry.Kind.ACT,
                action.name(),
                Entry.Outcome.DONE,
                Optional.empty(),
                Optional.empty(),
                noted.refs(),
                noted.facts());
        insert(act);
        Consultation.current().ifPresent(page -> page.acted(act));
    }

    void refused(Acting acting, Action action, Decision.Allowed on, Refusal refusal, Map<String, String> facts) {
        var entry = new Entry(
                ids.next(),
                now(),
                acting,
                on.label(),
                on.caseId(),
                Entry.Kind.REFUSAL,
                action.name(),
                Entry.Outcome.REFUSED,
                Optional.of(refusal.code()),
                Optional.empty(),
                List.of(),
                facts);
        insert(entry);
        Consultation.current().ifPresent(page -> page.recordedAs(entry.id()));
    }

    /** Joins what is shown to the page's consultation; outside a page it is recorded at once. */
    void shown(Action action, Decision.Allowed on, Noted<?> noted) {
        Consultation.current().ifPresentOrElse(page -> page.add(action, on, noted), () -> {
            var alone = new Consultation(ids.next(), Optional.empty());
            alone.add(action, on, noted);
            insert(alone.entry(alone.id(), now(), Acting.require()));
        });
    }

    void consultation(Consultation page) {
        insert(page.entry(page.id(), now(), Acting.require()));
    }

    /** The consultation of a page, committed when this returns; only where no transaction runs. */
    void consultationAlone(Consultation page) {
        Entry entry = page.entry(page.id(), now(), Acting.require());
        table.insertAlone(entry, Leaf.of(entry, Salt.random(salts)));
    }

    private void insert(Entry entry) {
        table.insert(entry, Leaf.of(entry, Salt.random(salts)));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
