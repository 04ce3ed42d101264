package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.plumbline.access.CourtSeals;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Seals of the organisation over the API, for its overseer. */
@RestController
@RequestMapping("/api/v1/seals")
@Tag(name = "Protection")
class SealApi {
    private final CourtSeals seals;

    SealApi(CourtSeals seals) {
        this.seals = seals;
    }

    /** A seal in force. */
    record SealJson(UUID id, String caseNumber, String courtOrder, Instant placedAt, UUID placedBy) {
        static SealJson of(CourtSeals.Sealed s) {
            return new SealJson(
                    s.seal().id(),
                    s.caseNumber(),
                    s.seal().order(),
                    s.seal().placedAt(),
                    s.seal().placedBy().value());
        }
    }

    @GetMapping
    @Operation(summary = "Seals in force, with the numbers of their cases")
    Listing<SealJson> list() {
        return Listing.whole(seals.list(), SealJson::of);
    }

    @PostMapping("/{sealId}/lift")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lift a seal by order of a court")
    void lift(@PathVariable UUID sealId, @RequestBody ProtectionApi.Ordered body) {
        seals.lift(sealId, ProtectionApi.said(body.courtOrder()));
    }
}
