package org.plumbline.cases.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.audit.Event;
import org.plumbline.audit.EventListener;
import org.plumbline.kernel.CaseId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Clears every place besides the records once those of a case are gone, and says of each when it was done. */
@Component
class Clearing implements EventListener {
    private final ObjectProvider<CaseRemains> places;
    private final CaseErasureTable table;
    private final Clock clock;

    Clearing(ObjectProvider<CaseRemains> places, CaseErasureTable table, Clock clock) {
        this.places = places;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "case-erasure";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(CaseErasures.ERASED);
    }

    /** A place that can't be cleared now is tried again with the event; those done before stay done. */
    @Override
    public void on(Event event) {
        CaseId caseId = event.stamp().caseId().orElseThrow();
        UUID asked = event.ref().id();
        Set<String> done =
                table.cleared(asked).stream().map(CaseErasure.Cleared::place).collect(Collectors.toUnmodifiableSet());
        places.orderedStream().filter(place -> !done.contains(place.place())).forEach(place -> {
            Left left = place.clear(caseId);
            table.cleared(asked, new CaseErasure.Cleared(place.place(), Optional.empty(), left, now()));
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
