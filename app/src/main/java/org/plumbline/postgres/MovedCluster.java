package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The place where database files of a new major version are made, beside those of now, and how they come into their
 * place: whatever moment it breaks off at, the folder holds either the files of before or the new ones, whole.
 *
 * @param home the folder of the records
 */
record MovedCluster(Path home) {
    /** Where the new files are made; a folder of records of its own. */
    Path next() {
        return home.resolve("next");
    }

    /** From now on the new files count. Nothing may run over either. */
    void whole() {
        try {
            DurableFiles.writeSecret(mark(), "complete");
        } catch (IOException cause) {
            throw new UncheckedIOException("The files of the new server cannot be put in their place", cause);
        }
    }

    /** Ends what an earlier move left: puts complete files into their place, and drops incomplete ones. */
    static void settle(Path home) {
        try {
            new MovedCluster(home).settle();
        } catch (IOException cause) {
            throw new UncheckedIOException("What an upgrade left in " + home + " cannot be settled", cause);
        }
    }

    private void settle() throws IOException {
        Path made = next().resolve("data");
        if (Files.exists(made)) {
            new ServerProcesses(made.toRealPath()).clearTheWay();
        }
        if (!Files.exists(mark())) {
            DurableFiles.deleteAll(next());
            return;
        }
        Path data = home.resolve("data");
        Path before = home.resolve("data.before");
        if (Files.exists(made)) {
            if (Files.exists(data)) {
                DurableFiles.moveIntoPlace(data, before);
            }
            DurableFiles.moveIntoPlace(made, data);
        }
        DurableFiles.deleteAll(before);
        DurableFiles.deleteAll(next());
        for (Binaries programs : Binaries.unpacked(home)) {
            if (programs.major() != Cluster.majorIn(home)) {
                DurableFiles.deleteAll(programs.home());
            }
        }
        Files.delete(mark());
    }

    private Path mark() {
        return home.resolve("next.complete");
    }
}
