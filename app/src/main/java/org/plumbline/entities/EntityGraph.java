package org.plumbline.entities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.cases.Subject;
import org.plumbline.engine.model.link.Link;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.value.PartialDate;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** Entities and their open links as a graph, read-only. Nothing that the policy marks is in it. */
@Service
@Application
public class EntityGraph {
    private static final Action READ = new Action("entities.read-graph", Right.READ);

    private final Acts acts;
    private final EntityTable entities;
    private final Views views;
    private final Roles roles;
    private final Clock clock;

    EntityGraph(Acts acts, EntityTable entities, Views views, Roles roles, Clock clock) {
        this.acts = acts;
        this.entities = entities;
        this.views = views;
        this.roles = roles;
        this.clock = clock;
    }

    /**
     * An entity.
     *
     * @param schema its kind, a name of the vocabulary
     * @param caption what names it; empty when nothing open does
     * @param role its role in the case, where it has one
     */
    public record Node(UUID id, String schema, String caption, Optional<Subject.Role> role) {}

    /**
     * A documented link.
     *
     * @param id the same for the same link each time
     * @param schema the link's kind, or the kind of the entity whose property it is
     * @param property the property that names {@code to}
     * @param label the verb of the vocabulary
     * @param detail role, share or the like; empty for none
     * @param since every stated beginning; {@code until} every stated end
     * @param amounts every stated amount with its currency, as stated
     * @param statements the statements that give its two ends
     * @param via the entity that is the link itself, where one is
     */
    public record Edge(
            String id,
            UUID from,
            UUID to,
            String schema,
            String property,
            String label,
            String detail,
            boolean directed,
            List<String> since,
            List<String> until,
            List<String> amounts,
            Set<UUID> statements,
            Optional<UUID> via) {}

    /**
     * @param nodes each entity once
     * @param edges links between them
     * @param more how many further neighbours the limit left out
     */
    public record Graph(List<Node> nodes, List<Edge> edges, int more) {}

    /**
     * What narrows the neighbours of an entity.
     *
     * @param schemata kinds of links to follow; empty for all
     * @param from leaves out links that ended before; a link without dates stays
     * @param until leaves out links that began after
     * @param limit the most neighbours
     */
    public record Reach(Set<String> schemata, Optional<LocalDate> from, Optional<LocalDate> until, int limit) {
        public Reach {
            schemata = Set.copyOf(schemata);
        }

        /** Everything, up to a limit. */
        public static Reach all(int limit) {
            return new Reach(Set.of(), Optional.empty(), Optional.empty(), limit);
        }
    }

    /** An entity, its neighbours and the links between it and them. */
    public Graph neighbours(CaseId caseId, UUID id, Reach reach) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            if (entities.find(caseId, id).filter(e -> !e.marked()).isEmpty()) {
                throw Refusal.absent().asException();
            }
            Map<UUID, EntityView> around = views.around(List.of(id), clock.instant());
            var self = new EntityId(id.toString());
            List<Edge> edges = Views.links(around.values(), false).stream()
                    .filter(l -> l.touches(self))
                    .map(l -> edge(l, around))
                    .filter(e -> within(e, reach))
                    .toList();
            var ends = new LinkedHashSet<UUID>();
            edges.forEach(e -> ends.add(e.from().equals(id) ? e.to() : e.from()));
            ends.remove(id);
            var kept =
                    new LinkedHashSet<UUID>(ends.stream().limit(reach.limit()).toList());
            kept.add(id);
            Graph graph = graph(caseId, kept, edges, ends.size() - kept.size() + 1);
            return noted(caseId, graph);
        });
    }

    /** These entities and the links between them; those that may not be seen are left out. */
    public Graph among(CaseId caseId, Collection<UUID> ids) {
        return acts.consult(READ, Scope.of(caseId), () -> {
            Map<UUID, EntityView> around = views.around(ids, clock.instant());
            List<Edge> edges = Views.links(around.values(), false).stream()
                    .map(l -> edge(l, around))
                    .toList();
            return noted(caseId, graph(caseId, new LinkedHashSet<>(ids), edges, 0));
        });
    }

    private Graph graph(CaseId caseId, Set<UUID> ids, List<Edge> edges, int more) {
        var seen = new LinkedHashMap<UUID, Node>();
        roles.fill(caseId, entities.find(caseId, ids).values()).stream()
                .filter(e -> !e.marked())
                .forEach(e -> seen.put(e.id(), new Node(e.id(), e.schema(), e.caption(), e.role())));
        List<Edge> inside = edges.stream()
                .filter(e -> seen.containsKey(e.from()) && seen.containsKey(e.to()))
                .toList();
        return new Graph(List.copyOf(seen.values()), inside, more);
    }

    private Noted<Graph> noted(CaseId caseId, Graph graph) {
        var refs = entities.find(caseId, graph.nodes().stream().map(Node::id).toList()).values().stream()
                .map(EntityRecord::ref)
                .toList();
        return Noted.of(graph, refs).with("links", graph.edges().size());
    }

    private static Edge edge(Link link, Map<UUID, EntityView> around) {
        Optional<UUID> via = link.via().map(v -> UUID.fromString(v.value()));
        UUID from = UUID.fromString(link.from().value());
        UUID to = UUID.fromString(link.to().value());
        return new Edge(
                via.map(UUID::toString).orElse(from + "." + link.property()) + "." + to,
                from,
                to,
                link.schema(),
                link.property(),
                link.label(),
                link.detail(),
                link.directed(),
                link.since(),
                link.until(),
                via.map(around::get).map(EntityGraph::amounts).orElse(List.of()),
                link.statements(),
                via);
    }

    private static List<String> amounts(EntityView view) {
        String currency = view.values("currency").stream()
                .map(StatedValue::value)
                .findFirst()
                .orElse("");
        return view.values("amount").stream()
                .map(v -> (currency + " " + v.value()).strip())
                .toList();
    }

    private static boolean within(Edge edge, Reach reach) {
        return (reach.schemata().isEmpty() || reach.schemata().contains(edge.schema()))
                && reach.from().map(day -> mayLastUntil(edge, day)).orElse(true)
                && reach.until().map(day -> mayBeginBy(edge, day)).orElse(true);
    }

    private static boolean mayLastUntil(Edge edge, LocalDate day) {
        return edge.until().isEmpty()
                || edge.until().stream()
                        .flatMap(text -> PartialDate.read(text).stream())
                        .anyMatch(date -> !date.latest().isBefore(day));
    }

    private static boolean mayBeginBy(Edge edge, LocalDate day) {
        return edge.since().isEmpty()
                || edge.since().stream()
                        .flatMap(text -> PartialDate.read(text).stream())
                        .anyMatch(date -> !date.earliest().isAfter(day));
    }
}
