package org.plumbline.entities;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.Property;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;

/**
 * A statement with what is needed to quote it elsewhere.
 *
 * @param about the entity it is about
 * @param name what names that entity; of a link the names of both its ends
 * @param schema the entity's kind
 * @param property what is stated; absent when the vocabulary has lost it
 * @param source what it rests on
 * @param recorder who recorded it, by name
 * @param contradicting every value, its own among them, where sources contradict each other; empty where they don't
 * @param sources sources of the contradicting values, by identifier
 * @param named names of the entities that values point to, by identifier
 */
public record Quotation(
        EntityRecord about,
        String name,
        Schema schema,
        Optional<Property> property,
        Statement statement,
        SourceRecord source,
        String recorder,
        List<StatedValue> contradicting,
        Map<UUID, SourceRecord> sources,
        Map<UUID, String> named) {
    public Quotation {
        contradicting = List.copyOf(contradicting);
        sources = Map.copyOf(sources);
        named = Map.copyOf(named);
    }

    public UUID id() {
        return statement.id();
    }
}
