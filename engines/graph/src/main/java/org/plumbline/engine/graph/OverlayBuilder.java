package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Adds changes to what had changed before. */
final class OverlayBuilder {
    private final Graph graph;
    private final Base base;
    private final Map<Integer, Overlay.Stated> restated;
    private final List<Overlay.Stated> added;
    private final Map<UUID, Integer> numbers;
    private final BitSet goneLinks;
    private final List<Overlay.Came> links;
    private final Map<Integer, int[]> rows;
    private final LabelSets labelSets;
    private final Kinds kindTable;

    OverlayBuilder(Graph graph, Overlay before) {
        this.graph = graph;
        base = graph.base();
        restated = new HashMap<>(before.restated());
        added = new ArrayList<>(before.added());
        numbers = new HashMap<>(before.numbers());
        goneLinks = (BitSet) before.goneLinks().clone();
        links = new ArrayList<>(before.links());
        rows = new HashMap<>(before.rows());
        labelSets = before.labelSets().copy();
        kindTable = before.kindTable().copy();
    }

    Overlay apply(Changes changes) {
        changes.goneLinks().forEach(this::drop);
        changes.goneEntities().forEach(this::drop);
        changes.entities().forEach(this::state);
        changes.links().forEach(this::add);
        return new Overlay(restated, added, numbers, goneLinks, links, rows, labelSets, kindTable);
    }

    private void drop(Changes.Gone gone) {
        int entity = find(gone.end());
        if (entity < 0) {
            return;
        }
        for (int entry = rowStart(entity); entry < rowStart(entity + 1); entry++) {
            if (base.linkIds().at(base.links()[entry]).equals(gone.link())) {
                goneLinks.set(base.links()[entry]);
            }
        }
        for (int came : rows.getOrDefault(entity, new int[0])) {
            if (links.get(came >> 1).link().id().equals(gone.link())) {
                goneLinks.set(base.linkCount() + (came >> 1));
            }
        }
    }

    private int rowStart(int entity) {
        return entity <= base.entities() ? base.rows()[entity] : base.others().length;
    }

    private void drop(UUID gone) {
        int entity = find(gone);
        if (entity >= 0) {
            put(entity, new Overlay.Stated(gone, 0, 0));
        }
    }

    private void state(Entity entity) {
        var stated = new Overlay.Stated(entity.id(), entity.schema(), labelSets.number(entity.labels()));
        int number = find(entity.id());
        if (number < 0) {
            numbers.put(entity.id(), base.entities() + added.size());
            added.add(stated);
        } else {
            put(number, stated);
        }
    }

    private void put(int entity, Overlay.Stated stated) {
        if (entity < base.entities()) {
            restated.put(entity, stated);
        } else {
            added.set(entity - base.entities(), stated);
        }
    }

    private void add(Link link) {
        int source = known(link, link.source());
        int target = known(link, link.target());
        int place = links.size();
        links.add(new Overlay.Came(link, source, target, kindTable.number(LinkDrafts.kind(link))));
        enter(source, 2 * place);
        if (source != target) {
            enter(target, 2 * place + 1);
        }
    }

    private int known(Link link, UUID end) {
        int entity = find(end);
        // One that went is as if it had never been: merging leaves it out.
        if (entity < 0 || set(entity) == 0) {
            throw new IllegalArgumentException("Link " + link.id() + " names entity " + end
                    + ", which is not in the graph; add both its ends first");
        }
        return entity;
    }

    private int set(int entity) {
        if (entity >= base.entities()) {
            return added.get(entity - base.entities()).set();
        }
        Overlay.Stated stated = restated.get(entity);
        return stated == null ? base.sets()[entity] : stated.set();
    }

    private void enter(int entity, int entry) {
        int[] row = rows.getOrDefault(entity, new int[0]);
        int at = 0;
        while (at < row.length && order(row[at], entry) < 0) {
            at++;
        }
        int[] longer = Arrays.copyOf(row, row.length + 1);
        System.arraycopy(row, at, longer, at + 1, row.length - at);
        longer[at] = entry;
        rows.put(entity, longer);
    }

    private int order(int one, int next) {
        return tie(one).order(tie(next));
    }

    private Ties.Tie tie(int entry) {
        Link link = links.get(entry >> 1).link();
        boolean incoming = (entry & 1) == 1;
        return new Ties.Tie(link.id(), link.type(), incoming, incoming ? link.source() : link.target());
    }

    private int find(UUID id) {
        Integer number = numbers.get(id);
        return number != null ? number : graph.base().ids().find(id);
    }
}
