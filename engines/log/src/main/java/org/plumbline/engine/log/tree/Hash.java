package org.plumbline.engine.log.tree;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;

/** A SHA-256 hash, held as four big-endian longs so that it is a value without an array. */
public record Hash(long a, long b, long c, long d) {
    /** Bytes of a hash. */
    public static final int BYTES = 32;

    /** The root of the tree without leaves: the hash of nothing (RFC 6962 section 2.1). */
    public static final Hash EMPTY_TREE =
            new Hash(0xe3b0c44298fc1c14L, 0x9afbf4c8996fb924L, 0x27ae41e4649b934cL, 0xa495991b7852b855L);

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    /** The hash that the bytes are. */
    public static Hash of(byte[] bytes) throws Refused {
        if (bytes.length != BYTES) {
            throw new Refused(Fault.HASH_LENGTH, bytes.length + " bytes, not " + BYTES);
        }
        return at(bytes, 0);
    }

    /** The hash at an offset of a longer array. */
    public static Hash at(byte[] bytes, int offset) {
        return new Hash(
                (long) LONGS.get(bytes, offset),
                (long) LONGS.get(bytes, offset + 8),
                (long) LONGS.get(bytes, offset + 16),
                (long) LONGS.get(bytes, offset + 24));
    }

    /** The hash that the base64 text is. */
    public static Hash parse(String base64) throws Refused {
        return of(Strict.base64(base64));
    }

    /** Writes the hash at an offset of a longer array. */
    public void write(byte[] into, int offset) {
        LONGS.set(into, offset, a);
        LONGS.set(into, offset + 8, b);
        LONGS.set(into, offset + 16, c);
        LONGS.set(into, offset + 24, d);
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        var bytes = new byte[BYTES];
        write(bytes, 0);
        return bytes;
    }

    /** The hash in base64. */
    @Override
    public String toString() {
        return Strict.base64(bytes());
    }
}
