package org.plumbline.custody.whereabouts.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.web.Listing;
import org.plumbline.custody.whereabouts.Held;
import org.plumbline.custody.whereabouts.Whereabouts;
import org.plumbline.kernel.MemberId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is where, over the API; each list is of what the asking person may see. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Custody")
class WhereaboutsApi {
    private static final int MOST = 500;

    private final Whereabouts whereabouts;

    WhereaboutsApi(Whereabouts whereabouts) {
        this.whereabouts = whereabouts;
    }

    /** How things stand with an exhibit; the identifier is that of the last act on it. */
    record HeldJson(
            UUID id,
            UUID exhibit,
            UUID caseId,
            String number,
            String name,
            UUID custodian,
            @Nullable UUID place,
            @Nullable String seal,
            @Nullable UUID with,
            @Nullable String withName,
            @Nullable Instant until) {
        static HeldJson of(Held held) {
            return new HeldJson(
                    held.act(),
                    held.exhibit(),
                    held.caseId().value(),
                    held.reference(),
                    held.name(),
                    held.custodian().value(),
                    held.place().orElse(null),
                    held.seal().orElse(null),
                    held.with().map(MemberId::value).orElse(null),
                    held.withName().isEmpty() ? null : held.withName(),
                    held.until().orElse(null));
        }
    }

    @GetMapping("/custody/out")
    @Operation(summary = "What is checked out, the latest act first")
    Listing<HeldJson> out(
            @RequestParam(defaultValue = "false") boolean overdue,
            @RequestParam(required = false) Optional<UUID> before,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return listed(whereabouts.out(overdue, before, size + 1), size);
    }

    @GetMapping("/custody/transfers")
    @Operation(summary = "What was released and nobody has signed for, the latest act first")
    Listing<HeldJson> transfers(
            @RequestParam(required = false) Optional<UUID> before, @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return listed(whereabouts.between(before, size + 1), size);
    }

    @GetMapping("/storage-places/{placeId}/exhibits")
    @Operation(summary = "What is kept in a storage place and in those in it, the latest act first")
    Listing<HeldJson> kept(
            @PathVariable UUID placeId,
            @RequestParam(required = false) Optional<UUID> before,
            @RequestParam(defaultValue = "100") int limit) {
        int size = Math.clamp(limit, 1, MOST);
        return listed(whereabouts.in(placeId, before, size + 1), size);
    }

    private static Listing<HeldJson> listed(List<Held> found, int size) {
        return Listing.of(found, size, Held::act, HeldJson::of);
    }
}
