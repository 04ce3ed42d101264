package org.plumbline.engine.log.note;

import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** The kinds of keys that sign notes (C2SP signed-note, "Signature types"; tlog-cosignature). */
public enum KeyType {
    /** Ed25519 over the text of the note. */
    ED25519(0x01, Algorithm.ED25519),
    /** Ed25519 over a time and the text of a checkpoint: a witness's statement. */
    COSIGNATURE_ED25519(0x04, Algorithm.ED25519),
    /** ML-DSA-44 over a time, a log's origin and a subtree: of logs and of witnesses. */
    COSIGNATURE_ML_DSA_44(0x06, Algorithm.ML_DSA_44);

    private final byte identifier;
    private final Algorithm algorithm;

    KeyType(int identifier, Algorithm algorithm) {
        this.identifier = (byte) identifier;
        this.algorithm = algorithm;
    }

    /** Whether a log may sign its checkpoints with such a key. */
    public boolean mayBeOfLog() {
        return this != COSIGNATURE_ED25519;
    }

    /** Whether a witness may cosign with such a key. */
    public boolean mayBeOfWitness() {
        return this != ED25519;
    }

    static KeyType of(byte identifier) throws Refused {
        for (KeyType type : values()) {
            if (type.identifier == identifier) {
                return type;
            }
        }
        throw new Refused(Fault.KEY_TYPE, "type 0x%02x".formatted(identifier));
    }

    byte identifier() {
        return identifier;
    }

    Algorithm algorithm() {
        return algorithm;
    }
}
