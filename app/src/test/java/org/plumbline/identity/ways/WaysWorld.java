package org.plumbline.identity.ways;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.SoftAuthenticator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An office with a member who was just enrolled, and its overseer, who sees what is on the trail. */
abstract class WaysWorld extends ApplicationTest {
    static final String PASSWORD = "four grey herons wait";
    static final String WAYS = "/account/sign-in";

    @Autowired
    JdbcClient db;

    @Autowired
    @FlywayDataSource
    DataSource owner;

    Organisation office;
    Member mara;
    Browser overseer;

    @BeforeEach
    void people() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        overseer = api(member(office, "Oda Pell", Role.OVERSEER));
        db.sql("delete from identity.sign_in_try").update();
    }

    SoftAuthenticator device() {
        return new SoftAuthenticator("http://localhost:" + port);
    }

    /** A browser in which the member came in by the link that works once. */
    Browser enrolled(Member member) {
        var browser = browser();
        Browser.Answer ask = browser.get("/sign-in/" + enrolment.linkOnce(member.id()));
        browser.submit(ask, ask.path(), Map.of());
        return browser;
    }

    /** What a page's form asks the browser for. */
    static Browser.Answer options(Browser browser, String page, String path) {
        String token = browser.get(page).page().select("input[name=_csrf]").attr("value");
        return browser.post(path, Map.of("_csrf", token));
    }

    Browser.Answer addPasskey(Browser browser, SoftAuthenticator device, String name) {
        String options = options(browser, WAYS, WAYS + "/passkeys/options").body();
        return browser.submit(
                browser.get(WAYS), WAYS + "/passkeys", Map.of("name", name, "credential", device.make(options)));
    }

    Browser.Answer signInByPasskey(Browser browser, SoftAuthenticator device) {
        String options =
                options(browser, "/sign-in", "/sign-in/passkey/options").body();
        return browser.submit(browser.get("/sign-in"), "/sign-in/passkey", Map.of("credential", device.use(options)));
    }

    /** Sets a password up and returns the secret of the app. */
    String setUpPassword(Browser browser, String login) {
        Browser.Answer page = browser.get(WAYS + "/password");
        String secret = page.page().select("[data-secret]").text();
        browser.submit(
                page,
                WAYS + "/password",
                Map.of("login", login, "password", PASSWORD, "again", PASSWORD, "code", code(secret, -1)));
        return secret;
    }

    Browser.Answer signInByPassword(Browser browser, String login, String password, String code) {
        return browser.submit(
                browser.get("/sign-in"),
                "/sign-in/password",
                Map.of("login", login, "password", password, "code", code));
    }

    /** The code of an app, this many steps from now. */
    static String code(String secret, int steps) {
        try {
            var key = new SecretKeySpec(new Base32().decode(secret), "RAW");
            return new TimeBasedOneTimePasswordGenerator()
                    .generateOneTimePasswordString(key, Instant.now().plusSeconds(30L * steps));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets all proofs of the member be older than they count. */
    void timePasses(Member member) {
        JdbcClient.create(owner)
                .sql("update identity.proof set proved_at = proved_at - interval '11 minutes' where member = :member")
                .param("member", member.id().value())
                .update();
    }

    JsonNode newest(String kind) {
        return JsonMapper.builder()
                .build()
                .readTree(overseer.get("/api/v1/trail?kind=" + kind).body())
                .get("items")
                .get(0);
    }
}
