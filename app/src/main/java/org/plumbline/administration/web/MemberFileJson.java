package org.plumbline.administration.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.MemberFile;
import org.plumbline.identity.RoleRecord;
import org.plumbline.identity.RoleRequest;
import org.plumbline.identity.Token;
import org.plumbline.kernel.Role;

/** A member as an administrator sees them over the API. */
record MemberFileJson(
        UUID id,
        String name,
        List<String> roles,
        @Nullable StepJson left,
        List<HistoryJson> history,
        int sessions,
        List<MemberTokenJson> tokens,
        List<RecoveryJson> recoveries,
        List<UnitsApi.PlacementJson> placements) {
    /** A role: asked for, answered, given and ended, as far as it came. */
    record HistoryJson(
            String role,
            String state,
            @Nullable StepJson asked,
            @Nullable StepJson answered,
            @Nullable StepJson given,
            @Nullable StepJson ended) {
        static HistoryJson of(RoleRecord one) {
            return new HistoryJson(
                    one.role().code(),
                    one.state().code(),
                    StepJson.of(one.request().map(RoleRequest::asked)),
                    StepJson.of(one.answered()),
                    StepJson.of(one.given()),
                    StepJson.of(one.ended()));
        }
    }

    /** A token, never its secret. */
    record MemberTokenJson(UUID id, String name, String scope, Instant expiresAt) {
        static MemberTokenJson of(Token t) {
            return new MemberTokenJson(t.id(), t.name(), t.mayWrite() ? "write" : "read", t.expiresAt());
        }
    }

    static MemberFileJson of(MemberFile file) {
        return new MemberFileJson(
                file.member().id().value(),
                file.member().name(),
                file.member().roles().stream().sorted().map(Role::code).toList(),
                StepJson.of(file.left()),
                file.roles().stream().map(HistoryJson::of).toList(),
                file.sessions(),
                file.tokens().stream().map(MemberTokenJson::of).toList(),
                file.recoveries().stream().map(RecoveryJson::of).toList(),
                file.placements().stream().map(UnitsApi.PlacementJson::of).toList());
    }
}
