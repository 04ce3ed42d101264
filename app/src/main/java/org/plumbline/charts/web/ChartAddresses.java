package org.plumbline.charts.web;

import java.util.List;

/**
 * Where the chart's script finds its data, acts and libraries; {@code docs/formats/chart-json.md} says what each
 * answers. Libraries are the addresses of the packaged scripts, with their versions resolved.
 *
 * @param cytoscape the module build, imported by the page
 * @param layoutLibraries the classic builds, in the order in which the worker must load them: cytoscape, layout-base,
 *     cose-base, cytoscape-fcose
 */
public record ChartAddresses(
        String data,
        String layout,
        String copy,
        String expand,
        String neighbours,
        String suggest,
        String details,
        String export,
        String icons,
        String cytoscape,
        String layoutWorker,
        List<String> layoutLibraries) {

    public ChartAddresses {
        layoutLibraries = List.copyOf(layoutLibraries);
        if (layoutLibraries.stream().anyMatch(address -> address.contains(" "))) {
            throw new IllegalArgumentException("An address of a library holds a space: " + layoutLibraries);
        }
    }
}
