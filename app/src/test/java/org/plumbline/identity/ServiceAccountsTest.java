package org.plumbline.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.access.Standing;
import org.plumbline.cases.Team;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Another system comes with a token, and reaches what it was let into. */
class ServiceAccountsTest extends ApplicationTest {
    @Autowired
    private ServiceAccounts services;

    @Autowired
    private Members members;

    @Autowired
    private MemberRoles roles;

    @Autowired
    private Recoveries recoveries;

    @Autowired
    private Departures departures;

    @Autowired
    private Team team;

    private Organisation office;
    private Member ada;
    private Member lead;
    private String harbour;
    private CaseId id;

    @BeforeEach
    void aCase() {
        office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        lead = member(office, "Dov Halloran", Role.INVESTIGATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var opened = api(lead).json("POST", "/api/v1/cases", """
                {"title": "Harbour", "type": "inquiry", "legal_basis": "Inspection Act", "reference": "IO-7",
                 "purpose": "Contract reconciliation", "valid_from": "%s", "valid_until": "%s"}
                """.formatted(today, today.plusDays(60)));
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        id = new CaseId(UUID.fromString(
                JsonMapper.shared().readTree(opened.body()).get("id").stringValue()));
        harbour = "/api/v1/cases/" + id;
    }

    @Test
    void aCaseIsAbsentToItUntilTheLeadLetsItIn() {
        Browser register = service("Port register", "write");

        int before = register.get(harbour).status();
        int listed = register.get("/api/v1/cases").body().length();
        as(lead, () -> team.grant(id, account("Port register").id(), Standing.INVESTIGATOR, "Sends the berths"));

        assertThat(before).isEqualTo(404);
        assertThat(register.get(harbour).status()).isEqualTo(200);
        assertThat(register.get("/api/v1/cases").body()).hasSizeGreaterThan(listed);
        assertThat(register.json("POST", harbour + "/journal", "{\"heading\": \"Berth 4\", \"body\": \"Taken\"}")
                        .status())
                .isEqualTo(201);
        assertThat(browser(lead).get("/cases/" + id + "/trail").body()).contains("Port register");
    }

    @Test
    void oneThatMayReadWritesNothing() {
        Browser register = service("Port register", "read");
        as(lead, () -> team.grant(id, account("Port register").id(), Standing.INVESTIGATOR, "Reads the berths"));

        assertThat(register.get(harbour).status()).isEqualTo(200);
        assertThat(register.json("POST", harbour + "/journal", "{\"heading\": \"Berth 4\", \"body\": \"Taken\"}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void itIsOneAccountWithAsManyTokensAsWereMade() {
        Browser first = service("Port register", "read");
        Browser second = service("Port register", "read");

        assertThat(as(lead, () -> members.colleagues()).stream().filter(Member::service))
                .hasSize(1);
        assertThat(first.get("/api/v1/me").status()).isEqualTo(200);
        assertThat(second.get("/api/v1/me").status()).isEqualTo(200);
    }

    @Test
    void itGetsNoRoleNoLinkAndAnotherMembersNameIsTaken() {
        service("Port register", "read");
        Member account = account("Port register");

        assertThat(code(() -> as(ada, () -> roles.give(account.id(), Role.SUPERVISOR, "Helps"))))
                .isEqualTo("service-account");
        assertThat(code(() -> as(ada, () -> recoveries.ask(account.id(), "Lost"))))
                .isEqualTo("service-account");
        assertThat(code(() -> services.token(office.name(), "Ada Finch", "read")))
                .isEqualTo("service-name-taken");
        assertThat(code(() -> services.token(office.name() + ", nowhere", "Port", "read")))
                .isEqualTo("organisation-unknown");
        assertThatThrownBy(() -> services.token(office.name(), "Port", "all"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal().fields().getFirst().code()).isEqualTo("scope-unknown"));
    }

    @Test
    void onceItHasLeftItsTokensOpenNothing() {
        Browser register = service("Port register", "read");
        Map<String, Integer> ended =
                as(ada, () -> departures.leave(account("Port register").id(), Optional.empty(), "Replaced"));

        assertThat(ended).containsEntry("tokens", 1);
        assertThat(register.get("/api/v1/me").status()).isEqualTo(401);
        assertThat(code(() -> services.token(office.name(), "Port register", "read")))
                .isEqualTo("service-name-taken");
    }

    @Test
    void administratorsSeeWhatItIs() {
        service("Port register", "read");
        Member account = account("Port register");

        assertThat(browser(ada)
                        .get("/admin")
                        .page()
                        .select("tr:contains(Port register)")
                        .text())
                .contains("Service account");
        var page = browser(ada).get("/members/" + account.id()).page();
        assertThat(page.text()).contains("no other way in", "Port register · Read ·");
        assertThat(page.select("a[href$=/recovery], a[href$=/roles]")).isEmpty();
    }

    private <T> T as(Member member, Supplier<T> body) {
        return Acting.as(acting(member), body);
    }

    private Browser service(String name, String scope) {
        return browser().withToken(services.token(office.name(), name, scope));
    }

    private Member account(String name) {
        return as(lead, () -> members.colleagues()).stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static String code(ThrowingCallable act) {
        try {
            act.call();
            return "done";
        } catch (Refused refused) {
            return refused.refusal().code();
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }
}
