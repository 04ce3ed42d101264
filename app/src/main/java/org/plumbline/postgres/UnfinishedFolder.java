package org.plumbline.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells a data folder that is only half written, by a restore that broke off, from a whole one. */
public final class UnfinishedFolder {
    private static final String MARK = "unfinished-restore";

    private UnfinishedFolder() {}

    /** Before the first file is written. */
    public static void mark(Path data) throws IOException {
        Files.writeString(data.resolve(MARK), "This folder is being restored from a backup and is not complete.\n");
    }

    /** After the last one was written. */
    public static void done(Path data) throws IOException {
        Files.delete(data.resolve(MARK));
        DurableFiles.force(data);
    }

    /** Whether nothing may start over this folder. */
    public static boolean is(Path data) {
        return Files.exists(data.resolve(MARK));
    }
}
