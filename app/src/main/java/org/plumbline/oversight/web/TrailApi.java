package org.plumbline.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.audit.TrailFilter;
import org.plumbline.cases.web.Listing;
import org.plumbline.cases.web.TrailJson;
import org.plumbline.kernel.MemberId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's trail over the API, for its overseer. */
@RestController
@Tag(name = "Trail")
class TrailApi {
    private static final int SIZE = 50;

    private final Trail trail;

    TrailApi(Trail trail) {
        this.trail = trail;
    }

    @GetMapping("/api/v1/trail")
    @Operation(summary = "The trail of the organisation, newest first")
    Listing<TrailJson> ofOrganisation(
            @RequestParam Optional<UUID> before,
            @RequestParam Optional<String> kind,
            @RequestParam Optional<UUID> member) {
        var filter = new TrailFilter(before, kind, member.map(MemberId::new));
        return Listing.of(trail.ofOrganisation(filter, SIZE + 1), SIZE, TrailEntry::id, TrailJson::of);
    }

    @GetMapping("/api/v1/trail/{entryId}")
    @Operation(summary = "An entry of the trail")
    TrailJson entry(@PathVariable UUID entryId) {
        return TrailJson.of(trail.entry(entryId));
    }
}
