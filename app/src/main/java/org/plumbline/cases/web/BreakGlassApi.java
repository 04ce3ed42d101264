package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.BreakGlass;
import org.plumbline.access.Opening;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Opening a case in an emergency over the API, and what follows. */
@RestController
@RequestMapping("/api/v1/break-glass")
@Tag(name = "Break-glass")
class BreakGlassApi {
    private final BreakGlass glass;

    BreakGlassApi(BreakGlass glass) {
        this.glass = glass;
    }

    /** What a review found. */
    record ReviewJson(boolean justified, String finding, Instant at, UUID by) {}

    /** An opening. */
    record OpeningJson(
            UUID id,
            UUID caseId,
            String caseNumber,
            UUID member,
            String reason,
            Instant openedAt,
            Instant expiresAt,
            List<UUID> told,
            List<UUID> seenBy,
            @Nullable Instant endedAt,
            @Nullable ReviewJson review) {
        static OpeningJson of(Opening o) {
            return new OpeningJson(
                    o.id(),
                    o.caseId().value(),
                    o.caseNumber(),
                    o.member().value(),
                    o.reason(),
                    o.openedAt(),
                    o.expiresAt(),
                    o.told().stream().map(MemberId::value).sorted().toList(),
                    o.seenBy().stream().map(MemberId::value).sorted().toList(),
                    o.endedAt().orElse(null),
                    o.review()
                            .map(r -> new ReviewJson(r.justified(), r.finding(), r.at(), r.by().value()))
                            .orElse(null));
        }
    }

    /** Which case, why, and for how many hours. */
    record NewOpening(@Nullable String caseNumber, @Nullable String reason, int hours) {}

    /** The finding of a review. */
    record Finding(@Nullable Boolean justified, @Nullable String finding) {}

    @GetMapping
    @Operation(summary = "Your openings and those you were told of; for the overseer all of the organisation")
    Listing<OpeningJson> list(@RequestParam Optional<UUID> before) {
        List<Opening> read = Acting.require().is(Role.OVERSEER)
                ? glass.all(before, Pages.SIZE + 1)
                : glass.list(before, Pages.SIZE + 1);
        return Listing.of(read, Pages.SIZE, Opening::id, OpeningJson::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Open a case in an emergency, for reading, for at most eight hours; others are told")
    OpeningJson open(@RequestBody NewOpening body) {
        return OpeningJson.of(
                glass.open(ProtectionApi.said(body.caseNumber()), ProtectionApi.said(body.reason()), body.hours()));
    }

    @GetMapping("/{openingId}")
    @Operation(summary = "An opening that concerns you")
    OpeningJson read(@PathVariable UUID openingId) {
        return OpeningJson.of(glass.read(openingId));
    }

    @PostMapping("/{openingId}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Say that you have looked at the notice")
    void see(@PathVariable UUID openingId) {
        glass.see(openingId);
    }

    @PostMapping("/{openingId}/close")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Close your own opening before it expires")
    void close(@PathVariable UUID openingId) {
        glass.close(openingId);
    }

    @PostMapping("/{openingId}/review")
    @Operation(summary = "Close the review of somebody else's opening once it is over")
    OpeningJson review(@PathVariable UUID openingId, @RequestBody Finding body) {
        boolean justified = GlassInput.justified(
                body.justified() == null ? "" : body.justified().toString());
        return OpeningJson.of(glass.review(openingId, justified, ProtectionApi.said(body.finding())));
    }
}
