package org.plumbline.charts.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The shapes of {@code docs/formats/chart-json.md}, as they are answered. */
final class ChartJson {
    private ChartJson() {}

    /** A chart with what it shows. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Data(
            UUID id,
            int version,
            String title,
            List<Node> nodes,
            List<Link> links,
            @Nullable JsonNode filter) {}

    /** An entity; without places where nobody has placed it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Node(
            UUID id,
            String caption,
            String schema,
            String kind,
            @Nullable Role role,
            String href,
            @Nullable Double x,
            @Nullable Double y,
            @Nullable Boolean pinned,
            @Nullable Boolean hidden) {}

    /** A person's role in the case. */
    record Role(String letter, String word) {}

    /** A link; {@code from} and {@code until} are partial dates. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Link(
            String id,
            UUID source,
            UUID target,
            String type,
            String typeLabel,
            String label,
            @Nullable String from,
            @Nullable String until,
            String kind,
            @Nullable Boolean conflict,
            String href,
            List<Source> sources) {}

    /** A source chip. */
    record Source(String label, String href) {}

    /** How many links of each type an entity has. */
    record Neighbours(int total, List<Type> types) {}

    /** A type of link with its word. */
    record Type(String type, String label, int count) {}

    /** What an expansion adds. */
    record Expanded(List<Node> nodes, List<Link> links, int more) {}

    /** That a layout is kept. */
    record Saved(int version, String savedAt) {}

    /** That another version is there. */
    record Meanwhile(int version, String by, String at) {}

    /** Where a copy is. */
    record Copied(UUID id, String href) {}

    /** An entity to add. */
    record Suggested(UUID id, String caption, String schema, String kind) {}

    /** What an export is asked to be. */
    record Export(@Nullable String format) {}
}
