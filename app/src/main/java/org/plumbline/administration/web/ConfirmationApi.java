package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.plumbline.cases.web.Listing;
import org.plumbline.identity.MemberRoles;
import org.plumbline.identity.Recoveries;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a second person, over the API. */
@RestController
@RequestMapping("/api/v1/members")
@Tag(name = "Members")
class ConfirmationApi {
    private final MemberRoles roles;
    private final Recoveries recoveries;

    ConfirmationApi(MemberRoles roles, Recoveries recoveries) {
        this.roles = roles;
        this.recoveries = recoveries;
    }

    @GetMapping("/role-requests")
    @Operation(summary = "Roles that wait for a second person, oldest first")
    Listing<RoleRequestJson> roleRequests() {
        return Listing.whole(roles.waiting(), RoleRequestJson::of);
    }

    @PostMapping("/role-requests/{requestId}/confirm")
    @Operation(summary = "Confirm a role as the second person: it is held from now on")
    RoleRequestJson confirmRole(@PathVariable UUID requestId) {
        return RoleRequestJson.of(roles.confirm(requestId));
    }

    @PostMapping("/role-requests/{requestId}/decline")
    @Operation(summary = "Decline a role as the second person, or take back what you asked")
    RoleRequestJson declineRole(@PathVariable UUID requestId, @RequestBody ReasonJson body) {
        return RoleRequestJson.of(roles.decline(requestId, body.said()));
    }

    @GetMapping("/recoveries")
    @Operation(summary = "Links that wait for a second administrator, oldest first")
    Listing<RecoveryJson> waitingRecoveries() {
        return Listing.whole(recoveries.waiting(), RecoveryJson::of);
    }

    @PostMapping("/recoveries/{recoveryId}/confirm")
    @Operation(
            summary = "Confirm as the second administrator; the answer holds the link, which works once within a day")
    LinkJson confirmRecovery(@PathVariable UUID recoveryId, HttpServletRequest request) {
        return LinkJson.of(recoveries.confirm(recoveryId), request);
    }

    @PostMapping("/recoveries/{recoveryId}/decline")
    @Operation(summary = "Decline as the second administrator, or take back what you asked")
    RecoveryJson declineRecovery(@PathVariable UUID recoveryId, @RequestBody ReasonJson body) {
        return RecoveryJson.of(recoveries.decline(recoveryId, body.said()));
    }
}
