package org.plumbline.custody.fixity;

import java.util.List;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether all content holds, as far as it was looked at. */
@Component
@Order(70)
class FixityHealth implements HealthCheck {
    private final FixityRounds rounds;

    FixityHealth(FixityRounds rounds) {
        this.rounds = rounds;
    }

    @Override
    public List<Finding> look() {
        FixityTable.Count count = rounds.count();
        if (count.quarantined() > 0) {
            return List.of(Finding.failing("fixity", "damaged", "count", count.quarantined()));
        }
        return List.of(
                count.overdue() > 0
                        ? Finding.missing("fixity", "behind", "count", count.overdue())
                        : Finding.good("fixity", "held", "count", count.contents()));
    }
}
