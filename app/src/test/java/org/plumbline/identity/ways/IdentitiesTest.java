package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.identity.Proofs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.env.MockEnvironment;

/** What may be linked by whom, as if a provider had answered. */
class IdentitiesTest extends WaysWorld {
    private static final String ISSUER = "https://login.office.example";

    @Autowired
    private Acts acts;

    @Autowired
    private IdentityLinkTable table;

    @Autowired
    private WaysTable ways;

    @Autowired
    private Proofs proofs;

    @Autowired
    private Members members;

    @Autowired
    private IdentityEntry entry;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    private Identities identities;
    private String subject;

    @BeforeEach
    void provider() {
        subject = UUID.randomUUID().toString();
        var settings = new ProviderSettings(new MockEnvironment()
                .withProperty("plumbline.oidc.issuer", ISSUER)
                .withProperty("plumbline.oidc.client-id", "plumbline")
                .withProperty("plumbline.oidc.organisation", office.name()));
        identities = new Identities(
                acts,
                table,
                settings,
                new LastWay(ways, settings, new PasswordPolicy(ways)),
                proofs,
                members,
                ids,
                clock);
        proofs.given(mara.id(), "test");
    }

    @Test
    void aLinkedIdentitySignsItsMemberIn() {
        link(mara);

        assertThat(entry.enter(ISSUER, subject).id()).isEqualTo(mara.id());
        assertThat(newest("act").get("facts").get("by").stringValue()).isEqualTo("provider");
    }

    @Test
    void anUnknownIdentityIsRefusedAndMakesNobodyAMember() {
        long before = count();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> entry.enter(ISSUER, subject))
                .withMessage("identity-unknown");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void anIdentityBelongsToOneMember() {
        link(mara);
        Member nuno = member(office, "Nuno Salt", Role.INVESTIGATOR);
        proofs.given(nuno.id(), "test");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> link(nuno)).withMessage("identity-linked");
        assertThat(entry.enter(ISSUER, subject).id()).isEqualTo(mara.id());
    }

    @Test
    void aMemberOfAnotherOrganisationHasNoProvider() {
        Member other = member(organisation(), "Nuno Salt", Role.INVESTIGATOR);
        proofs.given(other.id(), "test");

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> link(other)).withMessage("absent");
    }

    @Test
    void linkingNeedsAFreshProof() {
        timePasses(mara);

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> link(mara)).withMessage("proof-needed");
        assertThat(newest("refusal").get("action").stringValue()).isEqualTo("identity.link-identity");
    }

    @Test
    void theOnlyIdentityStaysAndARemovedOneSignsNobodyIn() {
        OutsideIdentity identity = link(mara);

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> as(mara, () -> identities.end(identity.id())))
                .withMessage("last-way-in");
        addPasskey(enrolled(mara), device(), "key");
        as(mara, () -> identities.end(identity.id()));

        assertThatExceptionOfType(Refused.class).isThrownBy(() -> entry.enter(ISSUER, subject));
        assertThat(link(mara).id()).isNotEqualTo(identity.id());
    }

    @Test
    void whoHasLeftIsUnknown() {
        link(mara);
        db.sql("insert into identity.member_ended (member, ended_at, ended_by, reason) values (:m, now(), :m, 'Left')")
                .param("m", mara.id().value())
                .update();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> entry.enter(ISSUER, subject))
                .withMessage("identity-unknown");
    }

    private OutsideIdentity link(Member member) {
        return as(member, () -> identities.link(ISSUER, subject));
    }

    private static <T> T as(Member member, java.util.function.Supplier<T> body) {
        return Acting.as(
                new Acting(
                        member.id(),
                        member.name(),
                        member.organisation(),
                        member.roles(),
                        "test",
                        Acting.Channel.PAGE,
                        Optional.empty()),
                body);
    }

    private long count() {
        return db.sql("select count(*) from identity.member").query(Long.class).single();
    }
}
