package org.plumbline.engine.evidence.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Signatures by passkeys, checked as whoever has a package checks them. */
class CustodySignatureTest {
    private final ActDigest act = Harbour.thing().digest();

    @ParameterizedTest
    @EnumSource(Signature.Algorithm.class)
    void aPasskeysSignatureHoldsAndSurvivesItsText(Signature.Algorithm algorithm) throws Exception {
        Signature.Passkey signed = new SoftPasskey(algorithm).sign(act);

        assertThat(Signature.read(signed.canonical())).isInstanceOfSatisfying(Signature.Passkey.class, again -> {
            assertThat(again.canonical()).isEqualTo(signed.canonical());
            assertThat(check(again)).isEqualTo(new Assertion("https://plumbline.example", "plumbline.example", 7));
        });
    }

    @ParameterizedTest
    @EnumSource(Signature.Algorithm.class)
    void aChangedByteAnywhereIsFound(Signature.Algorithm algorithm) throws Exception {
        Signature.Passkey signed = new SoftPasskey(algorithm).sign(act);

        for (byte[] part : new byte[][] {signed.authenticatorData(), signed.clientData(), signed.signature()}) {
            for (int i = 0; i < part.length; i++) {
                part[i] ^= 1;
                assertThatThrownBy(() -> Assertion.check(signed, act)).isInstanceOf(Broken.class);
                part[i] ^= 1;
            }
        }
        assertThat(check(signed).count()).isEqualTo(7);
    }

    @Test
    void asignatureOfAnotherActIsNone() throws Exception {
        Signature.Passkey signed = new SoftPasskey(Signature.Algorithm.ES256).sign(act);

        refused(signed, Harbour.file().digest(), Rule.SIGNATURE_CHALLENGE);
    }

    @Test
    void anotherCeremonyAnotherSiteAndAnUncheckedPersonAreRefused() throws Exception {
        var making = new SoftPasskey(Signature.Algorithm.ES256);
        making.type = "webauthn.create";
        refused(making.sign(act), act, Rule.SIGNATURE_CEREMONY);

        var elsewhere = new SoftPasskey(Signature.Algorithm.ES256);
        elsewhere.site = "plumbline.example.org";
        refused(elsewhere.sign(act), act, Rule.SIGNATURE_SITE);

        var above = new SoftPasskey(Signature.Algorithm.ES256);
        above.origin = "https://evidence.plumbline.example:8443";
        assertThat(Assertion.check(above.sign(act), act).relyingParty()).isEqualTo("plumbline.example");

        var unchecked = new SoftPasskey(Signature.Algorithm.ES256);
        unchecked.flags = 1;
        refused(unchecked.sign(act), act, Rule.SIGNATURE_UNVERIFIED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"type\":\"webauthn.get\",\"type\":\"webauthn.get\"}",
                "{\"type\":\"webauthn.get\"} x",
                "{\"type\":\"webauthn.get\",}",
                "{\"type\":\"webauthn.get"
            })
    void clientDataThatTwoReadersCouldTakeDifferentlyIsRefused(String client) throws GeneralSecurityException {
        refused(new SoftPasskey(Signature.Algorithm.ES256).sign(client), act, Rule.SIGNATURE_FORM);
    }

    @Test
    void aKeyOfAnotherAlgorithmIsRefused() throws Exception {
        Signature.Passkey rsa = new SoftPasskey(Signature.Algorithm.RS256).sign(act);

        refused(
                new Signature.Passkey(
                        Signature.Algorithm.ES256,
                        rsa.publicKey(),
                        rsa.credential(),
                        rsa.authenticatorData(),
                        rsa.clientData(),
                        rsa.signature()),
                act,
                Rule.SIGNATURE_FORM);
    }

    @Test
    void aDisposalNeedsItsWitnessAndNothingElseHasOne() throws Exception {
        Signature mine = new Signature.Attested("session", "session", Instant.parse("2031-03-14T09:00:00Z"));
        Chain chain = Chain.of(Harbour.thing());
        Act gone = Harbour.next(
                chain,
                Harbour.RITA,
                new Deed.Dispose(Deed.Ending.RETURNED, "order", "C-7", Harbour.NUNO, Optional.of("its owner")));
        Act dropped = Harbour.next(chain, Harbour.RITA, new Deed.Incident("dropped", Optional.empty()));

        new SignedAct(gone, mine, Optional.of(mine)).check();
        assertThatThrownBy(() -> new SignedAct(gone, mine, Optional.empty()).check())
                .hasMessage("witness-missing");
        assertThatThrownBy(() -> new SignedAct(dropped, mine, Optional.of(mine)).check())
                .hasMessage("witness-unexpected");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"by\":\"session\",\"proof\":\"session\",\"proven_at\":\"2031-03-14T09:00:00Z\",\"way\":\"asserted\"}",
                "{\"by\":\"mail\",\"proof\":\"session\",\"proven_at\":\"2031-03-14T09:00:00Z\",\"way\":\"attested\"}",
                "{\"by\":\"session\",\"proof\":\"session\",\"proven_at\":\"2031-03-14T09:00:00.0Z\",\"way\":\"attested\"}",
                "{\"by\":\"session\",\"more\":\"x\",\"proof\":\"session\",\"proven_at\":\"2031-03-14T09:00:00Z\",\"way\":\"attested\"}"
            })
    void aTextThatIsNotASignatureIsRefused(String text) {
        assertThatThrownBy(() -> Signature.read(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.rule()).isEqualTo(Rule.FORM));
    }

    private void refused(Signature.Passkey signed, ActDigest of, Rule rule) {
        assertThatThrownBy(() -> Assertion.check(signed, of))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.rule()).isEqualTo(rule));
    }

    private Assertion check(Signature.Passkey signed) {
        try {
            return Assertion.check(signed, act);
        } catch (Broken broken) {
            throw new AssertionError(broken);
        }
    }
}
