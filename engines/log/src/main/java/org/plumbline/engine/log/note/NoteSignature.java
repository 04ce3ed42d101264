package org.plumbline.engine.log.note;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;

/**
 * One signature line of a note: a claim until a key has verified it.
 *
 * @param base64 four bytes of key identifier and the signature, in base64
 */
public record NoteSignature(String name, String base64) {
    private static final String DASH = "\u2014 ";

    /** Reads a line without its newline. */
    public static NoteSignature parse(String line) throws Refused {
        int space = line.indexOf(' ', DASH.length());
        if (!line.startsWith(DASH) || space < 0) {
            throw new Refused(Fault.SIGNATURE_LINE, "a dash, a name and base64");
        }
        var signature = new NoteSignature(line.substring(DASH.length(), space), line.substring(space + 1));
        KeyName.check(signature.name);
        if (Strict.base64(signature.base64).length <= Integer.BYTES) {
            throw new Refused(Fault.SIGNATURE_LENGTH, "more than the key identifier");
        }
        return signature;
    }

    static NoteSignature of(VerifierKey key, byte[] payload) {
        byte[] bytes = ByteBuffer.allocate(Integer.BYTES + payload.length)
                .putInt(key.id())
                .put(payload)
                .array();
        return new NoteSignature(key.name(), Strict.base64(bytes));
    }

    /** The line, without its newline. */
    public String line() {
        return DASH + name + " " + base64;
    }

    /** The identifier of the key. */
    public int keyId() {
        return ByteBuffer.wrap(bytes()).getInt();
    }

    byte[] payload() {
        byte[] bytes = bytes();
        return Arrays.copyOfRange(bytes, Integer.BYTES, bytes.length);
    }

    private byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }
}
