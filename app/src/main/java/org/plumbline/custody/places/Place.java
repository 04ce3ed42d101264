package org.plumbline.custody.places;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.identity.Step;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;

/**
 * A place where exhibits can be kept.
 *
 * @param organisation whose it is
 * @param parent the place it stands in; absent at the top
 * @param code what stands on its label; capital letters, digits and hyphens, once in an organisation and never again
 * @param path its name after those of the places it stands in, the topmost first
 * @param version counts its wordings, from 1
 * @param closed who closed it, when and why; absent while it is open
 */
public record Place(
        UUID id,
        OrganisationId organisation,
        Optional<UUID> parent,
        String code,
        PlaceKind kind,
        String name,
        String path,
        int version,
        Optional<Step> closed) {
    public boolean isOpen() {
        return closed.isEmpty();
    }

    public Ref ref() {
        return new Ref("storage-place", id, organisation);
    }

    /** What a choice of places says: the path and the code. */
    public String label() {
        return path + " (" + code + ")";
    }

    Place under(String longer) {
        return new Place(id, organisation, parent, code, kind, name, longer, version, closed);
    }
}
