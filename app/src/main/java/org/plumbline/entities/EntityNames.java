package org.plumbline.entities;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.NamesInCase;
import org.springframework.stereotype.Component;

/** Captions of a case's entities, and for persons every other name that is stated and open. */
@Component
class EntityNames implements NamesInCase {
    private static final int MOST = 5000;
    private static final List<String> NAMES = List.of("name", "alias", "weakAlias", "previousName");

    private final EntityTable entities;
    private final Views views;
    private final Vocabulary vocabulary;
    private final Clock clock;

    EntityNames(EntityTable entities, Views views, Vocabulary vocabulary, Clock clock) {
        this.entities = entities;
        this.views = views;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @Override
    public List<Name> of(CaseId caseId) {
        List<EntityRecord> all = entities.list(caseId, EntityFilter.ALL, Optional.empty(), MOST);
        Set<EntityRecord> persons = all.stream().filter(this::isPerson).collect(Collectors.toSet());
        var names = new ArrayList<Name>();
        all.stream()
                .filter(e -> !e.caption().isBlank())
                .forEach(e -> names.add(new Name(e.caption(), persons.contains(e), e.subject())));
        var known = views.of(persons.stream().map(EntityRecord::id).toList(), clock.instant());
        for (EntityRecord person : persons) {
            Optional.ofNullable(known.get(person.id()))
                    .ifPresent(view -> names(view).forEach(text -> names.add(new Name(text, true, person.subject()))));
        }
        return names;
    }

    private boolean isPerson(EntityRecord entity) {
        return vocabulary.schema(entity.schema()).filter(s -> s.isA("Person")).isPresent();
    }

    private static List<String> names(EntityView view) {
        return NAMES.stream()
                .flatMap(property -> view.values(property).stream())
                .filter(value -> value.rule().openness() == Openness.OPEN)
                .map(StatedValue::value)
                .toList();
    }
}
