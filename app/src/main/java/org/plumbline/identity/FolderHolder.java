package org.plumbline.identity;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
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
    private static final Action BOOTSTRAP = new Action("identity.bootstrap", Right.SELF);

    private static final Action BEGIN_EPOCH = new Action("audit.begin-epoch", Right.SELF);
    private static final Action TOLD_OF_EPOCH = new Action("audit.told-of-epoch", Right.SELF);

    private final Acts acts;
    private final Enrolment enrolment;
    private final OrganisationTable organisations;
    private final SessionTable sessions;
    private final RoleTable roles;
    private final Ids ids;
    private final Clock clock;

    FolderHolder(
            Acts acts,
            Enrolment enrolment,
            OrganisationTable organisations,
            SessionTable sessions,
            RoleTable roles,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.enrolment = enrolment;
        this.organisations = organisations;
        this.sessions = sessions;
        this.roles = roles;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Enrols a new member, and makes the organisation where there is none of this name. A refusal leaves none behind.
     * The first administrator and the first overseer hold their role at once, since nobody is there to confirm it;
     * after that a sensitive role waits for a member's confirmation.
     *
     * @param zone of a new organisation
     * @return the member with the secret of a link that works once
     */
    public Staff.Enrolled enrol(String organisation, String name, String role, ZoneId zone) {
        String called = organisation.strip();
        Optional<Organisation> known = organisations.find(called);
        var id = known.map(Organisation::id).orElseGet(() -> new OrganisationId(ids.next()));
        boolean first = isFirst(id, role);
        return Acting.as(
                holding(id),
                () -> acts.perform(first ? BOOTSTRAP : ENROL, Scope.own(), () -> {
                    Role as = role(role);
                    roles.takeTurn(id);
                    Organisation of = known.orElseGet(() -> enrolment.found(id, called, zone));
                    boolean waits = as.sensitive() && !isFirst(id, role);
                    Staff.Enrolled enrolled = enrolment.newMember(
                            of,
                            name.strip(),
                            waits ? Set.of() : Set.of(as),
                            waits ? Set.of(as) : Set.of(),
                            new Step(Optional.of(ID), clock.instant(), ""));
                    return noted(enrolled, called, known.isEmpty());
                }));
    }

    /**
     * Puts on the trail of every organisation that the log goes on under another key, and signs everybody out: what was
     * restored may hold sessions that were ended since.
     *
     * @param facts why, and what was known of the log
     * @param begun runs in the act of the oldest organisation, whose entry is the first of the epoch
     */
    public void beginEpoch(Map<String, String> facts, Runnable begun) {
        List<Organisation> all = organisations.all();
        if (all.isEmpty()) {
            begun.run();
            return;
        }
        all.stream().skip(1).forEach(other -> onTrailOf(other, TOLD_OF_EPOCH, facts, () -> {}));
        onTrailOf(all.getFirst(), BEGIN_EPOCH, facts, () -> {
            sessions.endAll();
            begun.run();
        });
    }

    private void onTrailOf(Organisation organisation, Action action, Map<String, String> facts, Runnable body) {
        Acting.as(
                holding(organisation.id()),
                () -> acts.perform(action, Scope.own(), () -> {
                    body.run();
                    Noted<Organisation> noted = Noted.of(organisation);
                    for (Map.Entry<String, String> fact : facts.entrySet()) {
                        noted = noted.with(fact.getKey(), fact.getValue());
                    }
                    return noted;
                }));
    }

    private static Noted<Staff.Enrolled> noted(Staff.Enrolled enrolled, String organisation, boolean made) {
        Member member = enrolled.member();
        return Noted.of(enrolled, Staff.ref(member))
                .with("name", member.name())
                .with("organisation", organisation)
                .with("organisation-made", made)
                .with("roles", Staff.codes(member.roles()))
                .with("waiting", Staff.codes(enrolled.waiting()));
    }

    /** Whether the organisation never had an administrator, or an overseer, and now gets one. */
    private boolean isFirst(OrganisationId organisation, String code) {
        return Stream.of(Role.ADMINISTRATOR, Role.OVERSEER)
                .anyMatch(role -> role.code().equals(code) && !roles.everHeld(organisation, role));
    }

    static Acting holding(OrganisationId organisation) {
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
