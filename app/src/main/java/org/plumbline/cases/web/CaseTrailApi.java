package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.kernel.CaseId;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    @GetMapping("/api/v1/cases/{caseId}/trail/{entryId}")
    @Operation(summary = "An entry of the trail of a case, and how far it is sealed")
    SealedEntryJson entry(@PathVariable UUID caseId, @PathVariable UUID entryId) {
        var id = new CaseId(caseId);
        return SealedEntryJson.of(trail.entry(id, entryId), trail.seal(id, entryId));
    }

    @GetMapping(
            path = "/api/v1/cases/{caseId}/trail/{entryId}/proof",
            produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The proof that an entry of the trail of a case is in the log, as a C2SP tlog-proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID caseId, @PathVariable UUID entryId) {
        return TrailFiles.proof(entryId, trail.proof(new CaseId(caseId), entryId));
    }

    @GetMapping(path = "/api/v1/cases/{caseId}/trail/export", produces = "application/zip")
    @Operation(summary = "The trail of a case with the proof of each entry, as an archive that verify takes")
    ResponseEntity<byte[]> export(@PathVariable UUID caseId) {
        return TrailFiles.export(trail.export(new CaseId(caseId)));
    }
}
