package org.plumbline.engine.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Entities and the documented links between them; never changes, so any number of threads may ask at once. A link is
 * visible when its label and both its ends are; an entity that isn't visible is answered like one that isn't there.
 * What is invisible changes no answer, nor does the order in which things came.
 */
public final class Graph {
    private final Base base;
    private final Overlay overlay;
    private final Sights sights;
    private final Workplaces workplaces;

    Graph(Base base) {
        this(base, Overlay.none(base), new Sights(base), new Workplaces());
    }

    private Graph(Base base, Overlay overlay, Sights sights, Workplaces workplaces) {
        this.base = base;
        this.overlay = overlay;
        this.sights = sights;
        this.workplaces = workplaces;
    }

    /** The entities at most so many links away from one, itself included; empty when that one is not visible. */
    public Reach expand(UUID start, int hops, Question question) {
        if (hops < 0) {
            throw new IllegalArgumentException("Asked for " + hops + " hops; ask for 0 or more");
        }
        return walked(start, hops, question, (side, end) -> {
            var reached = new ArrayList<Reach.Step>(side.size());
            for (int at = 0; at < side.size(); at++) {
                reached.add(new Reach.Step(id(side.at(at)), side.hops(side.at(at))));
            }
            return new Reach(reached, end);
        });
    }

    /** How many entities are at most so many links away, itself included. */
    public Tally count(UUID start, int hops, Question question) {
        return walked(start, hops, question, (side, end) -> new Tally(side.size(), end));
    }

    /**
     * The links of an entity, a page at a time: by type, those going out before those coming in, then by the other end.
     */
    public Ties ties(UUID of, Optional<Ties.Tie> after, int most, Question question) {
        var walk = new Walk(this, question);
        int entity = find(of);
        if (entity < 0 || !walk.sees(entity)) {
            return new Ties(List.of(), End.WHOLE);
        }
        return new TiePages(this, walk).page(entity, after, most);
    }

    /** One shortest way between two entities, following links in either direction; always the same one. */
    public Route path(UUID from, UUID to, Question question) {
        var walk = new Walk(this, question);
        return workplaces.with(two -> bothSeen(walk, from, to)
                ? new Ways(this, question, walk, two, find(from), find(to)).shortest()
                : new Route(List.of(), End.WHOLE));
    }

    /** All shortest ways between two entities, at most so many, in the order of their entities' identifiers. */
    public Routes paths(UUID from, UUID to, int most, Question question) {
        var walk = new Walk(this, question);
        return workplaces.with(two -> bothSeen(walk, from, to)
                ? new Ways(this, question, walk, two, find(from), find(to)).allShortest(most)
                : new Routes(List.of(), End.WHOLE));
    }

    /** The first ways that meet no entity twice, at most so many, by length and then by their entities' identifiers. */
    public Routes ways(UUID from, UUID to, int most, Question question) {
        if (most < 1) {
            throw new IllegalArgumentException("Asked for " + most + " ways; ask for 1 or more");
        }
        var walk = new Walk(this, question);
        return workplaces.with(two -> bothSeen(walk, from, to)
                ? new FirstWays(this, walk, two).between(find(from), find(to), most)
                : new Routes(List.of(), End.WHOLE));
    }

    /**
     * The way whose links have the strongest evidence: the least sum of what is missing to the strongest, and 1, of
     * each.
     */
    public Route strongest(UUID from, UUID to, Question question) {
        var walk = new Walk(this, question);
        return workplaces.with(two -> bothSeen(walk, from, to)
                ? new StrongestWay(this, walk, two.near(size()))
                        .between(find(from), find(to), new Walk(this, question.unlimited()))
                : new Route(List.of(), End.WHOLE));
    }

    /** Chains that begin at an entity and follow these steps, at most so many; no entity is in one twice. */
    public Routes chains(UUID start, List<Step> steps, int most, Question question) {
        return new Patterns(this, question).chains(start, List.copyOf(steps), most);
    }

    /**
     * What entities one step from a first have in common a step further, such as an officer of two of a buyer's
     * suppliers.
     */
    public Shared shared(UUID start, Step across, Step to, int most, Question question) {
        return new Patterns(this, question).shared(start, across, to, most);
    }

    /** Measures of the links among a selection. */
    public Measures measures(Set<UUID> selection, Question question) {
        return Measures.of(this, new Walk(this, question), selection);
    }

    /**
     * The links of a selection that were recorded in a minute or later, counted from 1970-01-01T00:00Z, at most so
     * many.
     */
    public News since(Set<UUID> selection, int minute, int most, Question question) {
        return News.since(this, new Walk(this, question), selection, minute, most);
    }

    /** The entities linked with both, by their identifiers. */
    public Common common(UUID one, UUID other, Question question) {
        var walk = new Walk(this, question);
        return workplaces.with(two -> bothSeen(walk, one, other)
                ? Common.of(this, walk, two.near(size()), find(one), find(other))
                : new Common(List.of(), End.WHOLE));
    }

    /** How many parts without a link between them the visible entities fall into, and how many are in the largest. */
    public Parts parts(Question question) {
        return workplaces.with(two -> Parts.of(this, new Walk(this, question), two.near(size())));
    }

    /**
     * This graph with what changed.
     *
     * @throws IllegalArgumentException when a link names an entity that is not in the graph
     */
    public Graph with(Changes changes) {
        return new Graph(base, new OverlayBuilder(this, overlay).apply(changes), sights, workplaces);
    }

    /** How much has changed since it was built whole: entities and links. */
    public int changed() {
        return overlay.size();
    }

    /** The same, built whole; takes as long as building does. */
    public Graph merged() {
        return new Merger(this).merged();
    }

    /** The number of entities, visible or not. */
    public int entities() {
        return size();
    }

    /** The number of links, visible or not, with those that went since it was built whole. */
    public int links() {
        return base.linkCount() + overlay.links().size();
    }

    /** The bytes that the entities and links take which it was built with. */
    public long bytes() {
        return base.bytes();
    }

    private boolean bothSeen(Walk walk, UUID one, UUID other) {
        int first = find(one);
        int second = find(other);
        return first >= 0 && second >= 0 && walk.sees(first) && walk.sees(second);
    }

    private interface Answer<T> {
        T of(Side side, End end);
    }

    private <T> T walked(UUID start, int hops, Question question, Answer<T> answer) {
        var walk = new Walk(this, question);
        int first = find(start);
        return workplaces.with(two -> {
            if (first < 0 || !walk.sees(first)) {
                return answer.of(Side.nowhere(), End.WHOLE);
            }
            var side = new Side(two.near(size()), first);
            while (side.depth() < hops && side.waiting() && side.level(walk)) {
                // Each round is one more hop.
            }
            return answer.of(side, walk.end());
        });
    }

    Base base() {
        return base;
    }

    Overlay overlay() {
        return overlay;
    }

    Sights sights() {
        return sights;
    }

    int size() {
        return base.entities() + overlay.added().size();
    }

    /** The number of an entity; below 0 when it isn't there. */
    int find(UUID id) {
        Integer added = overlay.numbers().get(id);
        return added != null ? added : base.ids().find(id);
    }

    UUID id(int entity) {
        return entity < base.entities()
                ? base.ids().at(entity)
                : overlay.added().get(entity - base.entities()).id();
    }

    int set(int entity) {
        if (entity >= base.entities()) {
            return overlay.added().get(entity - base.entities()).set();
        }
        Overlay.Stated restated = overlay.restated(entity);
        return restated == null ? base.sets()[entity] : restated.set();
    }

    int schema(int entity) {
        if (entity >= base.entities()) {
            return overlay.added().get(entity - base.entities()).schema();
        }
        Overlay.Stated restated = overlay.restated(entity);
        return restated == null ? base.schemas()[entity] : restated.schema();
    }

    int from(int link) {
        return link < base.linkCount() ? base.from()[link] : came(link).from();
    }

    int until(int link) {
        return link < base.linkCount() ? base.until()[link] : came(link).until();
    }

    int recorded(int link) {
        return link < base.linkCount() ? base.recorded()[link] : came(link).recorded();
    }

    UUID linkId(int link) {
        return link < base.linkCount() ? base.linkIds().at(link) : came(link).id();
    }

    private Link came(int link) {
        return overlay.links().get(link - base.linkCount()).link();
    }

    /** Which comes first in a row: an entry of the base, below 0, or one that came. */
    int order(int entry, int came) {
        Overlay.Came link = overlay.links().get(came >> 1);
        int kind = base.kinds()[entry];
        int order = Integer.compare(
                overlay.kindTable().kind(kind >> 1).type(), link.link().type());
        if (order == 0) {
            order = Integer.compare(kind & 1, came & 1);
        }
        if (order == 0) {
            int end = (came & 1) == 0 ? link.target() : link.source();
            order = Identifiers.compare(id(base.others()[entry]), id(end));
        }
        return order != 0
                ? order
                : Identifiers.compare(linkId(base.links()[entry]), link.link().id());
    }
}
