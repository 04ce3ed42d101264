package org.plumbline.custody.acts;

import java.util.Optional;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.ActDigest;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.engine.evidence.custody.SignedAct;
import org.plumbline.kernel.Stamp;

/**
 * An act as it was recorded.
 *
 * @param witness the witness's signature under a disposal
 */
public record RecordedAct(Stamp stamp, Act act, Signature signature, Optional<Signature> witness) {
    /** The digest that was signed and that the trail names. */
    public ActDigest digest() {
        return act.digest();
    }

    /** The act with its signatures, as packages carry it. */
    public SignedAct signed() {
        return new SignedAct(act, signature, witness);
    }
}
