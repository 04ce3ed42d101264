package org.plumbline.cases;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Stamps;
import org.plumbline.audit.Events;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Moment;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** The journal of a case: drafts, sign-off, and corrections that append. */
@Service
@Application
public class Journal {
    private static final Action WRITE = new Action("cases.write-journal", Right.WRITE);
    private static final Action SIGN_OFF = new Action("cases.sign-off-journal", Right.WRITE);
    private static final Action READ = new Action("cases.read-journal", Right.READ);

    private final Acts acts;
    private final Stamps stamps;
    private final JournalTable table;
    private final Events events;
    private final Ids ids;
    private final Clock clock;

    Journal(Acts acts, Stamps stamps, JournalTable table, Events events, Ids ids, Clock clock) {
        this.acts = acts;
        this.stamps = stamps;
        this.table = table;
        this.events = events;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Writes a draft entry.
     *
     * @param happened a partial date or a date and time with offset; empty means now
     * @param corrects the signed-off entry it corrects
     */
    public JournalEntry write(CaseId caseId, String heading, String body, String happened, Optional<UUID> corrects) {
        return acts.perform(WRITE, Scope.of(caseId), () -> {
            var input = new Input();
            var entry = new JournalEntry(
                    ids.next(),
                    stamps.inCase(caseId),
                    input.text("heading", heading, 300),
                    input.optionalText("body", body, 100_000),
                    moment(input, happened),
                    corrects,
                    Optional.empty());
            input.check();
            corrects.ifPresent(c -> mustBeSignedOff(caseId, c));
            table.insert(entry);
            events.publish("journal-written", ref(entry), entry.stamp());
            return Noted.of(entry, ref(entry));
        });
    }

    /** Changes a draft of one's own; a signed-off entry is refused. */
    public JournalEntry rewrite(CaseId caseId, UUID id, int version, String heading, String body, String happened) {
        return acts.perform(WRITE, Scope.of(caseId), () -> {
            JournalEntry old = draft(caseId, id);
            var input = new Input();
            var entry = new JournalEntry(
                    id,
                    old.stamp(),
                    input.text("heading", heading, 300),
                    input.optionalText("body", body, 100_000),
                    moment(input, happened),
                    old.corrects(),
                    Optional.empty());
            input.check();
            if (!table.update(entry, version)) {
                throw Versions.stale(old.stamp().version(), version);
            }
            events.publish("journal-written", ref(entry), entry.stamp());
            return Noted.of(table.find(caseId, id).orElseThrow(), ref(entry));
        });
    }

    /** Signs a draft off; from then on it never changes. */
    public JournalEntry signOff(CaseId caseId, UUID id, int version) {
        return acts.perform(SIGN_OFF, Scope.of(caseId), () -> {
            JournalEntry entry = draft(caseId, id);
            if (!table.signOff(id, version, clock.instant())) {
                throw Versions.stale(entry.stamp().version(), version);
            }
            events.publish("journal-signed-off", ref(entry), entry.stamp());
            return Noted.of(table.find(caseId, id).orElseThrow(), ref(entry));
        });
    }

    /** Entries newest first, older than the cursor. */
    public List<JournalEntry> list(CaseId caseId, Optional<UUID> before, int limit) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            List<JournalEntry> entries = table.list(caseId, before, limit);
            return Noted.of(entries, entries.stream().map(Journal::ref).toList());
        });
    }

    /** One entry. */
    public JournalEntry read(CaseId caseId, UUID id) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            JournalEntry entry = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
            return Noted.of(entry, ref(entry));
        });
    }

    /** How many entries there are. */
    public long count(CaseId caseId) {
        return acts.consult(READ, Scope.of(caseId), () -> Noted.of(table.count(caseId)));
    }

    private JournalEntry draft(CaseId caseId, UUID id) {
        JournalEntry entry = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
        if (entry.signedOffAt().isPresent()) {
            throw Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "journal-signed-off",
                            Map.of(
                                    "heading",
                                    entry.heading(),
                                    "at",
                                    entry.signedOffAt().get().toString()))
                    .asException();
        }
        if (!entry.stamp().recordedBy().equals(Acting.require().member())) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "journal-not-yours", Map.of("heading", entry.heading()))
                    .asException();
        }
        return entry;
    }

    private void mustBeSignedOff(CaseId caseId, UUID id) {
        JournalEntry entry = table.find(caseId, id).orElseThrow(Refusal.absent()::asException);
        if (entry.signedOffAt().isEmpty()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "journal-still-draft", Map.of("heading", entry.heading()))
                    .asException();
        }
    }

    private Moment moment(Input input, String happened) {
        String text = happened.strip();
        Moment now = Moment.parse(
                clock.instant()
                        .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                        .atOffset(java.time.ZoneOffset.UTC)
                        .toString(),
                "server");
        if (text.isEmpty()) {
            return now;
        }
        try {
            return Moment.parse(text, "stated");
        } catch (IllegalArgumentException e) {
            input.refuse("happened", "field-not-a-moment", Map.of("value", text));
            return now;
        }
    }

    private static Ref ref(JournalEntry entry) {
        return new Ref("journal-entry", entry.id(), entry.stamp().owner());
    }
}
