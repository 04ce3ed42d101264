package org.plumbline.engine.model.link;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Stream;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.EntityView;

/**
 * The links that a set of entity views states, in the order of the views.
 *
 * @param withMarked every link, marked ones included
 */
public record Links(List<Link> withMarked) {
    public Links {
        withMarked = List.copyOf(withMarked);
    }

    /**
     * Entities of edge schemata (ownership, directorship, award, ...) become links between their source and target;
     * other entities link by each property that names an entity. An edge with an end missing makes no link.
     */
    public static Links in(Collection<EntityView> views) {
        return new Links(views.stream().flatMap(Links::stated).toList());
    }

    /** The links that the policy leaves open: what charts, neighbours, counts and exports use. */
    public List<Link> open() {
        return withMarked.stream()
                .filter(link -> link.openness() == Openness.OPEN)
                .toList();
    }

    /** The open links that touch this entity. */
    public List<Link> of(EntityId end) {
        return open().stream().filter(link -> link.touches(end)).toList();
    }

    /** The entities that an open link joins to this one, in the order of the links; itself left out. */
    public SequencedSet<EntityId> neighbours(EntityId end) {
        var neighbours = new LinkedHashSet<EntityId>();
        of(end).forEach(link -> neighbours.add(link.other(end)));
        neighbours.remove(end);
        return neighbours;
    }

    private static Stream<Link> stated(EntityView view) {
        return view.schema()
                .edge()
                .map(edge -> new EdgeLinks(view, edge).links())
                .orElseGet(() -> PlainLinks.of(view));
    }
}
