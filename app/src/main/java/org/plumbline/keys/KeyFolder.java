package org.plumbline.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The keys in a data folder, each in a file of its own, sealed under the master key. One process at a time. */
public final class KeyFolder {
    private static final String SUFFIX = ".key";

    private final Path folder;
    private final MasterKeys masters;
    private final Clock clock;

    /** Over the folder {@code keys} of a data folder. */
    public KeyFolder(Path data, MasterKeys masters, Clock clock) {
        this.folder = data.resolve("keys");
        this.masters = masters;
        this.clock = clock;
    }

    /** Over a data folder whose master key is where it was last, or beside the folder. */
    public static KeyFolder usual(Path data) {
        return new KeyFolder(data, MasterKeys.open(data, KeySource.USUAL), Clock.systemUTC());
    }

    /**
     * A key as it is made or opened.
     *
     * @param secret as text
     * @param publicPart what others verify with, on one line; empty for a key that only seals
     */
    public record Key(String secret, String publicPart) {
        @Override
        public String toString() {
            return "Key[" + publicPart + "]";
        }
    }

    /**
     * What may be said of a key.
     *
     * @param master fingerprint of the master key it is sealed under
     */
    public record Described(String kind, Instant made, String publicPart, String master) {}

    /** Where the key of this kind lies. */
    public static Path file(Path data, KeyKind kind) {
        return data.resolve("keys").resolve(kind.code() + SUFFIX);
    }

    /** The master key that seals. */
    public MasterKey master() {
        return masters.now();
    }

    /** Where the master key is, for people. */
    public String placeOfMaster() {
        return masters.place();
    }

    /** The key of this kind; made when there is none. */
    public Key of(KeyKind kind, Supplier<Key> make) {
        return of(kind.code(), make);
    }

    /** The key with which an organisation signs; made when there is none. */
    public Key ofOrganisation(UUID organisation, Supplier<Key> make) {
        return of(nameOf(organisation), make);
    }

    /** What others verify an organisation's signatures with; absent when it has no key. */
    public Optional<String> publicPartOf(UUID organisation) {
        return find(file(nameOf(organisation))).map(KeptKeyFile::publicPart);
    }

    /** By what an organisation's key is called in lists. */
    public static String nameOf(UUID organisation) {
        return KeyKind.ORGANISATION.code() + "-" + organisation;
    }

    /** One at a time: of two keys made at once for the same, one would be lost with all that it sealed. */
    private synchronized Key of(String name, Supplier<Key> make) {
        return find(file(name)).map(this::key).orElseGet(() -> replace(name, make.get()));
    }

    private Key key(KeptKeyFile kept) {
        return new Key(opened(kept), kept.publicPart());
    }

    /**
     * The key of this kind; absent when there is none.
     *
     * @throws KeyRefused when it was sealed under another master key or altered
     */
    public Optional<Key> find(KeyKind kind) {
        return find(file(kind.code())).map(this::key);
    }

    /** Puts a key in the place of the one before, which is gone then. */
    public Key replace(KeyKind kind, Key key) {
        return replace(kind.code(), key);
    }

    private Key replace(String name, Key key) {
        write(file(name), KeptKeyFile.seal(masters.now(), name, now(), key.publicPart(), bytes(key.secret())));
        return key;
    }

    /**
     * Ends a key: it is gone at once, and another is made when it is needed next.
     *
     * @param name as lists have it: {@link KeyKind#code}, or {@link #nameOf} an organisation
     * @param beforehand what is to be done before it is gone, so that it can be asked for again when that breaks off
     * @return what is kept of it; absent when there is no such key
     */
    public Optional<EndedKey> end(
            String name, Optional<Instant> revokedSince, String reason, Consumer<EndedKey> beforehand) {
        Optional<EndedKey> ended = find(file(name))
                .map(key -> new EndedKey(name, Optional.of(key.made()), now(), key.publicPart(), revokedSince, reason));
        ended.ifPresent(key -> {
            beforehand.accept(key);
            key.keep(folder);
            delete(file(name));
        });
        return ended;
    }

    /** Keys that are not used any more, the oldest first. */
    public List<EndedKey> ended() {
        return EndedKey.in(folder);
    }

    /** What may be said of each key that is there. */
    public List<Described> all() {
        return names().stream()
                .flatMap(name -> find(file(name)).stream())
                .map(k -> new Described(k.kind(), k.made(), k.publicPart(), k.master()))
                .toList();
    }

    /** The public part of a key that was not opened; absent when there is none, empty for the plain form of before. */
    public static Optional<String> publicPart(Path data, KeyKind kind) throws IOException {
        Path file = file(data, kind);
        return Files.exists(file)
                ? Optional.of(KeptKeyFile.parse(Files.readString(file))
                        .map(KeptKeyFile::publicPart)
                        .orElse(""))
                : Optional.empty();
    }

    /**
     * Takes a key in from the plain form of before the master key: sealed from now on.
     *
     * @param publicPart as for {@link Key}, from the secret
     */
    public synchronized void takeIn(KeyKind kind, UnaryOperator<String> publicPart) {
        Path file = file(kind.code());
        try {
            if (Files.exists(file) && KeptKeyFile.parse(Files.readString(file)).isEmpty()) {
                seal(kind, file, Files.readString(file).strip(), publicPart);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " can't be read", e);
        }
    }

    /**
     * Takes a key in from a plain file of another name, which is gone then; where there is such a key already, the
     * plain one is used by nobody.
     *
     * @param before the file's name in the folder of keys
     * @param publicPart as for {@link Key}, from the secret; fails where that is no key
     * @throws KeyRefused when the plain file holds no key
     */
    public synchronized void takeIn(KeyKind kind, String before, UnaryOperator<String> publicPart) {
        Path plain = folder.resolve(before);
        try {
            if (Files.exists(plain)) {
                if (Files.notExists(file(kind.code()))) {
                    seal(kind, plain, Files.readString(plain), publicPart);
                }
                Files.delete(plain);
            }
        } catch (IllegalArgumentException noKey) {
            throw new KeyRefused("The file " + plain + " holds no key of the kind " + kind.code()
                    + ": put it back from a copy, or delete it, and another key is made");
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + plain + " can't be taken in", e);
        }
    }

    private void seal(KeyKind kind, Path from, String secret, UnaryOperator<String> publicPart) throws IOException {
        Instant made = Files.getLastModifiedTime(from).toInstant().truncatedTo(ChronoUnit.SECONDS);
        write(
                file(kind.code()),
                KeptKeyFile.seal(masters.now(), kind.code(), made, publicPart.apply(secret), bytes(secret)));
    }

    /** Seals all of them under the master key of now; those that already are stay. */
    void sealAnew() {
        for (String name : names()) {
            find(file(name))
                    .filter(kept -> !kept.master().equals(masters.now().fingerprint()))
                    .ifPresent(kept -> write(
                            file(name),
                            KeptKeyFile.seal(
                                    masters.now(), kept.kind(), kept.made(), kept.publicPart(), bytes(opened(kept)))));
        }
    }

    /** Of every key that may be there: one of each kind, and those of organisations. */
    private List<String> names() {
        var names = new ArrayList<>(
                Arrays.stream(KeyKind.values()).map(KeyKind::code).toList());
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.map(file -> file.getFileName().toString())
                        .filter(file -> file.startsWith(KeyKind.ORGANISATION.code() + "-") && file.endsWith(SUFFIX))
                        .map(file -> file.substring(0, file.length() - SUFFIX.length()))
                        .sorted()
                        .forEach(names::add);
            } catch (IOException e) {
                throw new UncheckedIOException("The keys in " + folder + " can't be listed", e);
            }
        }
        return names;
    }

    private Path file(String name) {
        return folder.resolve(name + SUFFIX);
    }

    private static Optional<KeptKeyFile> find(Path file) {
        try {
            return Files.exists(file)
                    ? Optional.of(KeptKeyFile.parse(Files.readString(file))
                            .orElseThrow(() -> new KeyRefused("The key " + file + " is damaged")))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " can't be read", e);
        }
    }

    private String opened(KeptKeyFile kept) {
        return masters.all().stream()
                .flatMap(master -> kept.open(master).stream())
                .findFirst()
                .map(secret -> {
                    String text = new String(secret, StandardCharsets.UTF_8);
                    Arrays.fill(secret, (byte) 0);
                    return text;
                })
                .orElseThrow(() -> new KeyRefused("The key " + kept.kind() + " in " + folder
                        + " doesn't open: it was sealed under the master key " + kept.master() + ", or altered"));
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " can't be deleted", e);
        }
    }

    private static void write(Path file, KeptKeyFile kept) {
        try {
            SecretFile.write(file, kept.text());
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " can't be written", e);
        }
    }

    private static byte[] bytes(String secret) {
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
