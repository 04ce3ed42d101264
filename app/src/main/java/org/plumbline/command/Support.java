package org.plumbline.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.plumbline.postgres.EmbeddedPostgres;
import org.plumbline.postgres.PostgresFailure;
import org.plumbline.settings.Settings;
import org.plumbline.settings.SettingsRefused;
import org.plumbline.watching.Failure;
import org.plumbline.watching.RecordFigures;
import org.plumbline.watching.SupportBundle;
import org.plumbline.watching.Surroundings;

/**
 * {@code support}: what a helper needs, from the data folder alone, so that it works when the server doesn't start;
 * with the figures of the records when one runs.
 */
final class Support {
    private final PrintStream out;
    private final PrintStream err;

    Support(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    int run(String[] arguments, Map<String, String> environment) {
        Options options = Options.parse(arguments, "support", List.of("data", "config"));
        Path data =
                Path.of(options.required("data", "support")).toAbsolutePath().normalize();
        if (options.words().size() != 1) {
            throw new UsageException("support needs the one file to write, such as support.zip");
        }
        Path to = Path.of(options.words().getFirst()).toAbsolutePath();
        if (!Files.isDirectory(data)) {
            err.println("There is no data folder " + data + ".");
            return 1;
        }
        if (Files.exists(to)) {
            err.println(to + " is there already; name another file.");
            return 1;
        }
        try {
            Files.write(to, bundle(options, environment, data).zip());
            out.println(to + " holds nothing of a case or a person; look through it before you send it.");
            return 0;
        } catch (IOException e) {
            err.println(to + " can't be written: " + Failure.kinds(e));
            return 1;
        }
    }

    private static SupportBundle bundle(Options options, Map<String, String> environment, Path data) {
        var bundle = new SupportBundle(Instant.now());
        Settings settings = Settings.none();
        try {
            settings = SettingsOf.commandLine(options, environment);
        } catch (SettingsRefused refused) {
            // Each problem quotes what was written, which may be a secret in the wrong place.
            bundle.with(
                    "settings-refused.txt",
                    refused.problems().size() + " problems; ./plumbline config check names them");
        }
        Surroundings.addTo(bundle, settings, data);
        try (Connection records = EmbeddedPostgres.readingBeside(data.resolve("records"))) {
            return RecordFigures.addTo(bundle, records);
        } catch (SQLException | IOException | PostgresFailure e) {
            return bundle.with("tables.txt", "no server runs over this folder: " + Failure.kinds(e));
        }
    }
}
