package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Cases over the API, under the same decisions as the pages. */
@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class CaseApi {
    private final Cases cases;

    CaseApi(Cases cases) {
        this.cases = cases;
    }

    /** The authority of a case. */
    record AuthorityJson(
            UUID id,
            String legalBasis,
            String reference,
            String purpose,
            LocalDate validFrom,
            LocalDate validUntil,
            String zone) {}

    /** A case. */
    record CaseJson(
            UUID id,
            int version,
            String number,
            String title,
            String type,
            String state,
            String caveat,
            String question,
            UUID lead,
            @Nullable UUID supervisor,
            LocalDate reviewDue,
            AuthorityJson authority,
            Instant recordedAt,
            UUID recordedBy) {
        static CaseJson of(CaseFile f) {
            var a = f.authority();
            return new CaseJson(
                    f.id().value(),
                    f.stamp().version(),
                    f.number(),
                    f.title(),
                    f.type().code(),
                    f.open() ? "open" : "closed",
                    f.caveat().code(),
                    f.question(),
                    f.lead().value(),
                    f.supervisor().map(MemberId::value).orElse(null),
                    f.reviewDue(),
                    new AuthorityJson(
                            a.id(),
                            a.legalBasis(),
                            a.reference(),
                            a.purpose(),
                            a.validFrom(),
                            a.validUntil(),
                            a.zone().getId()),
                    f.stamp().recordedAt(),
                    f.stamp().recordedBy().value());
        }
    }

    /** What opens a case. */
    record NewCase(
            @Nullable String title,
            @Nullable String type,
            @Nullable String caveat,
            @Nullable String question,
            @Nullable String legalBasis,
            @Nullable String reference,
            @Nullable String purpose,
            @Nullable String validFrom,
            @Nullable String validUntil,
            @Nullable String supervisor) {
        @Nullable
        String field(String name) {
            return switch (name) {
                case "title" -> title;
                case "type" -> type;
                case "caveat" -> caveat;
                case "question" -> question;
                case "legal_basis" -> legalBasis;
                case "reference" -> reference;
                case "purpose" -> purpose;
                case "valid_from" -> validFrom;
                case "valid_until" -> validUntil;
                case "supervisor" -> supervisor;
                default -> null;
            };
        }
    }

    /** What changes; absent parts stay. */
    record Change(
            @Nullable String title,
            @Nullable String caveat,
            @Nullable String question,
            @Nullable String state) {
        @Nullable
        String field(String name) {
            return switch (name) {
                case "title" -> title;
                case "caveat" -> caveat;
                case "question" -> question;
                case "state" -> state;
                default -> null;
            };
        }
    }

    /** A newer authority. */
    record NewAuthority(
            @Nullable String legalBasis,
            @Nullable String reference,
            @Nullable String purpose,
            @Nullable String validFrom,
            @Nullable String validUntil) {
        @Nullable
        String field(String name) {
            return switch (name) {
                case "legal_basis" -> legalBasis;
                case "reference" -> reference;
                case "purpose" -> purpose;
                case "valid_from" -> validFrom;
                case "valid_until" -> validUntil;
                default -> null;
            };
        }
    }

    @GetMapping
    @Operation(summary = "Cases you may see, newest first")
    Listing<CaseJson> list(@RequestParam(defaultValue = "") String words, @RequestParam Optional<UUID> before) {
        return Listing.of(cases.list(words, before, Pages.SIZE + 1), Pages.SIZE, f -> f.id().value(), CaseJson::of);
    }

    @PostMapping
    @Operation(summary = "Open a case")
    ResponseEntity<CaseJson> open(@RequestBody NewCase body) {
        return tagged(HttpStatus.CREATED, cases.open(new CaseInput(body::field).opening()));
    }

    @GetMapping("/{caseId}")
    @Operation(summary = "A case")
    ResponseEntity<CaseJson> read(@PathVariable UUID caseId) {
        return tagged(HttpStatus.OK, cases.read(new CaseId(caseId)));
    }

    @PatchMapping("/{caseId}")
    @Operation(summary = "Change title, caveat, question or state")
    ResponseEntity<CaseJson> change(
            @PathVariable UUID caseId,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody Change body) {
        return tagged(
                HttpStatus.OK,
                cases.change(new CaseId(caseId), IfMatch.version(ifMatch), new CaseInput(body::field).change()));
    }

    @PostMapping("/{caseId}/authorities")
    @Operation(summary = "Renew the authority")
    ResponseEntity<CaseJson> renew(@PathVariable UUID caseId, @RequestBody NewAuthority body) {
        return tagged(HttpStatus.CREATED, cases.renew(new CaseId(caseId), new CaseInput(body::field).renewal()));
    }

    private static ResponseEntity<CaseJson> tagged(HttpStatus status, CaseFile file) {
        return IfMatch.tagged(status, CaseJson.of(file), file.stamp().version());
    }
}
