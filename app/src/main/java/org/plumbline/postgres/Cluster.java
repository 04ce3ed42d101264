package org.plumbline.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The database files of one server.
 *
 * @param data the folder PostgreSQL calls its data directory
 */
record Cluster(Path data) {
    static final String SUPERUSER = "postgres";

    /** Opens the files in the folder, setting them up when absent. A set-up that was cut short starts again. */
    static Cluster in(
            Path folder, Binaries binaries, Unprivileged unprivileged, PasswordFile superuser, Settings settings) {
        Path data = folder.resolve("data");
        try {
            if (!Files.exists(data)) {
                Path aside = folder.resolve("data.new");
                DurableFiles.deleteAll(aside);
                setUp(aside, binaries, unprivileged, superuser, settings);
                DurableFiles.moveIntoPlace(aside, data);
            }
            return new Cluster(data.toRealPath());
        } catch (IOException cause) {
            throw new UncheckedIOException("The database files in " + data + " cannot be set up or read", cause);
        }
    }

    /** Whose files lie in the folder of the records; of the packaged server where there are none yet. */
    static int majorIn(Path folder) {
        Path version = folder.resolve("data").resolve("PG_VERSION");
        try {
            return Files.exists(version)
                    ? Integer.parseInt(Files.readString(version).strip())
                    : Binaries.MAJOR;
        } catch (IOException | NumberFormatException cause) {
            throw new PostgresFailure("What version the database files are of cannot be read from " + version, cause);
        }
    }

    private static void setUp(
            Path data, Binaries binaries, Unprivileged unprivileged, PasswordFile superuser, Settings settings)
            throws IOException {
        Path password = data.resolveSibling("setup.password");
        DurableFiles.writeSecret(password, superuser.password());
        try {
            unprivileged.own(password);
            List<String> words = new ArrayList<>(List.of(
                    binaries.program("initdb"),
                    "--pgdata=" + data,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    // Not plain C: pg_trgm asks the operating system what a letter is, and C knows only ASCII.
                    "--locale=C.UTF-8",
                    "--data-checksums"));
            words.addAll(settings.forSetup());
            ShellCommand initdb = ShellCommand.run(unprivileged.command(words));
            if (!initdb.succeeded()) {
                throw new PostgresFailure("PostgreSQL could not set up its files in " + data + " as user "
                        + unprivileged.user() + " (that user must be able to enter the folders above):\n"
                        + initdb.output());
            }
        } finally {
            Files.deleteIfExists(password);
        }
    }
}
