package org.plumbline.engine.model.link;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.statement.EntityId;

/**
 * One documented link between two entities.
 *
 * @param from where it starts; where it is not directed, one of its two ends
 * @param to where it ends
 * @param schema the edge's schema, or the schema of the entity whose property it is
 * @param property the property that names {@code to}
 * @param label English verb or property label of the model
 * @param detail what the edge's caption says, such as a role or a percentage; empty when it says nothing open
 * @param since when it began, as stated, every stated value; {@code until} when it ended
 * @param statements the statements that give its two ends
 * @param openness open or marked: a marked link is for readers of marked statements and no graph is joined by it
 * @param edge the entity that is the link itself; absent when a plain property makes it
 */
public record Link(
        EntityId from,
        EntityId to,
        String schema,
        String property,
        String label,
        boolean directed,
        String detail,
        List<String> since,
        List<String> until,
        Set<UUID> statements,
        Openness openness,
        @Nullable EntityId edge) {
    public Link {
        since = List.copyOf(since);
        until = List.copyOf(until);
        statements = Set.copyOf(statements);
    }

    /** The entity that is the link itself, when one is. */
    public Optional<EntityId> via() {
        return Optional.ofNullable(edge);
    }

    /** The other end, seen from one of them; the same one for a link of an entity with itself. */
    public EntityId other(EntityId end) {
        return end.equals(from) ? to : from;
    }

    /** Whether this entity is one of its ends. */
    public boolean touches(EntityId end) {
        return end.equals(from) || end.equals(to);
    }
}
