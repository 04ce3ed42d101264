package org.plumbline.identity;

import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Role;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/**
 * Whoever holds the data folder brings in the first members, before anybody could decide: no member and in no role, but
 * on the trail of the organisation under a name of its own.
 */
@Service
@Application
public class FolderHolder {
    /** The same in every installation; no member can have it, since members get identifiers of version 7. */
    static final MemberId ID = new MemberId(new UUID(0, 1));

    /** How it is called where the trail says who acted. */
    static final String NAME = "Holder of the data folder";

    private static final Action ENROL = new Action("identity.enrol-from-folder", Right.SELF);

    private final Acts acts;
    private final Enrolment enrolment;
    private final IdentityTable table;
    private final Ids ids;

    FolderHolder(Acts acts, Enrolment enrolment, IdentityTable table, Ids ids) {
        this.acts = acts;
        this.enrolment = enrolment;
        this.table = table;
        this.ids = ids;
    }

    /**
     * Enrols a new member, and makes the organisation where there is none of this name. A refusal leaves none behind.
     *
     * @param zone of a new organisation
     * @return the member with the secret of a link that works once
     */
    public Staff.Enrolled enrol(String organisation, String name, String role, ZoneId zone) {
        String called = organisation.strip();
        Optional<Organisation> known = table.organisation(called);
        var id = known.map(Organisation::id).orElseGet(() -> new OrganisationId(ids.next()));
        return Acting.as(
                holding(id),
                () -> acts.perform(ENROL, Scope.own(), () -> {
                    Role as = role(role);
                    Organisation of = known.orElseGet(() -> enrolment.found(id, called, zone));
                    Staff.Enrolled enrolled = enrolment.newMember(of, name.strip(), Set.of(as));
                    return Noted.of(
                                    enrolled,
                                    new Ref("member", enrolled.member().id().value(), id))
                            .with("organisation", called)
                            .with("organisation-made", known.isEmpty())
                            .with("roles", as.code());
                }));
    }

    private static Acting holding(OrganisationId organisation) {
        return new Acting(ID, NAME, organisation, Set.of(), "data-folder", Acting.Channel.COMMAND, Optional.empty());
    }

    private static Role role(String code) {
        try {
            return Role.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(Refusal.Kind.INVALID, "role-unknown", Map.of("role", code))
                    .asException();
        }
    }
}
