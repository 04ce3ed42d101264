package org.plumbline.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
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
    private final CredentialTable credentials;
    private final Ids ids;
    private final Clock clock;
    private final RandomGenerator random = new SecureRandom();

    Enrolment(IdentityTable table, CredentialTable credentials, Ids ids, Clock clock) {
        this.table = table;
        this.credentials = credentials;
        this.ids = ids;
        this.clock = clock;
    }

    /** Whether nobody has been enrolled yet. */
    public boolean isEmpty() {
        return table.isEmpty();
    }

    /** The organisation of this name; made when there is none. */
    public Organisation organisation(String name, ZoneId zone) {
        return table.organisation(name).orElseGet(() -> found(new OrganisationId(ids.next()), name, zone));
    }

    Organisation found(OrganisationId id, String name, ZoneId zone) {
        var made = new Organisation(id, name, "{yyyy}-{nnnn}", zone);
        table.insert(made, clock.instant());
        return made;
    }

    /** The member of this name; enrolled with these roles when there is none. */
    public Member member(Organisation organisation, String name, Set<Role> roles) {
        return table.member(organisation.id(), name).orElseGet(() -> enrol(organisation, name, roles));
    }

    /** Enrols a member who isn't there yet, with a link that works once. */
    Staff.Enrolled newMember(Organisation organisation, String name, Set<Role> roles) {
        if (table.member(organisation.id(), name).isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "member-exists", Map.of("name", name))
                    .asException();
        }
        Member member = enrol(organisation, name, roles);
        return new Staff.Enrolled(member, linkOnce(member.id()));
    }

    private Member enrol(Organisation organisation, String name, Set<Role> roles) {
        var member = new Member(new MemberId(ids.next()), organisation.id(), name, roles);
        Instant now = clock.instant();
        Optional<MemberId> by = Acting.current().map(Acting::member);
        table.insertMember(member, now, by);
        roles.stream().sorted().forEach(role -> table.insertRole(ids.next(), member.id(), role, now, by));
        return member;
    }

    /** The secret of a new link that works once within a day. */
    public String linkOnce(MemberId member) {
        return link(member, "once", LINK_LIFE);
    }

    /** The secret of a new link for the demonstration, which works until it expires after a week. */
    public String demoLink(MemberId member) {
        return link(member, "demo", Duration.ofDays(7));
    }

    /** The secret of a new token, shown once. */
    public String token(MemberId member, String name, boolean mayWrite, Duration life) {
        Secret secret = Secret.make("plt_", random);
        Instant now = clock.instant();
        credentials.insertToken(new Token(ids.next(), member, name, mayWrite, now.plus(life)), secret, now);
        return secret.text();
    }

    private String link(MemberId member, String kind, Duration life) {
        Secret secret = Secret.make("", random);
        Instant now = clock.instant();
        credentials.insertLink(ids.next(), member, secret, kind, now, now.plus(life));
        return secret.text();
    }
}
