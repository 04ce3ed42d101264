package org.plumbline.charts.picture;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What a picture shows: entities with their places, and lines between them.
 *
 * @param figures each entity once
 * @param lines both ends are among the figures
 */
public record Scene(Map<UUID, Figure> figures, List<Line> lines) {
    /** How a link is known. */
    public enum Knowledge {
        FACT,
        ASSESSMENT,
        CONFLICT
    }

    /**
     * An entity.
     *
     * @param letter letter of a person's role; empty for none
     */
    public record Figure(double x, double y, String schema, String name, String letter) {}

    /** A link. */
    public record Line(UUID from, UUID to, String label, Knowledge knowledge) {}

    public Scene {
        figures = Map.copyOf(figures);
        lines = List.copyOf(lines);
    }
}
