package org.plumbline.charts;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityGraph;
import org.plumbline.entities.EntityGraph.Edge;
import org.plumbline.entities.EntityGrounds;
import org.plumbline.entities.EntityGrounds.Ground;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** What charts ask of the entities of a case, read at each look: nothing that was retracted or may not be seen. */
@Component
class LiveGraph {
    /** More neighbours of one entity than this are not looked at. */
    private static final int MOST = 2_000;

    private final EntityGraph graph;
    private final EntityGrounds grounds;
    private final Entities entities;
    private final Vocabulary vocabulary;

    LiveGraph(EntityGraph graph, EntityGrounds grounds, Entities entities, Vocabulary vocabulary) {
        this.graph = graph;
        this.grounds = grounds;
        this.entities = entities;
        this.vocabulary = vocabulary;
    }

    /** These entities and every link between them. */
    Net among(CaseId caseId, Collection<UUID> ids) {
        return ids.isEmpty() ? new Net(List.of(), List.of()) : net(caseId, graph.among(caseId, ids));
    }

    /** An entity, all its neighbours, and its links; absent records are refused. */
    Net around(CaseId caseId, UUID id) {
        return net(caseId, graph.neighbours(caseId, id, EntityGraph.Reach.all(MOST)));
    }

    /** Those of these entities that the acting person may see and that can stand on a chart. */
    Set<UUID> seen(CaseId caseId, Collection<UUID> ids) {
        return graph.among(caseId, ids).nodes().stream()
                .filter(this::stands)
                .map(EntityGraph.Node::id)
                .collect(Collectors.toSet());
    }

    List<ChartNode> suggest(CaseId caseId, String text, int limit) {
        return entities.suggest(caseId, text, limit).stream()
                .map(found -> new ChartNode(found.id(), found.caption(), found.schema(), found.role()))
                .toList();
    }

    private Net net(CaseId caseId, EntityGraph.Graph read) {
        Map<UUID, Ground> known = read.edges().isEmpty() ? Map.of() : grounds.of(caseId, read.edges());
        return new Net(
                read.nodes().stream().filter(this::stands).map(LiveGraph::node).toList(),
                read.edges().stream().map(edge -> link(edge, known)).toList());
    }

    /** An entity that is a link itself is drawn as a line, never as a shape. */
    private boolean stands(EntityGraph.Node node) {
        return vocabulary.schema(node.schema()).flatMap(Schema::edge).isEmpty();
    }

    private static ChartNode node(EntityGraph.Node node) {
        return new ChartNode(node.id(), node.caption(), node.schema(), node.role());
    }

    private static ChartLink link(Edge edge, Map<UUID, Ground> known) {
        List<Ground> under = edge.statements().stream()
                .sorted()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .toList();
        var cited = new LinkedHashSet<ChartLink.Cited>();
        under.forEach(ground -> cited.add(
                new ChartLink.Cited(ground.source(), ground.statement().source().locator())));
        return new ChartLink(
                key(edge),
                edge.from(),
                edge.to(),
                edge.schema(),
                edge.label(),
                edge.detail(),
                edge.since().stream().sorted().findFirst(),
                edge.until().stream().sorted().reduce((first, last) -> last),
                !under.isEmpty() && under.stream().allMatch(LiveGraph::concluded),
                disagree(edge.since())
                        || disagree(edge.until())
                        || edge.amounts().size() > 1,
                List.copyOf(cited));
    }

    private static ChartLink.Key key(Edge edge) {
        return new ChartLink.Key(
                edge.via().orElse(edge.from()), edge.via().isPresent() ? "" : edge.property(), edge.from(), edge.to());
    }

    private static boolean concluded(Ground ground) {
        return ground.statement().grading() instanceof Grading.Assessment;
    }

    /** 2018 and 2018-10-23 agree; 2018 and 2019 do not. */
    private static boolean disagree(List<String> dates) {
        return dates.stream()
                .anyMatch(one -> dates.stream().anyMatch(other -> !one.startsWith(other) && !other.startsWith(one)));
    }
}
