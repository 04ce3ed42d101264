package org.plumbline.engine.graph;

import java.util.Arrays;
import java.util.UUID;

/** Links as they come, their ends as the numbers of {@link EntityDrafts}. */
final class LinkDrafts {
    private final Kinds kindTable = new Kinds();
    private final IdentifierTable ids = new IdentifierTable();
    private int[] sources = new int[16];
    private int[] targets = new int[16];
    private int[] kinds = new int[16];
    private int[] from = new int[16];
    private int[] until = new int[16];
    private int[] recorded = new int[16];
    private int size;

    void add(Link link, int source, int target) {
        if (ids.number(link.id()) < size) {
            throw new IllegalArgumentException(
                    "Link " + link.id() + " is in the graph already; each is stated once: leave the second away");
        }
        if (size == sources.length) {
            grow();
        }
        sources[size] = source;
        targets[size] = target;
        kinds[size] = kindTable.number(kind(link));
        from[size] = link.from();
        until[size] = link.until();
        recorded[size] = link.recorded();
        size++;
    }

    static Kinds.Kind kind(Link link) {
        return new Kinds.Kind(link.type(), link.label(), link.collection(), link.strength());
    }

    int size() {
        return size;
    }

    int source(int link) {
        return sources[link];
    }

    int target(int link) {
        return targets[link];
    }

    int kind(int link) {
        return kinds[link];
    }

    UUID id(int link) {
        return ids.id(link);
    }

    /** Has the ends named by other numbers. */
    void renumber(int[] numbers) {
        for (int link = 0; link < size; link++) {
            sources[link] = numbers[sources[link]];
            targets[link] = numbers[targets[link]];
        }
    }

    Kinds kindTable() {
        return kindTable;
    }

    Identifiers ids() {
        return ids.inOrderOfComing();
    }

    int[] from() {
        return Arrays.copyOf(from, size);
    }

    int[] until() {
        return Arrays.copyOf(until, size);
    }

    int[] recorded() {
        return Arrays.copyOf(recorded, size);
    }

    private void grow() {
        int room = 2 * size;
        sources = Arrays.copyOf(sources, room);
        targets = Arrays.copyOf(targets, room);
        kinds = Arrays.copyOf(kinds, room);
        from = Arrays.copyOf(from, room);
        until = Arrays.copyOf(until, room);
        recorded = Arrays.copyOf(recorded, room);
    }
}
