package org.plumbline.reports.render;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Digest;

/**
 * An exhibit as a report lists it.
 *
 * @param number its number in the case
 * @param description what it is; blank is shown as unknown
 * @param bytes its size
 * @param received when the vault took it; null is shown as unknown
 * @param digest its SHA-256; null is shown as unknown
 */
public record Exhibit(
        String number,
        String description,
        long bytes,
        @Nullable Instant received,
        @Nullable Digest digest) {
    public Exhibit {
        Filled.require("exhibit number", number);
        if (bytes < 0) {
            throw new IllegalArgumentException("An exhibit has 0 or more bytes, not " + bytes);
        }
    }
}
