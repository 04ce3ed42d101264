package org.plumbline.custody.acts;

import java.time.Clock;
import java.util.List;
import org.plumbline.access.ServiceReading;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether every exhibit that somebody released was taken over within the limit of its release. */
@Component
@Order(71)
class TransferHealth implements HealthCheck {
    private static final String ACTOR = "transfer-alarm";

    private final StandingTable table;
    private final ServiceReading reading;
    private final Clock clock;

    TransferHealth(StandingTable table, ServiceReading reading, Clock clock) {
        this.table = table;
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public List<Finding> look() {
        long neverMet = reading.as(ACTOR, () -> table.neverMet(clock.instant()));
        return neverMet == 0 ? List.of() : List.of(Finding.failing("transfers", "never-met", "count", neverMet));
    }
}
