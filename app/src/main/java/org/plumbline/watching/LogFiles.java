package org.plumbline.watching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.plumbline.settings.Settings;

/**
 * Where the log is written, and for how long it is kept.
 *
 * @param folder holds the file of today and, packed, those before
 * @param keep days for which packed files are kept
 * @param size the most all of them together may take, such as 500MB
 */
public record LogFiles(Path folder, String keep, String size) {
    private static final String FILE = "plumbline.jsonl";

    /** As the settings say; in the data folder unless they name another. */
    public static LogFiles of(Settings settings, Path data) {
        String named = settings.value("logs.folder");
        Path folder = named.isEmpty() ? data.resolve("logs") : Path.of(named);
        return new LogFiles(
                folder.toAbsolutePath().normalize(), settings.value("logs.keep"), settings.value("logs.size"));
    }

    /** Makes the folder, for this account's eyes only; one that is there stays as its owner wants it. */
    public LogFiles made() throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return this;
    }

    /** What the logging system is told. */
    public Map<String, Object> properties() {
        return Map.of(
                "logging.file.name",
                file().toString(),
                "logging.logback.rollingpolicy.max-history",
                keep,
                "logging.logback.rollingpolicy.total-size-cap",
                size);
    }

    /** The file that is written to. */
    public Path file() {
        return folder.resolve(FILE);
    }

    /** The newest lines, oldest first; none where nothing has been written. */
    public List<String> newest(int lines) throws IOException {
        if (!Files.exists(file())) {
            return List.of();
        }
        List<String> all = Files.readAllLines(file());
        return List.copyOf(all.subList(Math.max(0, all.size() - lines), all.size()));
    }
}
