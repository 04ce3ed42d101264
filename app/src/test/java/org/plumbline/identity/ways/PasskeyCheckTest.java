package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Refused;
import org.plumbline.testing.SoftAuthenticator;
import org.springframework.mock.env.MockEnvironment;

/** What a browser sends is looked at before it is believed. */
class PasskeyCheckTest {
    private static final byte[] CHALLENGE = new byte[32];
    private static final String ASKED =
            "{\"challenge\":\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(CHALLENGE)
                    + "\",\"rp\":{\"id\":\"plumbline.example\"},\"rpId\":\"plumbline.example\",\"user\":{\"id\":\"AAAA\"}}";

    private final PasskeyCheck check = new PasskeyCheck(
            new SiteAddress(new MockEnvironment().withProperty("plumbline.url", "https://plumbline.example")));
    private final SoftAuthenticator device = new SoftAuthenticator("https://plumbline.example");

    @Test
    void whatWasMadeChecksWhatItSigns() {
        PasskeyCredential made = check.made(device.make(ASKED), CHALLENGE);

        PasskeyCheck.Use use = check.used(check.answered(device.use(ASKED)), CHALLENGE, made);

        assertThat(use.signCount()).isEqualTo(made.signCount() + 1);
        assertThat(made.authenticator()).hasSize(16);
        assertThat(made.transports()).containsExactly("internal");
    }

    @Test
    void anotherChallengeIsRefused() {
        PasskeyCredential made = check.made(device.make(ASKED), CHALLENGE);
        var answered = check.answered(device.use(ASKED));

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> check.used(answered, new byte[] {1, 2, 3}, made))
                .withMessage("passkey-wrong");
    }

    @Test
    void anAuthenticatorWithoutACounterMayAlwaysSayZero() {
        device.count(0);
        PasskeyCredential made = check.made(device.make(ASKED), CHALLENGE);
        device.count(0);

        assertThat(check.used(check.answered(device.use(ASKED)), CHALLENGE, made)
                        .signCount())
                .isZero();
    }

    /** Seed 20311: each change of one character is refused or says the same, and nothing else is thrown. */
    @Test
    void aChangedAnswerIsRefusedAndNothingElse() {
        var random = new Random(20311);
        PasskeyCredential made = check.made(device.make(ASKED), CHALLENGE);
        String use = device.use(ASKED);
        String make = device.make(ASKED);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            refused += refusedOrSame(changed(use, random), made) ? 1 : 0;
            refused += refusedOrSame(changed(make, random)) ? 1 : 0;
        }

        assertThat(refused).isGreaterThan(600);
    }

    private boolean refusedOrSame(String use, PasskeyCredential made) {
        try {
            check.used(check.answered(use), CHALLENGE, made);
            return false;
        } catch (Refused expected) {
            return true;
        }
    }

    private boolean refusedOrSame(String make) {
        try {
            check.made(make, CHALLENGE);
            return false;
        } catch (Refused expected) {
            return true;
        }
    }

    private static String changed(String json, Random random) {
        var text = new StringBuilder(json);
        text.setCharAt(random.nextInt(json.length()), (char) (33 + random.nextInt(90)));
        return text.toString();
    }
}
