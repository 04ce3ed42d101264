package org.plumbline.charts;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;

/**
 * Finds what an expansion adds: type, time and limit choose the entities; between those, the node and the chart every
 * link is given, since a chart always shows every link between what stands on it.
 */
record Expanding(LiveGraph graph, CaseId caseId, Layout layout) {
    private static final Comparator<ChartNode> BY_NAME =
            Comparator.comparing(ChartNode::caption).thenComparing(ChartNode::id);

    Expansion expand(Widening wish) {
        Net around = graph.around(caseId, wish.node());
        Map<UUID, ChartNode> known = around.byId();
        ChartNode self = known.get(wish.node());
        if (self == null) {
            throw Refusal.absent().asException();
        }
        return wish.limit() == 0 ? itself(self, around) : neighbours(wish, around, known);
    }

    private Expansion itself(ChartNode self, Net around) {
        Set<UUID> there = new LinkedHashSet<>(layout.entities());
        there.add(self.id());
        return new Expansion(new Expansion.Added(List.of(self), between(around.links(), Set.of(self.id()), there)), 0);
    }

    private Expansion neighbours(Widening wish, Net around, Map<UUID, ChartNode> known) {
        Set<UUID> there = new LinkedHashSet<>(layout.entities());
        there.add(wish.node());
        List<ChartNode> met = around.links().stream()
                .filter(wish::follows)
                .map(link -> link.other(wish.node()))
                .filter(end -> !end.equals(wish.node()))
                .distinct()
                .map(known::get)
                .sorted(BY_NAME)
                .toList();
        List<ChartNode> fresh =
                met.stream().filter(node -> !there.contains(node.id())).toList();
        List<ChartNode> taken = fresh.stream().limit(wish.limit()).toList();
        var answered = new LinkedHashSet<>(taken);
        met.stream().filter(node -> there.contains(node.id())).forEach(answered::add);
        Set<UUID> ids = new LinkedHashSet<>(answered.stream().map(ChartNode::id).toList());
        there.addAll(ids);
        List<ChartLink> links = between(graph.among(caseId, there).links(), ids, there);
        return new Expansion(new Expansion.Added(List.copyOf(answered), links), fresh.size() - taken.size());
    }

    private static List<ChartLink> between(List<ChartLink> links, Set<UUID> some, Set<UUID> there) {
        return links.stream()
                .filter(link -> some.contains(link.source()) || some.contains(link.target()))
                .filter(link -> there.contains(link.source()) && there.contains(link.target()))
                .toList();
    }
}
