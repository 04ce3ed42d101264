package org.plumbline.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The master key of a data folder, found again by its fingerprint. The key itself never lies in the folder; what lies
 * there says which key it is and where it was last.
 *
 * @param all the key of now first; another one only while a change of key is under way
 * @param made whether it was made just now
 * @param place where it is, for people
 */
public record MasterKeys(List<MasterKey> all, boolean made, String place) {
    private static final int SECONDS_FOR_COMMAND = 60;

    public MasterKeys {
        all = List.copyOf(all);
    }

    /** The key that seals. */
    public MasterKey now() {
        return all.getFirst();
    }

    /**
     * Opens the key of a data folder. A folder that has none gets one.
     *
     * @throws KeyRefused when it is absent or another one; the message says where it was looked for
     */
    public static MasterKeys open(Path data, KeySource source) {
        Path home = data.toAbsolutePath().normalize();
        KeyMark mark = KeyMark.of(home);
        Optional<KeyMark.Said> said = mark.read();
        MasterKeys found = source.command().isPresent()
                ? new MasterKeys(printedBy(source.command().get()), false, "printed by the command of key-from")
                : inFile(file(home, source, said), home, said);
        List<MasterKey> fitting = fitting(found, said);
        // While a change of key is under way the folder goes on naming the one it is sealed under.
        MasterKey named = fitting.stream()
                .filter(key ->
                        said.isPresent() && key.fingerprint().equals(said.get().fingerprint()))
                .findFirst()
                .orElse(fitting.getFirst());
        mark.write(named, source.command().isPresent() ? "" : found.place());
        return new MasterKeys(fitting, found.made(), found.place());
    }

    /** Beside the data folder, under its name. */
    public static Path usualFile(Path data) {
        Path home = data.toAbsolutePath().normalize();
        return home.resolveSibling(home.getFileName() + ".key");
    }

    /** The fingerprint of the key of this folder; absent before its first start. */
    public static Optional<String> fingerprintOf(Path data) {
        return KeyMark.of(data.toAbsolutePath().normalize()).read().map(KeyMark.Said::fingerprint);
    }

    /**
     * Where the key file of this folder was last; absent before its first start, and where a command prints the key.
     */
    public static Optional<Path> lastFileOf(Path data) {
        return KeyMark.of(data.toAbsolutePath().normalize()).read().flatMap(KeyMark.Said::file);
    }

    static Path file(Path home, KeySource source, Optional<KeyMark.Said> said) {
        return source.file()
                .map(file -> file.toAbsolutePath().normalize())
                .orElseGet(() ->
                        said.flatMap(KeyMark.Said::file).filter(Files::exists).orElseGet(() -> usualFile(home)));
    }

    private static MasterKeys inFile(Path file, Path home, Optional<KeyMark.Said> said) {
        if (file.startsWith(home)) {
            throw new KeyRefused("The key file " + file + " lies in the data folder; whoever gets one would have both."
                    + " Name another place with --key-file");
        }
        if (Files.exists(file)) {
            return new MasterKeys(MasterKeyFile.read(file), false, file.toString());
        }
        if (said.isPresent()) {
            throw new KeyRefused("The master key " + said.get().fingerprint() + " of " + home + " is not at " + file
                    + ". Name its file with --key-file, or write it anew from its recovery sheet:"
                    + " ./plumbline keys recover --data " + home + " --key-file FILE");
        }
        MasterKey key = MasterKey.random(new SecureRandom());
        try {
            MasterKeyFile.write(file, List.of(key));
        } catch (IOException e) {
            throw new KeyRefused("The master key can't be written to " + file + " (" + e.getMessage()
                    + "). Name another place, outside the data folder, with --key-file");
        }
        return new MasterKeys(List.of(key), true, file.toString());
    }

    /** Those that the folder can have been sealed under, the one of now first. */
    private static List<MasterKey> fitting(MasterKeys found, Optional<KeyMark.Said> said) {
        if (said.isEmpty()
                || found.all().stream()
                        .anyMatch(key -> key.fingerprint().equals(said.get().fingerprint()))) {
            return found.all();
        }
        var others = new ArrayList<String>();
        found.all().forEach(key -> others.add(key.fingerprint()));
        throw new KeyRefused("The data folder was sealed under the master key "
                + said.get().fingerprint() + "; " + found.place() + " is " + String.join(" and ", others));
    }

    private static List<MasterKey> printedBy(String command) {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(SECONDS_FOR_COMMAND, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new KeyRefused("The command of key-from did not end within " + SECONDS_FOR_COMMAND + " s");
            }
            if (process.exitValue() != 0) {
                throw new KeyRefused("The command of key-from ended with exit code " + process.exitValue());
            }
            return MasterKeyFile.parse(
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8),
                    "What the command of key-from printed");
        } catch (IOException e) {
            throw new UncheckedIOException("The command of key-from can't be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeyRefused("The command of key-from was interrupted");
        }
    }
}
