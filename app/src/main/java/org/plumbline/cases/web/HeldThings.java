package org.plumbline.cases.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.Hold;
import org.plumbline.cases.Subjects;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.RefResolver;
import org.plumbline.site.web.Option;
import org.springframework.stereotype.Component;

/** What holds cover, by the names that people know it by. */
@Component
class HeldThings {
    private final TrailLines records;
    private final Subjects subjects;

    HeldThings(TrailLines records, Subjects subjects) {
        this.records = records;
        this.subjects = subjects;
    }

    List<HoldLine> lines(List<Hold> holds) {
        return holds.stream()
                .map(hold -> new HoldLine(
                        hold,
                        hold.of().flatMap(id -> named(hold.scope().code(), id)),
                        hold.placedBy().equals(Acting.require().member())))
                .toList();
    }

    /** The subjects of the case, and what was chosen before: an exhibit has a link here of its own. */
    List<Option> choices(CaseId caseId, String chosen) {
        var choices = new ArrayList<Option>();
        subjects.list(caseId).forEach(s -> choices.add(new Option("subject:" + s.id(), s.name())));
        if (choices.stream().noneMatch(choice -> choice.value().equals(chosen))) {
            exhibit(chosen).ifPresent(choices::add);
        }
        return choices;
    }

    private Optional<Option> exhibit(String chosen) {
        return Arrays.stream(Hold.Scope.values())
                .filter(scope -> scope != Hold.Scope.CASE && chosen.startsWith(scope.code() + ":"))
                .findFirst()
                .flatMap(scope -> id(chosen).flatMap(id -> named(scope.code(), id)))
                .map(found -> new Option(chosen, found.title()));
    }

    private Optional<RefResolver.Named> named(String kind, UUID id) {
        return records.named(new Ref(kind, id, Acting.require().organisation()));
    }

    private static Optional<UUID> id(String chosen) {
        try {
            return Optional.of(UUID.fromString(chosen.substring(chosen.indexOf(':') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
