package org.plumbline.engine.graph;

import java.util.BitSet;
import java.util.UUID;

/** Gathers entities and links, in any order, into one graph. For one thread. */
public final class GraphBuilder {
    private final EntityDrafts entities = new EntityDrafts();
    private final LinkDrafts links = new LinkDrafts();

    /**
     * Adds that an entity is stated under a label; stated under several, it is visible to whoever sees one. The schema
     * stated last holds.
     *
     * @param schema a number of 0 to 32,767
     * @param label 0 or more
     */
    public GraphBuilder entity(UUID id, int schema, int label) {
        if (label < 0) {
            throw new IllegalArgumentException(
                    "Entity " + id + " has label " + label + "; it may not be below 0: give it that of its record");
        }
        if (schema < 0 || schema > Short.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "Entity " + id + " has schema " + schema + "; a schema is 0 to 32767: number the schemas anew");
        }
        entities.state(id, schema, label);
        return this;
    }

    /** Adds an entity with all its labels. */
    public GraphBuilder entity(Entity entity) {
        BitSet labels = entity.labels();
        for (int label = labels.nextSetBit(0); label >= 0; label = labels.nextSetBit(label + 1)) {
            entities.state(entity.id(), entity.schema(), label);
        }
        return this;
    }

    /** Adds a link; each is stated once. */
    public GraphBuilder link(Link link) {
        links.add(link, entities.number(link.source()), entities.number(link.target()));
        return this;
    }

    /**
     * The graph. Afterwards the builder is used up.
     *
     * @throws IllegalArgumentException when a link begins or ends at an entity that was not added, or is there twice
     */
    public Graph build() {
        return new Graph(base());
    }

    Base base() {
        for (int link = 0; link < links.size(); link++) {
            known(link, links.source(link));
            known(link, links.target(link));
        }
        int[] sorted = entities.sorted();
        int[] numbers = new int[sorted.length];
        for (int place = 0; place < sorted.length; place++) {
            numbers[sorted[place]] = place;
        }
        links.renumber(numbers);
        RowSort rows = new RowSort(links, sorted.length);
        return new Base(
                entities.ids(sorted),
                entities.schemas(sorted),
                entities.sets(sorted),
                rows.rows(),
                rows.others(),
                rows.kinds(),
                rows.links(),
                links.ids(),
                links.from(),
                links.until(),
                links.recorded(),
                entities.labelSets(),
                links.kindTable());
    }

    private void known(int link, int end) {
        if (!entities.isStated(end)) {
            throw new IllegalArgumentException("Link " + links.id(link) + " names entity " + entities.id(end)
                    + ", which is not in the graph; add both its ends first");
        }
    }
}
