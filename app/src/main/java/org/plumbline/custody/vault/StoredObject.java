package org.plumbline.custody.vault;

import java.io.Closeable;
import java.io.IOException;

/** An object being read, at any place of it. */
interface StoredObject extends Closeable {
    long size() throws IOException;

    /**
     * Reads the bytes from a position on into the beginning of an array.
     *
     * @return how many there were, as many as asked for unless the object ends
     */
    int read(long position, byte[] into, int most) throws IOException;
}
