package org.plumbline.charts;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A chart as a list shows it.
 *
 * @param entities how many entities are on it, hidden ones too
 */
public record ChartLine(UUID id, Stamp stamp, String title, int entities, Instant savedAt, MemberId savedBy) {
    public Ref ref() {
        return new Ref(Chart.KIND, id, stamp.owner());
    }
}
