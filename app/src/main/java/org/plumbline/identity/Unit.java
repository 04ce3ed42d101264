package org.plumbline.identity;

import java.util.Optional;
import java.util.UUID;

/**
 * A part of an organisation. Being in one gives nobody access to anything.
 *
 * @param parent the unit it belongs to; absent at the top
 * @param version counts its wordings, from 1
 * @param closed who closed it, when and why; absent while it is open
 */
public record Unit(UUID id, String name, Optional<UUID> parent, int version, Optional<Step> closed) {
    public boolean isOpen() {
        return closed.isEmpty();
    }
}
