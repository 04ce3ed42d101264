package org.plumbline.entities;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.kernel.CaseId;
import org.springframework.stereotype.Component;

/** Puts the role that a case gives its subjects beside every entity that has one. */
@Component
class Roles {
    private final Subjects subjects;

    Roles(Subjects subjects) {
        this.subjects = subjects;
    }

    List<EntityRecord> fill(CaseId caseId, Collection<EntityRecord> entities) {
        if (entities.stream().allMatch(e -> e.subject().isEmpty())) {
            return List.copyOf(entities);
        }
        Map<UUID, Subject> known = subjects.list(caseId).stream().collect(Collectors.toMap(Subject::id, s -> s));
        return entities.stream()
                .map(e -> e.subject()
                        .flatMap(id -> Optional.ofNullable(known.get(id)))
                        .map(s -> e.as(s.role()))
                        .orElse(e))
                .toList();
    }

    Optional<Subject> of(CaseId caseId, EntityRecord entity) {
        return entity.subject()
                .flatMap(id -> subjects.list(caseId).stream()
                        .filter(s -> s.id().equals(id))
                        .findFirst());
    }
}
