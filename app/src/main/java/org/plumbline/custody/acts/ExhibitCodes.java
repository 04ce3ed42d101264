package org.plumbline.custody.acts;

import java.util.Optional;
import java.util.UUID;

/** Port: the exhibit that a tag is stuck on. */
public interface ExhibitCodes {
    /**
     * The exhibit of a scanned or typed code, inside the transaction of an act or a consultation; absent where it is no
     * code, nobody has it, or the acting person may not see what it is stuck on.
     */
    Optional<UUID> exhibit(String typed);
}
