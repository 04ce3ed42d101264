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

    /** The checkpoint that was signed last. */
    Path heads() {
        return data.resolve("trail").resolve("signed");
    }

    /** The log's private key. */
    Path key() {
        return data.resolve("keys").resolve("trail-log.key");
    }
}
