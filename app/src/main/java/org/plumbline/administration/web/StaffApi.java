package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.Departures;
import org.plumbline.identity.MemberRoles;
import org.plumbline.identity.MemberSessions;
import org.plumbline.identity.Recoveries;
import org.plumbline.identity.RoleRequest;
import org.plumbline.identity.Staff;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Role;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does to members, over the API. */
@RestController
@RequestMapping("/api/v1/members")
@Tag(name = "Members")
class StaffApi {
    private final Staff staff;
    private final MemberRoles roles;
    private final MemberSessions sessions;
    private final Recoveries recoveries;
    private final Departures departures;

    StaffApi(Staff staff, MemberRoles roles, MemberSessions sessions, Recoveries recoveries, Departures departures) {
        this.staff = staff;
        this.roles = roles;
        this.sessions = sessions;
        this.recoveries = recoveries;
        this.departures = departures;
    }

    /** Who is new, and as what. */
    record NewMember(
            @Nullable String name,
            @Nullable List<String> roles,
            @Nullable String reason) {}

    /** A role and why. */
    record NewRole(@Nullable String role, @Nullable String reason) {}

    /** What became of a role: held at once, or waiting under the identifier of its request. */
    record GivenJson(String role, String state, @Nullable UUID id) {}

    /** How many sessions ended. */
    record EndedJson(int sessions) {}

    /** Why somebody leaves, and who takes over. */
    record Leaving(@Nullable String reason, @Nullable String successor) {}

    /** How many things of one kind were handed over or ended. */
    record HandedJson(String what, int count) {}

    /** Who left, and what became of what they held. */
    record LeftJson(UUID id, List<HandedJson> handed) {}

    @GetMapping("/{memberId}")
    @Operation(summary = "A member for an administrator: roles and their history, sessions counted, tokens by name")
    MemberFileJson read(@PathVariable UUID memberId) {
        return MemberFileJson.of(staff.read(new MemberId(memberId)));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Enrol a member; the answer holds a link that works once, and the roles that wait")
    LinkJson enrol(@RequestBody NewMember body, HttpServletRequest request) {
        List<String> asked = body.roles();
        return LinkJson.of(
                staff.enrol(
                        MemberInput.text(body.name()),
                        MemberInput.roles(asked == null ? List.of() : asked),
                        MemberInput.text(body.reason())),
                request);
    }

    @PostMapping("/{memberId}/roles")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Give a role, or ask a second person for it where one alone can't give it")
    GivenJson give(@PathVariable UUID memberId, @RequestBody NewRole body) {
        Role role = MemberInput.role(body.role());
        return roles.give(new MemberId(memberId), role, MemberInput.text(body.reason()))
                .map(RoleRequest::id)
                .map(id -> new GivenJson(role.code(), "waiting", id))
                .orElseGet(() -> new GivenJson(role.code(), "held", null));
    }

    @PostMapping("/{memberId}/roles/{role}/end")
    @Operation(summary = "End a role at once")
    GivenJson endRole(@PathVariable UUID memberId, @PathVariable String role, @RequestBody ReasonJson body) {
        Role ended = MemberInput.roleInAddress(role);
        roles.end(new MemberId(memberId), ended, body.said());
        return new GivenJson(ended.code(), "ended", null);
    }

    @PostMapping("/{memberId}/sessions/end")
    @Operation(summary = "End all sessions of a member")
    EndedJson endSessions(@PathVariable UUID memberId, @RequestBody ReasonJson body) {
        return new EndedJson(sessions.endAll(new MemberId(memberId), body.said()));
    }

    @PostMapping("/{memberId}/tokens/{tokenId}/end")
    @Operation(summary = "End a token of a member at once")
    MemberFileJson.MemberTokenJson endToken(
            @PathVariable UUID memberId, @PathVariable UUID tokenId, @RequestBody ReasonJson body) {
        return MemberFileJson.MemberTokenJson.of(sessions.endToken(new MemberId(memberId), tokenId, body.said()));
    }

    @PostMapping("/{memberId}/recoveries")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Ask a second administrator for a link that brings a member back")
    RecoveryJson recover(@PathVariable UUID memberId, @RequestBody ReasonJson body) {
        return RecoveryJson.of(recoveries.ask(new MemberId(memberId), body.said()));
    }

    @PostMapping("/{memberId}/leave")
    @Operation(summary = "End a membership: sessions and tokens at once, open tasks to the successor")
    LeftJson leave(@PathVariable UUID memberId, @RequestBody Leaving body) {
        var handed = departures.leave(
                new MemberId(memberId), MemberInput.successor(body.successor()), MemberInput.text(body.reason()));
        return new LeftJson(
                memberId,
                handed.entrySet().stream()
                        .map(one -> new HandedJson(one.getKey(), one.getValue()))
                        .toList());
    }
}
