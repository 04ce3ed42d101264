package org.plumbline.charts;

/**
 * What an expansion adds.
 *
 * @param net the found entities, and their links to each other and to the chart
 * @param more how many entities the limit left out
 */
public record Expansion(Added net, int more) {
    /** Entities with links whose other ends may be on the chart already. */
    public record Added(java.util.List<ChartNode> nodes, java.util.List<ChartLink> links) {
        public Added {
            nodes = java.util.List.copyOf(nodes);
            links = java.util.List.copyOf(links);
        }
    }
}
