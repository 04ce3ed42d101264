package org.plumbline.identity;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Role;
import org.springframework.stereotype.Component;

/**
 * Changes of roles and membership go one after the other within an organisation, each decided on what is true when its
 * turn comes: two at once could end the last two administrators, or confirm one request twice.
 */
@Component
class Turn {
    private final IdentityTable table;
    private final RoleTable roles;

    Turn(IdentityTable table, RoleTable roles) {
        this.table = table;
        this.roles = roles;
    }

    /** Waits for the turn; refused when the acting person has none of these roles any more. */
    MemberId take(Role... oneOf) {
        Acting acting = Acting.require();
        roles.takeTurn(acting.organisation());
        boolean still = table.member(acting.member())
                .filter(m -> Arrays.stream(oneOf).anyMatch(m.roles()::contains))
                .isPresent();
        if (!still) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "role-missing", Map.of()).asException();
        }
        return acting.member();
    }

    /** A colleague who has not left. */
    Member colleague(MemberId id) {
        UUID own = Acting.require().organisation().value();
        var known = table.known(id)
                .filter(m -> m.member().organisation().value().equals(own))
                .orElseThrow(Refusal.absent()::asException);
        if (known.left().isPresent()) {
            throw Refusal.of(
                            Refusal.Kind.CONFLICT,
                            "member-left",
                            Map.of("name", known.member().name()))
                    .asException();
        }
        return known.member();
    }

    /** A colleague who is a person: a service account holds no role and has no way in but its tokens. */
    Member person(MemberId id) {
        Member colleague = colleague(id);
        if (colleague.service()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "service-account", Map.of("name", colleague.name()))
                    .asException();
        }
        return colleague;
    }

    /** Refuses what would leave the organisation without an administrator or an overseer. */
    void keepsOne(Role role, Member without) {
        if ((role == Role.ADMINISTRATOR || role == Role.OVERSEER)
                && without.roles().contains(role)
                && roles.holders(without.organisation(), role) == 1) {
            throw Refusal.of(
                            Refusal.Kind.CONFLICT,
                            role == Role.ADMINISTRATOR ? "last-administrator" : "last-overseer",
                            Map.of("name", without.name()))
                    .asException();
        }
    }
}
