package org.plumbline.identity;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.stereotype.Component;

/** Puts together what an administrator sees of a member. */
@Component
class StaffFiles {
    private final IdentityTable table;
    private final RoleHistory roles;
    private final SessionsOf sessions;
    private final CredentialTable credentials;
    private final RecoveryTable recoveries;
    private final UnitTable units;
    private final Clock clock;

    StaffFiles(
            IdentityTable table,
            RoleHistory roles,
            SessionsOf sessions,
            CredentialTable credentials,
            RecoveryTable recoveries,
            UnitTable units,
            Clock clock) {
        this.table = table;
        this.roles = roles;
        this.sessions = sessions;
        this.credentials = credentials;
        this.recoveries = recoveries;
        this.units = units;
        this.clock = clock;
    }

    Optional<MemberFile> find(MemberId id) {
        return table.known(id).map(known -> {
            Member member = known.member();
            return new MemberFile(
                    member,
                    known.left(),
                    roles.of(member),
                    sessions.count(id),
                    credentials.tokens(id, clock.instant()),
                    recoveries.of(member.organisation(), id),
                    units.placements(id));
        });
    }

    /** Who left: name and end of membership alone. */
    List<MemberFile> left(OrganisationId organisation) {
        return table.left(organisation).stream()
                .map(k -> new MemberFile(k.member(), k.left(), List.of(), 0, List.of(), List.of(), List.of()))
                .toList();
    }

    /** The reason code for which nobody new can have this name. */
    Optional<String> taken(OrganisationId organisation, String name) {
        return table.known(organisation, name)
                .map(known -> known.left().isPresent() ? "member-left-name" : "member-known");
    }
}
