package org.plumbline.entities;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.Subject;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * An entity as lists show it; what is known of it is in its statements.
 *
 * @param schema its kind in the vocabulary
 * @param caption what names it, from open statements only; empty when none does
 * @param edge whether it is a link between two others
 * @param marked whether its whole kind is marked: on its own page, in no list
 * @param collection the register it was imported from
 * @param subject the case's entry of it with its role, where it has one
 * @param role that role, where it has been looked up
 */
public record EntityRecord(
        UUID id,
        Stamp stamp,
        String schema,
        String caption,
        boolean edge,
        boolean marked,
        Optional<UUID> collection,
        Optional<UUID> subject,
        Optional<Subject.Role> role) {

    /** The kind of reference to an entity. */
    public static final String KIND = "entity";

    public Ref ref() {
        return new Ref(KIND, id, stamp.owner());
    }

    EntityRecord as(Subject.Role known) {
        return new EntityRecord(id, stamp, schema, caption, edge, marked, collection, subject, Optional.of(known));
    }
}
