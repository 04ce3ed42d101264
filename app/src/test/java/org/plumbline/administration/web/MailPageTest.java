package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** How mail is sent where administrators see it, and the test message to a real mail server. */
class MailPageTest extends ApplicationTest {
    private static final GreenMail MAIL = started();

    private static GreenMail started() {
        var mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.start();
        return mail;
    }

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        properties.add("plumbline.mail.host", () -> "127.0.0.1");
        properties.add("plumbline.mail.port", () -> MAIL.getSmtp().getPort());
        properties.add("plumbline.mail.security", () -> "none");
        properties.add("plumbline.mail.from", () -> "plumbline@office.example");
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    /** In one story: what is sent counts for the limit of the whole installation. */
    @Test
    void aTestMessageIsSentSaidAndLimited() throws MessagingException {
        Organisation office = organisation();
        Member ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        Browser browser = browser(ada);

        Browser.Answer odd = send(browser, "ada@office.example, all@office.example");
        Browser.Answer sent = send(browser, "ada.finch@office.example");

        assertThat(odd.status()).isEqualTo(422);
        assertThat(odd.page().select("[data-summary]").text()).contains("This is no mail address");
        assertThat(odd.page().expectFirst("#f-to").attr("value")).isEqualTo("ada@office.example, all@office.example");
        assertThat(sent.page().select(".pl-note--ok").text()).contains("Accepted by 127.0.0.1");
        assertThat(MAIL.getReceivedMessages()).hasSize(1);
        assertThat(MAIL.getReceivedMessages()[0].getSubject()).isEqualTo("Test message from Plumbline");
        assertThat(browser.get("/admin/health")
                        .page()
                        .select("tr:contains(Mail)")
                        .text())
                .contains("the last message was accepted");
        String trail = api(member(office, "Sunniva Rask", Role.OVERSEER))
                .get("/api/v1/trail")
                .body();
        assertThat(trail).contains("mail.send-test").doesNotContain("ada.finch");

        var api = api(ada);
        for (int message = 0; message < 4; message++) {
            assertThat(test(api).body()).contains("\"outcome\":\"accepted\"");
        }
        Browser.Answer sixth = test(api);

        assertThat(sixth.status()).isEqualTo(429);
        assertThat(sixth.body()).contains("mail-too-often");
        assertThat(MAIL.getReceivedMessages()).hasSize(5);
    }

    @Test
    void nobodyElseReadsItOrSends() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);

        assertThat(browser(mara).get("/admin/mail").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/admin/mail").status()).isEqualTo(403);
        assertThat(test(api(mara)).status()).isEqualTo(403);
    }

    private static Browser.Answer send(Browser browser, String to) {
        return browser.submit(browser.get("/admin/mail"), "/admin/mail/test", Map.of("to", to));
    }

    private static Browser.Answer test(Browser api) {
        return api.json("POST", "/api/v1/admin/mail/test", "{\"to\": \"ada.finch@office.example\"}");
    }
}
