package org.plumbline.engine.log.json;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** 32 random bytes that keep a commitment from being guessed once its entry is erased; it is erased with the entry. */
public final class Salt {
    /** As long as the hash, so that the salt is never the easier guess. */
    public static final int BYTES = 32;

    private final byte[] bytes;

    private Salt(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A new salt. */
    public static Salt random(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Salt(bytes);
    }

    /** A salt that was stored. */
    public static Salt of(byte[] bytes) throws Refused {
        if (bytes.length != BYTES) {
            throw new Refused(Fault.SALT_LENGTH, bytes.length + " bytes, not " + BYTES);
        }
        return new Salt(bytes.clone());
    }

    /** To be stored beside the entry. */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Nothing of the salt. */
    @Override
    public String toString() {
        return "salt";
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }
}
