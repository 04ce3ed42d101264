package org.plumbline.engine.model;

import java.util.List;

/**
 * How an entity of an edge schema links two others.
 *
 * @param source name of the property that holds the link's start
 * @param target name of the property that holds its end
 * @param label English verb of the model, such as "owns"
 * @param caption names of the properties that describe the link, first filled one wins
 */
public record Edge(String source, String target, String label, boolean directed, List<String> caption) {
    public Edge {
        caption = List.copyOf(caption);
    }
}
