package org.plumbline.entities;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * Records that came together, such as a register.
 *
 * @param name its name, once in a case
 * @param publisher who publishes it; empty when unknown
 * @param licence under which terms; empty when unknown
 * @param checked when it was fetched or last compared with its publisher
 */
public record CollectionRecord(
        UUID id, Stamp stamp, String name, String publisher, String licence, Optional<LocalDate> checked) {

    public Ref ref() {
        return new Ref("collection", id, stamp.owner());
    }
}
