package org.plumbline.entities;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.cases.Subject;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.link.Link;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.kernel.MemberId;

/**
 * Everything an entity's page shows: what was known of it at a moment, and the links that touch it.
 *
 * @param schema its kind; the record's own when nothing was known yet
 * @param view what stood at that moment; absent when nothing did
 * @param retracted statements that no longer stood, newest retraction first
 * @param links every link that touches it, marked ones too
 * @param linkViews the entities that are links, by identifier
 * @param sources the sources of all of these, by identifier
 * @param named the entities these point to, by identifier
 * @param subject its role in the case, where it has one
 * @param recorders who recorded, by identifier
 * @param at the moment
 */
public record EntityReading(
        EntityRecord entity,
        Schema schema,
        Optional<EntityView> view,
        List<Statement> retracted,
        List<Link> links,
        Map<UUID, EntityView> linkViews,
        Map<UUID, SourceRecord> sources,
        Map<UUID, EntityRecord> named,
        Optional<Subject> subject,
        Map<MemberId, String> recorders,
        Instant at) {
    public EntityReading {
        retracted = List.copyOf(retracted);
        links = List.copyOf(links);
        linkViews = Map.copyOf(linkViews);
        sources = Map.copyOf(sources);
        named = Map.copyOf(named);
        recorders = Map.copyOf(recorders);
    }
}
