package org.plumbline.entities;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.documents.mentions.KnownNames;
import org.plumbline.documents.mentions.MentionKind;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/**
 * The names of a case's entities, with aliases and earlier names, for suggestions in its documents: those the acting
 * person may see, none that the policy marks, and a person only while the entry in the case is validated.
 */
@Component
class CaseNames implements KnownNames {
    private static final int MOST = 5000;
    private static final int SHORTEST = 3;

    private final EntityTable entities;
    private final StatementTable statements;
    private final Subjects subjects;
    private final Vocabulary vocabulary;
    private final Clock clock;

    CaseNames(EntityTable entities, StatementTable statements, Subjects subjects, Vocabulary vocabulary, Clock clock) {
        this.entities = entities;
        this.statements = statements;
        this.subjects = subjects;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @Override
    public List<Known> of(CaseId caseId) {
        Map<UUID, Subject> entered = subjects.list(caseId).stream().collect(Collectors.toMap(Subject::id, s -> s));
        var kinds = new HashMap<UUID, MentionKind>();
        var known = new LinkedHashSet<Known>();
        for (EntityRecord entity : entities.list(caseId, EntityFilter.ALL, Optional.empty(), MOST)) {
            vocabulary
                    .schema(entity.schema())
                    .flatMap(s -> kind(s, entity, entered))
                    .ifPresent(kind -> {
                        kinds.put(entity.id(), kind);
                        known.add(new Known(entity.caption(), kind));
                    });
        }
        for (StatementTable.Named named : statements.names(kinds.keySet(), MOST)) {
            known.add(new Known(named.name(), Objects.requireNonNull(kinds.get(named.subject()))));
        }
        return known.stream().filter(k -> k.name().length() >= SHORTEST).toList();
    }

    private Optional<MentionKind> kind(Schema schema, EntityRecord entity, Map<UUID, Subject> entered) {
        if (schema.isA("Person")) {
            LocalDate today = LocalDate.now(clock);
            return entity.subject()
                    .flatMap(id -> Optional.ofNullable(entered.get(id)))
                    .filter(s -> !s.reviewDue().isBefore(today))
                    .map(s -> MentionKind.PERSON);
        }
        if (schema.isA("Vessel")) {
            return Optional.of(MentionKind.VESSEL);
        }
        if (schema.isA("Airplane")) {
            return Optional.of(MentionKind.AIRCRAFT);
        }
        return schema.isA("LegalEntity") ? Optional.of(MentionKind.ORGANISATION) : Optional.empty();
    }
}
