package org.plumbline.engine.graph;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Lays the entries of all rows out by entity, type, direction and other end: three stable counting sorts, the least
 * significant first (radix sort; Knuth vol. 3, 5.2.5), then the few with the same of all by the link's identifier.
 */
final class RowSort {
    private final LinkDrafts links;
    private final int entities;
    private final int[] ranks;
    private final int[] rows;
    /** Of each entry, twice its link and one more where it comes in. */
    private int[] entries;

    RowSort(LinkDrafts links, int entities) {
        this.links = links;
        this.entities = entities;
        ranks = ranks(links.kindTable());
        entries = unsorted();
        int most = 2 * (Arrays.stream(ranks).max().orElse(0) + 1);
        sort(entities, this::other);
        sort(most, entry -> 2 * ranks[links.kind(entry >> 1)] + (entry & 1));
        rows = sort(entities, this::owner);
        untie();
    }

    int[] rows() {
        return rows;
    }

    int[] others() {
        return Arrays.stream(entries).map(this::other).toArray();
    }

    int[] kinds() {
        return Arrays.stream(entries)
                .map(entry -> 2 * links.kind(entry >> 1) + (entry & 1))
                .toArray();
    }

    /** Of each entry, the number of its link. */
    int[] links() {
        return Arrays.stream(entries).map(entry -> entry >> 1).toArray();
    }

    /** Of each kind, the place of its type among all types. */
    private static int[] ranks(Kinds table) {
        int[] types = IntStream.range(0, table.size())
                .map(kind -> table.kind(kind).type())
                .distinct()
                .sorted()
                .toArray();
        return IntStream.range(0, table.size())
                .map(kind -> Arrays.binarySearch(types, table.kind(kind).type()))
                .toArray();
    }

    /** One entry out and one in; a link of an entity with itself has the first only. */
    private int[] unsorted() {
        int[] all = new int[2 * links.size()];
        int size = 0;
        for (int link = 0; link < links.size(); link++) {
            all[size++] = 2 * link;
            if (links.source(link) != links.target(link)) {
                all[size++] = 2 * link + 1;
            }
        }
        return Arrays.copyOf(all, size);
    }

    private int owner(int entry) {
        return (entry & 1) == 0 ? links.source(entry >> 1) : links.target(entry >> 1);
    }

    private int other(int entry) {
        return (entry & 1) == 0 ? links.target(entry >> 1) : links.source(entry >> 1);
    }

    /** Sorts by a key below a bound; returns where each key begins. */
    private int[] sort(int bound, IntUnaryOperator key) {
        int[] starts = new int[bound + 1];
        for (int entry : entries) {
            starts[key.applyAsInt(entry) + 1]++;
        }
        Arrays.parallelPrefix(starts, Integer::sum);
        int[] next = starts.clone();
        int[] sorted = new int[entries.length];
        for (int entry : entries) {
            sorted[next[key.applyAsInt(entry)]++] = entry;
        }
        entries = sorted;
        return starts;
    }

    private void untie() {
        for (int entity = 0; entity < entities; entity++) {
            int start = rows[entity];
            for (int at = start + 1; at <= rows[entity + 1]; at++) {
                if (at == rows[entity + 1] || !isTied(entries[start], entries[at])) {
                    untie(start, at);
                    start = at;
                }
            }
        }
    }

    private boolean isTied(int one, int next) {
        return (one & 1) == (next & 1)
                && other(one) == other(next)
                && ranks[links.kind(one >> 1)] == ranks[links.kind(next >> 1)];
    }

    private void untie(int from, int until) {
        if (until - from < 2) {
            return;
        }
        int[] sorted = Arrays.stream(entries, from, until)
                .boxed()
                .sorted((one, next) -> Identifiers.compare(links.id(one >> 1), links.id(next >> 1)))
                .mapToInt(Integer::intValue)
                .toArray();
        System.arraycopy(sorted, 0, entries, from, sorted.length);
    }
}
