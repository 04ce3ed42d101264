package org.plumbline.custody.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.Assertion;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.testing.Browser;
import org.plumbline.testing.SoftAuthenticator;

/** Acts signed by passkeys, from the page to the records and to whoever checks them without us. */
class CustodyPasskeyTest extends HarbourCustody {
    private static final String WAYS = "/account/sign-in";

    private Browser page;
    private SoftAuthenticator device;
    private Exhibit bag;
    private String sign;

    @BeforeEach
    void anActThatWaits() {
        page = new Browser("http://localhost:" + port);
        page.get("/sign-in/" + enrolment.demoLink(rita.id()));
        device = new SoftAuthenticator("http://localhost:" + port);
        String making = page.post(WAYS + "/passkeys/options", Map.of("_csrf", csrf(page.get(WAYS))))
                .body();
        page.submit(page.get(WAYS), WAYS + "/passkeys", Map.of("name", "phone", "credential", device.make(making)));
        bag = bag("12.5");
        Browser.Answer form = page.get("/cases/" + harbour + "/exhibits/" + bag.id() + "/acts/new?kind=seal");
        sign = page.submit(form, "/acts", Map.of("seal", "A-17")).path();
    }

    @Test
    void whatAPasskeySignedAnyoneCanCheck() throws Broken {
        page.submit(page.get(sign), "/sign", Map.of("credential", device.use(options(page))));

        RecordedAct sealed = read(rita, bag.id()).acts().getLast();
        assertThat(sealed.signature()).isInstanceOf(Signature.Passkey.class);
        assertThat(Assertion.check((Signature.Passkey) sealed.signature(), sealed.digest())
                        .origin())
                .isEqualTo("http://localhost:" + port);
        assertThat(page.get("/cases/" + harbour + "/exhibits/" + bag.id()).body())
                .contains("Signed by passkey");
    }

    @Test
    void aSignatureOfAnotherActAndAnotherDeviceAreRefused() {
        String asked = options(page);
        Browser.Answer form = page.get("/cases/" + harbour + "/exhibits/" + bag.id() + "/acts/new?kind=inspect");
        String other = page.submit(form, "/acts", Map.of("note", "dry")).path();
        var stranger = new SoftAuthenticator("http://localhost:" + port);
        stranger.make(asked.replaceFirst("\\{", "{\"rp\":{\"id\":\"localhost\"},\"user\":{\"id\":\"AAAA\"},"));

        Browser.Answer swapped = page.submit(page.get(other), "/sign", Map.of("credential", device.use(asked)));
        Browser.Answer strange = page.submit(page.get(sign), "/sign", Map.of("credential", stranger.use(asked)));

        assertThat(swapped.status()).isEqualTo(422);
        assertThat(strange.status()).isEqualTo(422);
        assertThat(kinds(read(rita, bag.id()))).containsExactly("collect");
    }

    private String options(Browser by) {
        return by.post(sign + "/options", Map.of("_csrf", csrf(by.get(sign)))).body();
    }

    private static String csrf(Browser.Answer page) {
        return page.page().select("input[name=_csrf]").attr("value");
    }
}
