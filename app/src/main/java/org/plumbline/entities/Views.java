package org.plumbline.entities;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.link.Link;
import org.plumbline.engine.model.link.Links;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.value.PropertyType;
import org.springframework.stereotype.Component;

/** Assembles entities from their statements, within what the acting person may see. */
@Component
class Views {
    /** More links of one entity than this are not drawn or listed at once. */
    static final int MOST_LINKS = 2_000;

    private final StatementTable statements;
    private final EntityTable entities;
    private final Vocabulary vocabulary;
    private final Policy policy;
    private final Clock clock;

    Views(StatementTable statements, EntityTable entities, Vocabulary vocabulary, Policy policy, Clock clock) {
        this.statements = statements;
        this.entities = entities;
        this.vocabulary = vocabulary;
        this.policy = policy;
        this.clock = clock;
    }

    /** The entities as known at that moment, by identifier; those of which nothing was known are absent. */
    Map<UUID, EntityView> of(Collection<UUID> ids, Instant at) {
        var views = new LinkedHashMap<UUID, EntityView>();
        statements.of(ids).forEach((id, rows) -> of(rows, at).ifPresent(view -> views.put(id, view)));
        return views;
    }

    Optional<EntityView> of(List<StatementRow> rows, Instant at) {
        List<Statement> all = rows.stream().map(StatementRow::statement).toList();
        return EntityView.asKnownAt(vocabulary, policy, all, at);
    }

    /** Views of these entities and of all that point to them: what their links are made of. */
    Map<UUID, EntityView> around(Collection<UUID> ids, Instant at) {
        var all = new LinkedHashSet<>(ids);
        all.addAll(statements.pointingTo(ids, MOST_LINKS));
        return of(all, at);
    }

    /** The links that these views state; marked ones only when they are asked for. */
    static List<Link> links(Collection<EntityView> views, boolean marked) {
        Links links = Links.in(views);
        return marked ? links.withMarked() : links.open();
    }

    /** Repeats in the entities' rows what their open statements say now. */
    void refresh(Collection<UUID> ids) {
        Instant now = clock.instant();
        var told = new ArrayList<EntityTable.Told>();
        Map<UUID, List<StatementRow>> rows = statements.of(ids);
        ids.forEach(id -> of(rows.getOrDefault(id, List.of()), now).ifPresent(view -> told.add(told(id, view))));
        entities.tell(told);
    }

    EntityTable.Told told(UUID id, EntityView view) {
        String caption = view.caption().map(StatedValue::value).orElse("");
        var words = new LinkedHashSet<String>();
        words.add(caption);
        view.values().forEach((property, values) -> {
            boolean name = view.schema()
                    .property(property)
                    .filter(p -> p.type() == PropertyType.NAME)
                    .isPresent();
            if (name && policy.maySuggest(view.schema().name(), property)) {
                values.stream()
                        .filter(v -> v.rule().openness() == Openness.OPEN)
                        .map(StatedValue::value)
                        .forEach(words::add);
            }
        });
        return new EntityTable.Told(
                id,
                view.schema().name(),
                view.schema().edge().isPresent(),
                caption,
                String.join("\n", words).strip().toLowerCase(Locale.ROOT));
    }
}
