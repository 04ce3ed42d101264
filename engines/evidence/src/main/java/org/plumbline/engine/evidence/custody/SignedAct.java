package org.plumbline.engine.evidence.custody;

import java.util.Optional;

/**
 * An act with the signatures under it.
 *
 * @param signature of who did it
 * @param witness of the witness whom a disposal names
 */
public record SignedAct(Act act, Signature signature, Optional<Signature> witness) {
    /** Checks that whoever must sign has signed; what the server only attests is taken as it says it. */
    public void check() throws Broken {
        boolean needed = act.deed() instanceof Deed.Dispose;
        if (needed && witness.isEmpty()) {
            throw Broken.of(Rule.WITNESS_MISSING);
        }
        if (!needed && witness.isPresent()) {
            throw Broken.of(Rule.WITNESS_UNEXPECTED);
        }
        ActDigest digest = act.digest();
        check(signature, digest);
        if (witness.isPresent()) {
            check(witness.get(), digest);
        }
    }

    private static void check(Signature signature, ActDigest digest) throws Broken {
        if (signature instanceof Signature.Passkey passkey) {
            Assertion.check(passkey, digest);
        }
    }
}
