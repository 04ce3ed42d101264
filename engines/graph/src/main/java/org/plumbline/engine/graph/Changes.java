package org.plumbline.engine.graph;

import java.util.List;
import java.util.UUID;

/**
 * What changed: first links go, then entities come or are stated anew, then links come. An entity that goes takes its
 * links out of sight.
 *
 * @param goneLinks links that no longer are
 * @param goneEntities entities that no longer are
 * @param entities entities as they are now, with all their labels
 * @param links links that came; one that is stated otherwise goes and comes
 */
public record Changes(List<Gone> goneLinks, List<UUID> goneEntities, List<Entity> entities, List<Link> links) {
    /** Copies the lists. */
    public Changes {
        goneLinks = List.copyOf(goneLinks);
        goneEntities = List.copyOf(goneEntities);
        entities = List.copyOf(entities);
        links = List.copyOf(links);
    }

    /**
     * A link that no longer is.
     *
     * @param link which one
     * @param end one of its ends, where it is looked for
     */
    public record Gone(UUID link, UUID end) {}
}
