package org.plumbline.custody.vault;

/** The same form without sealing: what the bench measures sealing against, and nothing else uses. */
final class OpenSegments implements Segments {
    @Override
    public int seal(long index, Mark mark, byte[] plain, int length, byte[] into) {
        System.arraycopy(plain, 0, into, ObjectHeader.NONCE, length);
        return length + ObjectHeader.AROUND;
    }

    @Override
    public int open(long index, Mark mark, byte[] sealed, int length, byte[] into) {
        System.arraycopy(sealed, ObjectHeader.NONCE, into, 0, length - ObjectHeader.AROUND);
        return length - ObjectHeader.AROUND;
    }
}
