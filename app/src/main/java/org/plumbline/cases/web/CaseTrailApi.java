package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.kernel.CaseId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The trail of a case over the API. */
@RestController
@Tag(name = "Trail")
class CaseTrailApi {
    private final Trail trail;

    CaseTrailApi(Trail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/v1/cases/{caseId}/trail")
    @Operation(summary = "The trail of a case, newest first")
    Listing<TrailJson> ofCase(@PathVariable UUID caseId, @RequestParam Optional<UUID> before) {
        return Listing.of(
                trail.ofCase(new CaseId(caseId), before, Pages.SIZE + 1), Pages.SIZE, TrailEntry::id, TrailJson::of);
    }
}
