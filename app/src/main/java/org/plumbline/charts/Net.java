package org.plumbline.charts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Entities and the open links between them, as the acting person may see them now.
 *
 * @param nodes each entity once
 * @param links both ends of each are among the nodes
 */
public record Net(List<ChartNode> nodes, List<ChartLink> links) {
    public Net {
        nodes = List.copyOf(nodes);
        Set<UUID> there = nodes.stream().map(ChartNode::id).collect(Collectors.toSet());
        links = links.stream()
                .filter(link -> there.contains(link.source()) && there.contains(link.target()))
                .toList();
    }

    /** The entities by identifier. */
    public Map<UUID, ChartNode> byId() {
        return nodes.stream().collect(Collectors.toMap(ChartNode::id, Function.identity()));
    }

    Set<UUID> ids() {
        return nodes.stream().map(ChartNode::id).collect(Collectors.toSet());
    }
}
