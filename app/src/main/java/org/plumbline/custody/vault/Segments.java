package org.plumbline.custody.vault;

import java.security.GeneralSecurityException;

/** Seals and opens the segments of one object, by one thread at a time. */
interface Segments {
    /**
     * Seals the first bytes of plaintext into another array.
     *
     * @return how long it is sealed: 28 bytes more
     */
    int seal(long index, Mark mark, byte[] plain, int length, byte[] into);

    /**
     * Opens a sealed segment into another array.
     *
     * @return how long it is open: 28 bytes less
     * @throws GeneralSecurityException when it is not this segment of this object as it was sealed
     */
    int open(long index, Mark mark, byte[] sealed, int length, byte[] into) throws GeneralSecurityException;

    /** How the segments of an object are sealed. */
    interface Seal {
        Segments of(CaseKey key, ObjectHeader header);
    }
}
