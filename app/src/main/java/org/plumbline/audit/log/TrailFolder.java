package org.plumbline.audit.log;

import java.nio.file.Path;

/**
 * Where the log is kept in the data folder.
 *
 * @param data the data folder
 */
record TrailFolder(Path data) {
    /** Tiles, the tree and the published checkpoint (C2SP tlog-tiles). */
    Path log() {
        return data.resolve("trail").resolve("log");
    }

    /** The checkpoint that readers are shown. */
    Path checkpoint() {
        return log().resolve("checkpoint");
    }

    /** What was seen last of the logs that are witnessed here. */
    Path witnessed() {
        return data.resolve("trail").resolve("witnessed");
    }

    /** The checkpoint that was signed last. */
    Path heads() {
        return data.resolve("trail").resolve("signed");
    }

    /** Asks for a new epoch at the next start; see {@link EpochMark}. */
    Path epochMark() {
        return data.resolve("trail").resolve("new-epoch");
    }
}
