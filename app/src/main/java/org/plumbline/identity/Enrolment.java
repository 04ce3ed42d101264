package org.plumbline.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings organisations and members in, from the command line or the sample; gives links and tokens. */
@Component
@Transactional
public class Enrolment {
    private static final Duration LINK_LIFE = Duration.ofHours(24);

    private final IdentityTable table;
    private final OrganisationTable organisations;
    private final RoleTable roles;
    private final CredentialTable credentials;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Enrolment(
            IdentityTable table,
            OrganisationTable organisations,
            RoleTable roles,
            CredentialTable credentials,
            Ids ids,
            Clock clock) {
        this.table = table;
        this.organisations = organisations;
        this.roles = roles;
        this.credentials = credentials;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether nobody has been enrolled yet. */
    public boolean isEmpty() {
        return table.isEmpty();
    }

    /** The organisation that has, or had, this name; made when there is none. */
    public Organisation organisation(String name, ZoneId zone) {
        return organisations.find(name).orElseGet(() -> found(new OrganisationId(ids.next()), name, zone));
    }

    Organisation found(OrganisationId id, String name, ZoneId zone) {
        var made = new Organisation(id, name, new NumberScheme("{yyyy}-{nnnn}"), zone);
        organisations.insert(made, clock.instant());
        return made;
    }

    /** The member of this name; enrolled with these roles when there is none. */
    public Member member(Organisation organisation, String name, Set<Role> held) {
        return table.member(organisation.id(), name)
                .orElseGet(() -> enrol(
                        organisation, name, held, new Step(Acting.current().map(Acting::member), clock.instant(), "")));
    }

    /** The same for the demonstration, whose people hold their roles without a second person: there is nobody yet. */
    public Member memberOfTheSample(Organisation organisation, String name, Set<Role> held) {
        return member(organisation, name, held);
    }

    /** Enrols a member who isn't there yet, with a link that works once; some of the roles may wait. */
    Staff.Enrolled newMember(Organisation organisation, String name, Set<Role> wanted, String why, MemberId by) {
        Set<Role> waiting =
                wanted.stream().filter(MemberRoles::needSecondPerson).collect(Collectors.toSet());
        Set<Role> given = wanted.stream().filter(r -> !waiting.contains(r)).collect(Collectors.toSet());
        return newMember(organisation, name, given, waiting, new Step(Optional.of(by), clock.instant(), why));
    }

    /** Enrols a member who isn't there yet: some roles are given, others wait for a second person. */
    Staff.Enrolled newMember(Organisation organisation, String name, Set<Role> given, Set<Role> waiting, Step step) {
        if (table.known(organisation.id(), name).isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "member-exists", Map.of("name", name))
                    .asException();
        }
        Member member = enrol(organisation, name, given, step);
        waiting.stream()
                .sorted()
                .map(role -> new RoleRequest(ids.next(), member.id(), role, step, Optional.empty(), false))
                .forEach(roles::insertAsked);
        return new Staff.Enrolled(member, linkOnce(member.id()), waiting);
    }

    private Member enrol(Organisation organisation, String name, Set<Role> given, Step step) {
        var member = new Member(new MemberId(ids.next()), organisation.id(), name, given);
        table.insertMember(member, step.at(), step.by());
        given.stream().sorted().forEach(role -> roles.insertGiven(ids.next(), member.id(), role, step));
        return member;
    }

    /** The secret of a new link that works once within a day. */
    public String linkOnce(MemberId member) {
        return link(member, "once", LINK_LIFE).secret();
    }

    /** The secret of a new link for the demonstration, which works until it expires after a week. */
    public String demoLink(MemberId member) {
        return link(member, "demo", Duration.ofDays(7)).secret();
    }

    /** The secret of a new token, shown once. */
    public String token(MemberId member, String name, boolean mayWrite, Duration life) {
        Secret secret = Secret.make("plt_", random);
        Instant now = clock.instant();
        credentials.insertToken(new Token(ids.next(), member, name, mayWrite, now.plus(life)), secret, now);
        return secret.text();
    }

    /** A link just made; its secret is shown once. */
    record Link(UUID id, String secret) {
        @Override
        public String toString() {
            return "link " + id;
        }
    }

    /** A link that brings a member back, which works once within a day. */
    Link recoveryLink(MemberId member) {
        return link(member, "recovery", LINK_LIFE);
    }

    private Link link(MemberId member, String kind, Duration life) {
        Secret secret = Secret.make("", random);
        Instant now = clock.instant();
        UUID id = ids.next();
        credentials.insertLink(id, member, secret, kind, now, now.plus(life));
        return new Link(id, secret.text());
    }
}
