package org.plumbline.entities;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.search.Searchable;
import org.plumbline.search.index.Attributes;
import org.plumbline.search.index.Body;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Indexed;
import org.springframework.stereotype.Component;

/**
 * Entities in search: their names and open values, by their schema as type. What the policy marks is on an entity's own
 * page and not in here.
 */
@Component
class EntitySearchable implements Searchable {
    private final EntityTable entities;
    private final Views views;
    private final Clock clock;

    EntitySearchable(EntityTable entities, Views views, Clock clock) {
        this.entities = entities;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public Set<String> kinds() {
        return Set.of(EntityRecord.KIND);
    }

    @Override
    public Set<String> events() {
        return Set.of(EntityWriter.CHANGED);
    }

    @Override
    public Optional<Indexed> read(String kind, UUID id) {
        return entities.findOpen(id)
                .flatMap(entity -> Optional.ofNullable(
                                views.of(List.of(id), clock.instant()).get(id))
                        .map(view -> indexed(entity, view)));
    }

    @Override
    public List<UUID> ids(String kind, Optional<UUID> after, int limit) {
        return entities.openIds(after, limit);
    }

    @Override
    public Place place(Hit hit, String query) {
        String href = "/cases/" + hit.caseId().map(Object::toString).orElse("") + "/entities/" + hit.key();
        return new Place(EntityRecord.KIND, href, Optional.empty());
    }

    static Indexed indexed(EntityRecord entity, EntityView view) {
        return new Indexed(
                entity.id(),
                EntityRecord.KIND,
                entity.stamp().label(),
                entity.stamp().caseId(),
                entity.caption().isEmpty() ? entity.schema() : entity.caption(),
                Body.none(),
                Attributes.none().typed(lineage(view), entity.schema()).with(open(view)));
    }

    /** The schemas that its own is a kind of, so that {@code type:legalentity} finds a company. */
    private static String lineage(EntityView view) {
        return String.join(" ", view.schema().lineage());
    }

    /** Values that the policy leaves open, and none that only points to another entity. */
    private static List<String> open(EntityView view) {
        var texts = new ArrayList<String>();
        view.values().forEach((property, values) -> {
            boolean points = view.schema()
                    .property(property)
                    .filter(p -> p.type() == PropertyType.ENTITY)
                    .isPresent();
            if (!points) {
                values.stream()
                        .filter(v -> v.rule().openness() == Openness.OPEN)
                        .map(StatedValue::value)
                        .forEach(texts::add);
            }
        });
        return texts;
    }
}
