package org.plumbline.oversight.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.Erasure;
import org.plumbline.audit.Erasures;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.audit.TrailFilter;
import org.plumbline.cases.web.Listing;
import org.plumbline.cases.web.TrailFiles;
import org.plumbline.cases.web.TrailJson;
import org.plumbline.kernel.MemberId;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The organisation's trail over the API, for its overseer. */
@RestController
@Tag(name = "Trail")
class TrailApi {
    private static final int SIZE = 50;

    private final Trail trail;

    private final Erasures erasures;

    TrailApi(Trail trail, Erasures erasures) {
        this.trail = trail;
        this.erasures = erasures;
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

    @GetMapping("/api/v1/trail/standing")
    @Operation(summary = "Up to which entry the trail is signed, and who outside has seen it")
    StandingJson standing() {
        return StandingJson.of(trail.standing());
    }

    @GetMapping("/api/v1/trail/{entryId}")
    @Operation(summary = "An entry of the trail")
    TrailJson entry(@PathVariable UUID entryId) {
        return TrailJson.of(trail.entry(entryId));
    }

    @GetMapping(path = "/api/v1/trail/{entryId}/proof", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    @Operation(summary = "The proof that an entry is in the log, as a C2SP tlog-proof")
    ResponseEntity<byte[]> proof(@PathVariable UUID entryId) {
        return TrailFiles.proof(entryId, trail.proof(entryId));
    }

    @PostMapping("/api/v1/trail/{entryId}/erasure")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Asks for the body of an entry to be erased")
    ErasureJson ask(@PathVariable UUID entryId, @RequestBody ErasureJson.Asked asked) {
        return ErasureJson.of(erasures.ask(entryId, text(asked.ground()), text(asked.reason())));
    }

    @GetMapping("/api/v1/erasures")
    @Operation(summary = "Erasures of bodies that were asked for, newest first")
    Listing<ErasureJson> erasures(@RequestParam Optional<UUID> before) {
        return Listing.of(erasures.list(before, SIZE + 1), SIZE, Erasure::id, ErasureJson::of);
    }

    @PostMapping("/api/v1/erasures/{erasureId}/confirm")
    @Operation(summary = "Erases the body; by an administrator who did not ask for it")
    ErasureJson confirm(@PathVariable UUID erasureId) {
        return ErasureJson.of(erasures.confirm(erasureId));
    }

    @PostMapping("/api/v1/erasures/{erasureId}/decline")
    @Operation(summary = "Leaves the body where it is; by an administrator who did not ask for its erasure")
    ErasureJson decline(@PathVariable UUID erasureId) {
        return ErasureJson.of(erasures.decline(erasureId));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
