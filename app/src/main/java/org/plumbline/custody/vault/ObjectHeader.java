package org.plumbline.custody.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;

/**
 * How an object begins, and where its segments lie: {@code plumbvlt}, a version, three zeros, the size of a segment, a
 * random identifier, and once it is whole a code that binds it to its content ({@link CaseKey#binding}). Each segment
 * is its nonce, its ciphertext and its tag, all but the last of the same length.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ObjectHeader(byte[] id) {
    /** Of plaintext in each segment but the last. */
    static final int SEGMENT = 8 << 20;

    static final int NONCE = 12;
    static final int TAG = 16;
    static final int AROUND = NONCE + TAG;
    static final int STRIDE = SEGMENT + AROUND;

    /** Of the part that is sealed with each segment. */
    static final int FIXED = 32;

    static final int BINDING = 32;
    static final int BYTES = FIXED + BINDING;

    private static final byte[] MAGIC = "plumbvlt".getBytes(StandardCharsets.US_ASCII);
    private static final int VERSION = 1;
    private static final int ID = 16;

    static ObjectHeader random(SecureRandom random) {
        byte[] id = new byte[ID];
        random.nextBytes(id);
        return new ObjectHeader(id);
    }

    /** Absent when what begins so is no object. */
    static Optional<ObjectHeader> parse(byte[] bytes) {
        byte[] id = new byte[ID];
        ByteBuffer.wrap(bytes).position(FIXED - ID).get(id);
        var header = new ObjectHeader(id);
        return Arrays.equals(header.fixed(), 0, FIXED, bytes, 0, FIXED) ? Optional.of(header) : Optional.empty();
    }

    /** All but the binding. */
    byte[] fixed() {
        return ByteBuffer.allocate(FIXED)
                .put(MAGIC)
                .put((byte) VERSION)
                .position(MAGIC.length + 4)
                .putInt(SEGMENT)
                .put(id)
                .array();
    }

    /** Where a segment begins. */
    static long at(long index) {
        return BYTES + index * STRIDE;
    }

    /** How many segments an object of this size has; less than one is damaged. */
    static long segments(long size) {
        return Math.max(0, size - BYTES + STRIDE - 1) / STRIDE;
    }

    /** How much plaintext an object of this size holds; negative for a size that no object has. */
    static long plain(long size) {
        return segments(size) == 0 ? -1 : size - BYTES - segments(size) * AROUND;
    }
}
