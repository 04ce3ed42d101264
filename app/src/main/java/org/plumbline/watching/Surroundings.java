package org.plumbline.watching;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.settings.Resolved;
import org.plumbline.settings.Settings;

/** What can be told of an installation whether or not its server runs. */
public final class Surroundings {
    private static final int LOG_LINES = 2_000;
    private static final int RECORDS_LOG_LINES = 200;
    private static final int MEGA = 1_000_000;

    private Surroundings() {}

    /** Adds versions, settings, room on the disk and the newest lines of the logs. */
    public static SupportBundle addTo(SupportBundle bundle, Settings settings, Path data) {
        LogFiles log = LogFiles.of(settings, data);
        return bundle.with("versions.txt", versions(data))
                .with("settings.txt", settings(settings))
                .with("disk.txt", disk(data))
                .with("log.jsonl", read(() -> log.newest(LOG_LINES)))
                .with("postgres.log", read(() -> recordsLog(data)));
    }

    static String settings(Settings settings) {
        return settings.all().stream()
                .map(one -> one.setting().key() + " = " + shown(one)
                        + (one.isSet() ? "   (" + lastOf(one.origin()) + ")" : "   (unless set)"))
                .collect(Collectors.joining("\n"));
    }

    /**
     * Names of people's own choosing and secrets only as set; of a path its last part; of an address no more than it.
     */
    private static String shown(Resolved one) {
        if (one.value().isEmpty()) {
            return "not set";
        }
        return switch (one.setting().kind()) {
            case TEXT, SECRET_FILE, MAIL_ADDRESS, HOST -> "set";
            case FILE, WRITTEN_FILE, MADE_FOLDER, PROGRAM -> lastOf(one.value());
            case FOLDERS ->
                Stream.of(one.value().split(",")).map(Surroundings::lastOf).collect(Collectors.joining(","));
            case DATABASE -> one.isSet() && !one.value().equals("embedded") ? "outside" : one.value();
            case SITE, ISSUER, TIMESTAMPS -> address(one.value());
            case MAIL_SECURITY,
                    SANDBOX,
                    PORT,
                    RESOLUTION,
                    WORKERS,
                    TEXT_LENGTH,
                    FILES_INSIDE,
                    SIZE_INSIDE,
                    UNPACKING,
                    NESTING,
                    OCR_PAGES,
                    PIXELS,
                    DURATION,
                    READING_TIME,
                    READING_MEMORY,
                    DAYS,
                    SIZE,
                    INTERFACE,
                    NETWORKS -> one.value();
        };
    }

    private static String address(String value) {
        if (!value.contains("://")) {
            return value;
        }
        URI uri = URI.create(value);
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    private static String lastOf(String path) {
        return path.substring(path.lastIndexOf('/') + 1).strip();
    }

    private static String versions(Path data) {
        return String.join(
                        "\n",
                        "plumbline " + Build.running().inWords(),
                        "java " + Runtime.version() + ", " + System.getProperty("java.vendor"),
                        "system " + System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                                + System.getProperty("os.arch"),
                        "processors " + Runtime.getRuntime().availableProcessors(),
                        "records made by PostgreSQL " + madeBy(data),
                        "",
                        "libraries:")
                + "\n" + String.join("\n", libraries());
    }

    private static String madeBy(Path data) {
        return read(() -> {
            Path version = data.resolve("records/data/PG_VERSION");
            return Files.exists(version) ? Files.readAllLines(version) : List.of("unknown");
        });
    }

    /** File names of the class path, and of what its one archive names. */
    private static List<String> libraries() {
        return ClassPath.jars().stream()
                .map(jar -> lastOf(jar.toString()))
                .distinct()
                .sorted()
                .toList();
    }

    private static String disk(Path data) {
        return read(() -> {
            FileStore store = Files.getFileStore(data.toAbsolutePath());
            return List.of(
                    "kind " + store.type(),
                    "size " + store.getTotalSpace() / MEGA + " MB",
                    "free " + store.getUsableSpace() / MEGA + " MB",
                    "read only " + store.isReadOnly());
        });
    }

    private static List<String> recordsLog(Path data) throws IOException {
        Path folder = data.resolve("records/log");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<String> lines = files.max(
                            Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .map(file -> List.of(read(() -> Files.readAllLines(file)).split("\n")))
                    .orElse(List.of());
            return lines.subList(Math.max(0, lines.size() - RECORDS_LOG_LINES), lines.size());
        }
    }

    @FunctionalInterface
    private interface Reading {
        List<String> lines() throws IOException;
    }

    /** What can't be read is said in its place; the rest of the bundle is still of use. */
    private static String read(Reading reading) {
        try {
            return String.join("\n", reading.lines());
        } catch (IOException e) {
            return "can't be read: " + Failure.kinds(e);
        }
    }
}
