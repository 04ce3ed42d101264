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

    /** The key that cosigns checkpoints of other logs. */
    Path witnessKey() {
        return data.resolve("keys").resolve("witness.key");
    }

    /** The checkpoint that was signed last. */
    Path heads() {
        return data.resolve("trail").resolve("signed");
    }

    /** Key and certificate of the embedded authority for timestamps. */
    Path timestampKey() {
        return data.resolve("keys").resolve("timestamps.pem");
    }

    /** The log's private key. */
    Path key() {
        return data.resolve("keys").resolve("trail-log.key");
    }
}
