package org.plumbline.custody.vault;

import java.io.InputStream;
import java.util.UUID;
import org.plumbline.kernel.CaseId;

/**
 * Bytes on their way into a case, in as many pieces as it takes. What one piece brought outlasts a broken stream, a
 * kill and a power cut; the next goes on behind it. Used by one thread at a time.
 */
public interface Arriving extends AutoCloseable {
    /** By which {@link Vault#resume} finds it again. */
    UUID id();

    /** The case whose bytes they are. */
    CaseId caseId();

    /** How many bytes have arrived for good. */
    long offset();

    /**
     * Takes a piece; what arrived before the stream broke is kept.
     *
     * @param most takes no more than so many bytes, and leaves the rest of the stream unread
     * @return the new offset, behind all that arrived; the stream may have broken off before its end
     */
    long append(InputStream in, long most);

    /** All has arrived: checked on disk and ready to be kept. The arriving has ended then, and is closed. */
    Incoming finish();

    /** Gives up: nothing of it stays. */
    void drop();

    /** Lets go of it for now; what arrived stays. Does nothing after the end. */
    @Override
    void close();
}
