package org.plumbline.charts;

import java.time.Instant;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A chart as last saved.
 *
 * @param savedAt when the version of its stamp was saved
 * @param savedBy by whom
 */
public record Chart(UUID id, Stamp stamp, String title, Layout layout, Instant savedAt, MemberId savedBy) {
    /** The kind of reference to a chart. */
    public static final String KIND = "chart";

    /** Longest title. */
    static final int TITLE = 300;

    public int version() {
        return stamp.version();
    }

    public Ref ref() {
        return new Ref(KIND, id, stamp.owner());
    }
}
