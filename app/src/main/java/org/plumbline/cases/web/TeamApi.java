package org.plumbline.cases.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.EndedGrant;
import org.plumbline.access.Grant;
import org.plumbline.cases.Team;
import org.plumbline.kernel.CaseId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Access to a case over the API. */
@RestController
@RequestMapping("/api/v1/cases/{caseId}/team")
@Tag(name = "Team")
class TeamApi {
    private final Team team;

    TeamApi(Team team) {
        this.team = team;
    }

    /** A live standing. */
    record GrantJson(UUID id, UUID member, String standing, String reason, Instant givenAt, UUID givenBy) {
        static GrantJson of(Grant g) {
            return new GrantJson(
                    g.id(),
                    g.member().value(),
                    g.standing().code(),
                    g.reason(),
                    g.givenAt(),
                    g.givenBy().value());
        }
    }

    /** Who gets which standing and why. */
    record NewGrant(
            @Nullable String member,
            @Nullable String standing,
            @Nullable String reason) {
        @Nullable
        String field(String name) {
            return switch (name) {
                case "member" -> member;
                case "standing" -> standing;
                case "reason" -> reason;
                default -> null;
            };
        }
    }

    /** Why it ends. */
    record Ending(@Nullable String reason) {}

    @GetMapping
    @Operation(summary = "Who has access, who gave it, when and why")
    Listing<GrantJson> list(@PathVariable UUID caseId) {
        return Listing.whole(team.list(new CaseId(caseId)), GrantJson::of);
    }

    /** A standing that has ended. */
    record EndedJson(GrantJson standing, Instant endedAt, UUID endedBy, String reason) {
        static EndedJson of(EndedGrant e) {
            return new EndedJson(
                    GrantJson.of(e.grant()), e.endedAt(), e.endedBy().value(), e.reason());
        }
    }

    @GetMapping("/ended")
    @Operation(summary = "Access that has ended, latest first: whose, by whom, when and why")
    Listing<EndedJson> ended(@PathVariable UUID caseId) {
        return Listing.whole(team.ended(new CaseId(caseId)), EndedJson::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give access")
    GrantJson grant(@PathVariable UUID caseId, @RequestBody NewGrant body) {
        var asked = new CaseInput(body::field).grant();
        return GrantJson.of(team.grant(new CaseId(caseId), asked.member(), asked.standing(), asked.reason()));
    }

    @PostMapping("/{grantId}/end")
    @Operation(summary = "End access")
    GrantJson end(@PathVariable UUID caseId, @PathVariable UUID grantId, @RequestBody Ending body) {
        String reason = body.reason();
        return GrantJson.of(team.end(new CaseId(caseId), grantId, reason == null ? "" : reason));
    }
}
