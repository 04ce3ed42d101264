package org.plumbline.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.UUID;
import org.plumbline.access.Decision;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;

/**
 * What one page or answer shows, gathered while it is prepared and recorded once, before its first byte leaves. Bound
 * to a request by the web filter; confined to that request's thread.
 */
public final class Consultation {
    static final ScopedValue<Consultation> CURRENT = ScopedValue.newInstance();

    private final UUID id;
    private final Optional<UUID> partOf;
    private final List<String> actions = new ArrayList<>();
    private final SequencedSet<Ref> refs = new LinkedHashSet<>();
    private final Map<String, String> facts = new LinkedHashMap<>();
    private Optional<LabelId> label = Optional.empty();
    private Optional<CaseId> caseId = Optional.empty();
    private Optional<UUID> onRecord = Optional.empty();
    private Optional<UUID> acted = Optional.empty();

    Consultation(UUID id, Optional<UUID> partOf) {
        this.id = id;
        this.partOf = partOf;
    }

    /** The entry this page or answer will have; shown at its foot. */
    public UUID id() {
        return id;
    }

    /**
     * The entry this page or answer has on the trail by now: of its reading, or of the refusal it got instead. Absent
     * while nothing is recorded, as on a page that shows no record.
     */
    public Optional<UUID> onRecord() {
        return onRecord;
    }

    void recordedAs(UUID entry) {
        onRecord = Optional.of(entry);
    }

    /** An act done while the answer was prepared; what is downloaded by it has this entry. */
    void acted(Entry act) {
        acted = Optional.of(act.id());
        if (label.isEmpty()) {
            label = act.label();
            caseId = act.caseId();
        }
    }

    /** That what this answer sent has ended; absent where nothing of it is on record. */
    Optional<Consultation> ended(UUID as, Action action, Map<String, String> how) {
        return onRecord.or(() -> acted).map(entry -> {
            var end = new Consultation(as, Optional.empty());
            end.label = label;
            end.caseId = caseId;
            end.actions.add(action.name());
            end.facts.putAll(how);
            end.facts.put("download", entry.toString());
            return end;
        });
    }

    Optional<UUID> partOf() {
        return partOf;
    }

    static Optional<Consultation> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    void add(Action action, Decision.Allowed allowed, Noted<?> noted) {
        if (!actions.contains(action.name())) {
            actions.add(action.name());
        }
        refs.addAll(noted.refs());
        facts.putAll(noted.facts());
        if (label.isEmpty()) {
            label = allowed.label();
            caseId = allowed.caseId();
        }
    }

    /** What is shown, to tell whether a part says anything new. */
    List<Object> shown() {
        return List.of(List.copyOf(actions), List.copyOf(refs));
    }

    boolean isEmpty() {
        return actions.isEmpty();
    }

    Entry entry(UUID as, java.time.Instant at, Acting acting) {
        var all = new LinkedHashMap<>(facts);
        if (actions.size() > 1) {
            all.put("also", String.join(" ", actions.subList(1, actions.size())));
        }
        return new Entry(
                as,
                at,
                acting,
                label,
                caseId,
                Entry.Kind.CONSULTATION,
                actions.getFirst(),
                Entry.Outcome.SHOWN,
                Optional.empty(),
                partOf,
                List.copyOf(refs),
                all);
    }

    void clear() {
        actions.clear();
        refs.clear();
        facts.clear();
    }
}
