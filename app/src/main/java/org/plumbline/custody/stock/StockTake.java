package org.plumbline.custody.stock;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.places.Place;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A stock-take of a storage place and what stands in it.
 *
 * @param stamp who began it and when
 * @param ended who signed it off; absent while it goes on
 */
public record StockTake(UUID id, Stamp stamp, Place place, Optional<Ending> ended) {
    /**
     * How it was signed off.
     *
     * @param expected how many things the records had there
     * @param seen how many different tags were scanned
     * @param note what the person who signed it off had to say; may be empty
     */
    public record Ending(Stamp stamp, int expected, int seen, String note) {}

    public Ref ref() {
        return new Ref("stock-take", id, stamp.owner());
    }
}
