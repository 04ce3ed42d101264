package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Subjects over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/subjects")
@Tag(name = "Subjects")
class SubjectApi {
    private final Subjects subjects;

    SubjectApi(Subjects subjects) {
        this.subjects = subjects;
    }

    /** A subject, always with its role. */
    record SubjectJson(
            UUID id,
            int version,
            String name,
            String kind,
            String role,
            UUID authority,
            String basis,
            LocalDate reviewDue) {
        static SubjectJson of(Subject s) {
            return new SubjectJson(
                    s.id(),
                    s.stamp().version(),
                    s.name(),
                    s.kind().code(),
                    s.role().code(),
                    s.authority(),
                    s.basis(),
                    s.reviewDue());
        }
    }

    /** Who enters the case, as what and why. */
    record NewSubject(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String role,
            @Nullable String basis,
            @Nullable String reviewDue) {
        @Nullable
        String field(String field) {
            return switch (field) {
                case "name" -> name;
                case "kind" -> kind;
                case "role" -> role;
                case "basis" -> basis;
                case "review_due" -> reviewDue;
                default -> null;
            };
        }
    }

    /** The role confirmed, and until when. */
    record Validation(@Nullable String role, @Nullable String reviewDue) {
        @Nullable
        String field(String field) {
            return switch (field) {
                case "role" -> role;
                case "review_due" -> reviewDue;
                default -> null;
            };
        }
    }

    @GetMapping
    @Operation(summary = "Subjects with their roles")
    Listing<SubjectJson> list(@PathVariable UUID caseId) {
        return Listing.whole(subjects.list(new CaseId(caseId)), SubjectJson::of);
    }

    @PostMapping
    @Operation(summary = "Add a subject")
    ResponseEntity<SubjectJson> add(@PathVariable UUID caseId, @RequestBody NewSubject body) {
        var asked = new CaseInput(body::field).subject();
        return tagged(
                HttpStatus.CREATED,
                subjects.add(
                        new CaseId(caseId),
                        asked.name(),
                        asked.kind(),
                        asked.role(),
                        asked.basis(),
                        asked.reviewDue()));
    }

    @GetMapping("/{subjectId}")
    @Operation(summary = "A subject")
    ResponseEntity<SubjectJson> read(@PathVariable UUID caseId, @PathVariable UUID subjectId) {
        return tagged(HttpStatus.OK, subjects.read(new CaseId(caseId), subjectId));
    }

    @PostMapping("/{subjectId}/validate")
    @Operation(summary = "Validate a subject")
    ResponseEntity<SubjectJson> validate(
            @PathVariable UUID caseId,
            @PathVariable UUID subjectId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Validation body) {
        int version = IfMatch.version(ifMatch);
        var asked = new CaseInput(body::field).validation();
        return tagged(
                HttpStatus.OK,
                subjects.validate(new CaseId(caseId), subjectId, version, asked.role(), asked.reviewDue()));
    }

    private static ResponseEntity<SubjectJson> tagged(HttpStatus status, Subject subject) {
        return IfMatch.tagged(status, SubjectJson.of(subject), subject.stamp().version());
    }
}
