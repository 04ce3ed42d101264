package org.plumbline.custody.vault;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D) under the key of the object, a random nonce before the ciphertext; bound to the
 * object's header, the segment's index and its {@link Mark}, so that none can be moved, left out or taken for the last.
 */
final class SealedSegments implements Segments {
    /** In pieces: the loop that the virtual machine compiles is the one over pieces. */
    private static final int PIECE = 1 << 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;
    private final byte[] header;
    private final Cipher cipher;
    private final byte[] nonce = new byte[ObjectHeader.NONCE];

    SealedSegments(CaseKey key, ObjectHeader header) {
        this.key = key.ofObject(header.id());
        this.header = header.fixed();
        try {
            this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int seal(long index, Mark mark, byte[] plain, int length, byte[] into) {
        RANDOM.nextBytes(nonce);
        System.arraycopy(nonce, 0, into, 0, nonce.length);
        try {
            begin(Cipher.ENCRYPT_MODE, index, mark);
            int from = 0;
            int to = nonce.length;
            for (; length - from > PIECE; from += PIECE) {
                to += cipher.update(plain, from, PIECE, into, to);
            }
            return to + cipher.doFinal(plain, from, length - from, into, to);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public int open(long index, Mark mark, byte[] sealed, int length, byte[] into) throws GeneralSecurityException {
        if (length < ObjectHeader.AROUND) {
            throw new AEADBadTagException("A segment is cut short");
        }
        System.arraycopy(sealed, 0, nonce, 0, nonce.length);
        begin(Cipher.DECRYPT_MODE, index, mark);
        return cipher.doFinal(sealed, nonce.length, length - nonce.length, into, 0);
    }

    private void begin(int mode, long index, Mark mark) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(ObjectHeader.TAG * Byte.SIZE, nonce));
        cipher.updateAAD(ByteBuffer.allocate(header.length + Long.BYTES + 1)
                .put(header)
                .putLong(index)
                .put(mark.code())
                .flip());
    }
}
