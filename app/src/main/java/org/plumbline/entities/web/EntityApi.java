package org.plumbline.entities.web;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.Subject;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.entities.Entities;
import org.plumbline.entities.EntityFilter;
import org.plumbline.entities.EntityReading;
import org.plumbline.entities.EntityRecord;
import org.plumbline.entities.NewEntity;
import org.plumbline.entities.NewStatement;
import org.plumbline.entities.Statements;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Input;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Entities and statements over the API, through the same doors as the pages. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}")
class EntityApi {
    private static final int LONGEST = 200;

    private final Entities entities;
    private final Statements statements;

    EntityApi(Entities entities, Statements statements) {
        this.entities = entities;
        this.statements = statements;
    }

    record Stated(
            @Nullable UUID entity,
            @Nullable String property,
            @Nullable String value,
            @Nullable String language,
            @Nullable String qualifier,
            @Nullable UUID source,
            @Nullable String locatorKind,
            @Nullable String locator,
            @Nullable String kind,
            @Nullable String sourceGrade,
            @Nullable String informationGrade,
            @Nullable String validFrom,
            @Nullable String validUntil) {
        NewStatement asked() {
            return new NewStatement(
                    text(property),
                    text(value),
                    text(language),
                    text(qualifier),
                    source == null ? new UUID(0, 0) : source,
                    new NewStatement.At(text(locatorKind), text(locator)),
                    new NewStatement.Weight(text(kind), text(sourceGrade), text(informationGrade)),
                    text(validFrom),
                    text(validUntil));
        }
    }

    record Role(
            @Nullable String role,
            @Nullable String basis,
            @Nullable String reviewDue) {
        NewEntity.InCase asked() {
            var input = new Input();
            Subject.Role known = input.choice("role", role, Subject.Role.class);
            String why = input.text("basis", basis, 1000);
            LocalDate due = input.date("review_due", reviewDue);
            input.check();
            return new NewEntity.InCase(known, why, due);
        }
    }

    record Asked(
            @Nullable String schema,
            @Nullable Role role,
            @Nullable List<Stated> statements) {
        NewEntity asked() {
            return new NewEntity(
                    "",
                    text(schema),
                    Optional.ofNullable(role).map(Role::asked),
                    Optional.ofNullable(statements).orElse(List.of()).stream()
                            .map(Stated::asked)
                            .toList());
        }
    }

    record Reason(@Nullable String reason) {}

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    @GetMapping("/entities")
    EntityAnswers.Page<EntityAnswers.Listed> list(
            @PathVariable UUID caseId,
            @RequestParam(defaultValue = "") String schema,
            @RequestParam(defaultValue = "") String q,
            @RequestParam Optional<UUID> before,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Math.clamp(limit, 1, LONGEST);
        List<EntityRecord> found = entities.list(new CaseId(caseId), new EntityFilter(schema, q), before, most + 1);
        return new EntityAnswers.Page<>(
                found.stream().limit(most).map(EntityAnswers.Listed::of).toList(),
                found.size() > most ? found.get(most - 1).id().toString() : null);
    }

    @GetMapping("/entities/suggestions")
    List<EntityAnswers.Listed> suggest(@PathVariable UUID caseId, @RequestParam String q) {
        return entities.suggest(new CaseId(caseId), q, 20).stream()
                .map(EntityAnswers.Listed::of)
                .toList();
    }

    @PostMapping("/entities")
    ResponseEntity<EntityAnswers.Listed> create(@PathVariable UUID caseId, @RequestBody Asked asked) {
        EntityRecord made = entities.create(new CaseId(caseId), asked.asked());
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/entities/" + made.id()))
                .eTag("\"" + made.stamp().version() + "\"")
                .body(EntityAnswers.Listed.of(made));
    }

    @GetMapping("/entities/{id}")
    ResponseEntity<EntityAnswers.Full> read(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(name = "as_known_at") Optional<Instant> asKnownAt) {
        EntityReading reading = entities.read(new CaseId(caseId), id, asKnownAt);
        return ResponseEntity.ok()
                .eTag("\"" + reading.entity().stamp().version() + "\"")
                .body(EntityAnswers.Full.of(reading));
    }

    @GetMapping("/entities/{id}/links")
    EntityAnswers.Links links(
            @PathVariable UUID caseId,
            @PathVariable UUID id,
            @RequestParam(name = "as_known_at") Optional<Instant> asKnownAt) {
        return EntityAnswers.Links.of(entities.read(new CaseId(caseId), id, asKnownAt));
    }

    @PostMapping("/statements")
    ResponseEntity<EntityAnswers.Said> add(@PathVariable UUID caseId, @RequestBody Stated stated) {
        UUID entity = stated.entity();
        var input = new Input();
        if (entity == null) {
            input.refuse("entity", "field-missing", Map.of());
        }
        input.check();
        Statement made = statements.add(new CaseId(caseId), entity == null ? new UUID(0, 0) : entity, stated.asked());
        return ResponseEntity.created(URI.create("/api/v1/cases/" + caseId + "/statements/" + made.id()))
                .body(EntityAnswers.Said.of(made));
    }

    @GetMapping("/statements/{id}")
    EntityAnswers.Said statement(@PathVariable UUID caseId, @PathVariable UUID id) {
        return EntityAnswers.Said.of(statements.read(new CaseId(caseId), id).statement());
    }

    @PostMapping("/statements/{id}/retraction")
    EntityAnswers.Said retract(@PathVariable UUID caseId, @PathVariable UUID id, @RequestBody Reason reason) {
        return EntityAnswers.Said.of(statements.retract(new CaseId(caseId), id, text(reason.reason())));
    }
}
