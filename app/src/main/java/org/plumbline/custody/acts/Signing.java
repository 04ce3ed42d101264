package org.plumbline.custody.acts;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.plumbline.engine.evidence.custody.ActDigest;
import org.plumbline.engine.evidence.custody.Assertion;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.identity.Proofs;
import org.plumbline.identity.ways.PasskeySignatures;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Takes the acting person's signature of an act, inside the act that records it. */
@Component
class Signing {
    private final PasskeySignatures passkeys;
    private final Proofs proofs;
    private final Clock clock;

    Signing(PasskeySignatures passkeys, Proofs proofs, Clock clock) {
        this.passkeys = passkeys;
        this.proofs = proofs;
        this.clock = clock;
    }

    boolean byPasskey() {
        return passkeys.possible();
    }

    /** Whether the server may say of the acting person now that they signed. */
    boolean attestable() {
        return byToken() || proofs.isFresh();
    }

    Map<String, Object> ask(ActDigest act) {
        return passkeys.ask(act.bytes());
    }

    Signature take(SignedWith with, ActDigest act) {
        return switch (with) {
            case SignedWith.Passkey passkey -> byPasskey(passkey.answer(), act);
            case SignedWith.Attested attested -> attested();
        };
    }

    /** The server's own word, for what it records by itself. */
    Signature own() {
        String by = byToken() ? "token" : "session";
        return new Signature.Attested(by, by, now());
    }

    private Signature attested() {
        return byToken()
                ? new Signature.Attested("token", "token", now())
                : new Signature.Attested("session", "session", proofs.latest().truncatedTo(ChronoUnit.MICROS));
    }

    private Signature byPasskey(String answer, ActDigest act) {
        PasskeySignatures.Signed signed = passkeys.check(answer, act.bytes());
        var signature = new Signature.Passkey(
                algorithm(signed.algorithm()),
                signed.publicKey(),
                signed.credential(),
                signed.authenticatorData(),
                signed.clientData(),
                signed.signature());
        try {
            // As whoever gets the package will check it: what they would refuse is not recorded.
            Assertion.check(signature, act);
        } catch (Broken broken) {
            throw Refusal.of(Refusal.Kind.INVALID, "passkey-wrong", Map.of()).asException();
        }
        return signature;
    }

    private static Signature.Algorithm algorithm(int cose) {
        return switch (cose) {
            case -7 -> Signature.Algorithm.ES256;
            case -8 -> Signature.Algorithm.EDDSA;
            case -257 -> Signature.Algorithm.RS256;
            default -> throw new IllegalStateException("No passkey here has algorithm " + cose);
        };
    }

    private static boolean byToken() {
        return Acting.require().channel() != Acting.Channel.PAGE;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
