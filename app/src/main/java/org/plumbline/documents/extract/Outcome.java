package org.plumbline.documents.extract;

import java.util.List;

/** What came of reading one file; every file has exactly one. */
public sealed interface Outcome {
    /** The file was read to its end; it has text, or is of a kind that may legitimately have none. */
    record Indexed() implements Outcome {}

    /** An archive or mailbox, all of whose members are among the children. */
    record Container() implements Outcome {}

    /** A password or key is needed; nothing, or only the names of the members, could be read. */
    record Encrypted() implements Outcome {}

    /**
     * A kind of file that no reader here reads.
     *
     * @param kind the kind, for example {@code RAR} or a media type
     * @param version its version where known, else an empty string
     */
    record Unsupported(String kind, String version) implements Outcome {}

    /** The file has no bytes. */
    record Empty() implements Outcome {}

    /** Something was kept and something is missing. */
    record Partial(List<Shortfall> why) implements Outcome {
        public Partial {
            why = List.copyOf(why);
            if (why.isEmpty()) {
                throw new IllegalArgumentException("A partial reading says why");
            }
        }
    }

    /**
     * Nothing could be kept.
     *
     * @param detail a short technical word for the failure, without text of the document
     */
    record Failed(Reason reason, String detail) implements Outcome {}

    /** Why nothing could be kept. */
    enum Reason {
        /** The file is cut or broken beyond reading. */
        DAMAGED,
        /** The worker had to be stopped at the time limit. */
        TIME,
        /** The worker ran out of memory. */
        MEMORY,
        /** The worker process died on this file twice. */
        WORKER_DIED,
        /** The worker gave an answer that breaks the protocol. */
        WORKER_MISBEHAVED,
        /** The file could not be opened for reading. */
        UNREADABLE
    }
}
