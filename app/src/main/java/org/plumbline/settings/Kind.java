package org.plumbline.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** What values a setting takes. A check answers with what is wrong, as the rest of a sentence about the value. */
public enum Kind {
    TEXT(value -> Optional.empty()),
    PORT(value -> number(value, 0, 65_535)),
    DAYS(value -> number(value, 1, 3_650)),
    /** Room on a disk. */
    SIZE(value -> wrong(!Patterns.SIZE.matcher(value).matches(), "is not a size such as 500MB or 2GB")),
    /** Dots an inch of a page that is read by OCR. */
    RESOLUTION(value -> number(value, 72, 600)),
    /** How many files are read at the same time. */
    WORKERS(value -> number(value, 1, 64)),
    /** Most characters of text kept of one file. */
    TEXT_LENGTH(value -> number(value, 1_000, 200_000_000)),
    /** Most files taken out of one. */
    FILES_INSIDE(value -> number(value, 1, 1_000_000)),
    /** Most bytes of all files taken out of one. */
    SIZE_INSIDE(value -> wrong(!isSize(value, 1), "is not a size from 1MB to 1024GB")),
    /** Most bytes unpacked for each that is read. */
    UNPACKING(value -> number(value, 2, 100_000)),
    /** Deepest level at which files are taken out of others. */
    NESTING(value -> number(value, 0, 100)),
    /** Most pages of one file read by OCR. */
    OCR_PAGES(value -> number(value, 0, 100_000)),
    /** Most pixels of one picture given to OCR. */
    PIXELS(value -> number(value, 1_000_000, 500_000_000)),
    DURATION(value -> wrong(!Patterns.DURATION.matcher(value).matches(), "is not a duration such as 90s, 3m or 1h")),
    /** How long one file may be read. */
    READING_TIME(value -> wrong(!isReadingTime(value), "is not a duration from 1s to 1d, such as 90s or 3m")),
    /** Memory of one reader: below the least the worker doesn't start, above the most no machine has it. */
    READING_MEMORY(value -> wrong(!isSize(value, 64), "is not a size from 64MB to 1024GB")),
    FILE(value -> wrong(!Files.isReadable(Path.of(value)) || Files.isDirectory(Path.of(value)), "can't be read")),
    /** A file that holds nothing but a secret. */
    SECRET_FILE(Kind::secret),
    /** A file that is written; its folder has to be there. */
    WRITTEN_FILE(value -> wrong(!isFolder(above(value)), "is in a folder that isn't there")),
    /** A folder that is made where it isn't there; the one above it has to be. */
    MADE_FOLDER(value -> wrong(
            !isFolder(Path.of(value)) && !(Files.notExists(Path.of(value)) && isFolder(above(value))),
            "is no folder and can't be made one")),
    /** Folders, separated by commas. */
    FOLDERS(value -> Arrays.stream(value.split(","))
            .map(String::strip)
            .filter(folder -> !isFolder(Path.of(folder)))
            .findFirst()
            .map(missing -> "names " + missing + ", which is no folder")),
    /** How many of the walls around readers of files have to stand. */
    SANDBOX(value -> wrong(!List.of("full", "reduced").contains(value), "is neither full nor reduced")),
    PROGRAM(value -> wrong(value.isBlank(), "is empty")),
    /** Where people reach the installation. */
    SITE(value -> wrong(!isSite(value), "is not an https address without a path, such as https://plumbline.example")),
    /** An address of this machine, as a number: a name could become another's. */
    INTERFACE(value -> wrong(value.contains("/") || !Network.is(value), "is no IP address")),
    /** Networks as address/bits, separated by commas. */
    NETWORKS(value -> Arrays.stream(value.split(",", -1))
            .map(String::strip)
            .filter(network -> !Network.is(network))
            .findFirst()
            .map(wrong -> "names " + wrong + ", which is no network such as 10.0.0.0/8")),
    /** A machine by name or number. */
    HOST(value -> wrong(!Patterns.HOST.matcher(value).matches(), "is no host, such as mail.example")),
    MAIL_SECURITY(value ->
            wrong(!List.of("none", "starttls", "tls").contains(value), "is neither starttls, nor tls, nor none")),
    MAIL_ADDRESS(value ->
            wrong(!Patterns.MAIL.matcher(value).matches(), "is no mail address, such as plumbline@office.example")),
    /** An OpenID Connect issuer. */
    ISSUER(value -> wrong(
            !isAddress(value, "https") && !isHere(value),
            "is not an https address, as an issuer on another machine has")),
    TIMESTAMPS(value -> wrong(
            !List.of("embedded", "off").contains(value) && !isAddress(value, "https") && !isAddress(value, "http"),
            "is neither embedded, nor off, nor an http or https address")),
    DATABASE(value -> wrong(
            !value.equals("embedded") && !value.startsWith("jdbc:postgresql:"),
            "is neither embedded nor a jdbc:postgresql: address"));

    @SuppressWarnings("ImmutableEnumChecker") // Each is a function of its argument and keeps nothing.
    private final Function<String, Optional<String>> check;

    Kind(Function<String, Optional<String>> check) {
        this.check = check;
    }

    Optional<String> fault(String value) {
        if (value.contains("${")) {
            return Optional.of("contains ${, which nothing is put in place of");
        }
        try {
            return check.apply(value);
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.of("is no path");
        }
    }

    /** Whether relative values count from the folder of the file that names them. */
    boolean isPath() {
        return this == FILE || this == SECRET_FILE || this == WRITTEN_FILE || this == MADE_FOLDER || this == FOLDERS;
    }

    private static Optional<String> wrong(boolean isWrong, String what) {
        return isWrong ? Optional.of(what) : Optional.empty();
    }

    private static Optional<String> number(String value, int least, int most) {
        boolean is = Patterns.NUMBER.matcher(value).matches()
                && Integer.parseInt(value) >= least
                && Integer.parseInt(value) <= most;
        return wrong(!is, "is not a number from " + least + " to " + most);
    }

    private static boolean isReadingTime(String value) {
        if (!Patterns.DURATION.matcher(value).matches()) {
            return false;
        }
        Duration time = DurationStyle.SIMPLE.parse(value);
        return time.compareTo(Duration.ofSeconds(1)) >= 0 && time.compareTo(Duration.ofDays(1)) <= 0;
    }

    private static boolean isSize(String value, long leastMegabytes) {
        if (!Patterns.SIZE.matcher(value).matches()) {
            return false;
        }
        long megabytes = DataSize.parse(value).toMegabytes();
        return megabytes >= leastMegabytes
                && megabytes <= DataSize.ofGigabytes(1024).toMegabytes();
    }

    private static Optional<String> secret(String value) {
        Path file = Path.of(value);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            return Optional.of("can't be read");
        }
        try {
            return wrong(Files.readString(file).isBlank(), "is empty");
        } catch (java.io.IOException e) {
            return Optional.of("can't be read");
        }
    }

    private static @Nullable Path above(String value) {
        return Path.of(value).toAbsolutePath().getParent();
    }

    private static boolean isFolder(@Nullable Path path) {
        return path != null && Files.isDirectory(path);
    }

    private static boolean isSite(String value) {
        Optional<URI> url = url(value);
        boolean bare = url.filter(
                        u -> u.getRawPath().isEmpty() || u.getRawPath().equals("/"))
                .filter(u -> u.getRawQuery() == null && u.getRawUserInfo() == null)
                .isPresent();
        return bare
                && (isAddress(value, "https")
                        || url.filter(u -> "http".equalsIgnoreCase(u.getScheme())
                                        && "localhost".equalsIgnoreCase(u.getHost()))
                                .isPresent());
    }

    private static boolean isAddress(String value, String scheme) {
        return url(value)
                .filter(u -> scheme.equalsIgnoreCase(u.getScheme()) && u.getHost() != null)
                .isPresent();
    }

    private static boolean isHere(String value) {
        return url(value)
                .filter(u -> "localhost".equals(u.getHost()) || "127.0.0.1".equals(u.getHost()))
                .isPresent();
    }

    private static Optional<URI> url(String value) {
        try {
            return Optional.of(new URI(value));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Apart, since an enum's constants are made before its own constants. */
    private static final class Patterns {
        static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
        static final Pattern HOST = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.:-]{0,252})");
        static final Pattern MAIL = Pattern.compile("[^\\s@<>\",;]{1,64}@[A-Za-z0-9]([A-Za-z0-9.-]{0,252})");
        static final Pattern SIZE = Pattern.compile("[1-9][0-9]{0,5}(MB|GB)");
        static final Pattern DURATION = Pattern.compile("[1-9][0-9]{0,6}(ms|s|m|h|d)");
    }
}
