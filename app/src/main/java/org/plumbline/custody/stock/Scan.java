package org.plumbline.custody.stock;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.tags.TagCode;
import org.plumbline.kernel.Stamp;

/**
 * One tag scanned in a stock-take, with what the records said of it at that moment.
 *
 * @param seal the number of the seal as it was read from the thing; absent where none was typed
 * @param place where the records had it
 * @param keptSeal the number of the seal in the records; absent where it is not sealed
 */
public record Scan(
        UUID id,
        Stamp stamp,
        TagCode code,
        Optional<String> seal,
        Found found,
        Optional<UUID> place,
        Optional<String> keptSeal) {
    /** Whether a seal was read that is not the one in the records. */
    public boolean otherSeal() {
        return found != Found.UNKNOWN && seal.isPresent() && !seal.equals(keptSeal);
    }
}
