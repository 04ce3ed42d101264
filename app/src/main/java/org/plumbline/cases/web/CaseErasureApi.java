package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.erasure.CaseErasure;
import org.plumbline.cases.erasure.CaseErasures;
import org.plumbline.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Erasing cases over the API. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Protection")
class CaseErasureApi {
    private static final int MOST = 100;

    private final CaseErasures erasures;

    CaseErasureApi(CaseErasures erasures) {
        this.erasures = erasures;
    }

    /** A place that was cleared, and what may be left in it. */
    record ClearedJson(String place, Optional<Long> items, String left, Instant at) {
        static ClearedJson of(CaseErasure.Cleared cleared) {
            return new ClearedJson(
                    cleared.place(), cleared.items(), cleared.left().code(), cleared.at());
        }
    }

    /** What was asked, and what became of it. */
    record ErasureJson(
            UUID id,
            String caseNumber,
            String ground,
            String reason,
            UUID askedBy,
            Instant askedAt,
            Optional<Boolean> confirmed,
            Optional<String> declinedBecause,
            Optional<UUID> decidedBy,
            Optional<Instant> decidedAt,
            List<ClearedJson> cleared) {
        static ErasureJson of(CaseErasure e) {
            return new ErasureJson(
                    e.id(),
                    e.number(),
                    e.ground(),
                    e.reason(),
                    e.by().value(),
                    e.at(),
                    e.decision().map(CaseErasure.Decision::confirmed),
                    e.decision().map(CaseErasure.Decision::reason).filter(reason -> !reason.isEmpty()),
                    e.decision().map(decision -> decision.by().value()),
                    e.decision().map(CaseErasure.Decision::at),
                    e.cleared().stream().map(ClearedJson::of).toList());
        }
    }

    /** By which law or schedule, and why. */
    record NewErasure(@Nullable String ground, @Nullable String reason) {}

    /** The number of the case, typed again. */
    record Confirmation(@Nullable String number) {}

    @GetMapping("/cases/{caseId}/erasures")
    @Operation(summary = "What was asked about erasing the case, newest first")
    Listing<ErasureJson> list(@PathVariable UUID caseId) {
        return Listing.whole(erasures.ofCase(new CaseId(caseId)), ErasureJson::of);
    }

    @PostMapping("/cases/{caseId}/erasures")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask to erase the case; another lead or supervisor confirms")
    ErasureJson ask(@PathVariable UUID caseId, @RequestBody NewErasure body) {
        return ErasureJson.of(
                erasures.ask(new CaseId(caseId), ProtectionApi.said(body.ground()), ProtectionApi.said(body.reason())));
    }

    @PostMapping("/cases/{caseId}/erasures/{caseErasureId}/confirm")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Erase the case that another lead or supervisor asked to erase; it can't be brought back")
    void confirm(@PathVariable UUID caseId, @PathVariable UUID caseErasureId, @RequestBody Confirmation body) {
        erasures.confirm(new CaseId(caseId), caseErasureId, ProtectionApi.said(body.number()));
    }

    @PostMapping("/cases/{caseId}/erasures/{caseErasureId}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leave the case as it is, saying why")
    void decline(@PathVariable UUID caseId, @PathVariable UUID caseErasureId, @RequestBody ProtectionApi.Because body) {
        erasures.decline(new CaseId(caseId), caseErasureId, ProtectionApi.said(body.reason()));
    }

    @GetMapping("/erased-cases")
    @Operation(summary = "Erased cases with what became of each place, newest first, for the overseer")
    Listing<ErasureJson> erased(@RequestParam Optional<UUID> before, @RequestParam(defaultValue = "50") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return Listing.of(erasures.erased(before, size + 1), size, CaseErasure::id, ErasureJson::of);
    }
}
