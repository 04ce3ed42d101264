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
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The keys in a data folder, each in a file of its own, sealed under the master key. One process at a time. */
public final class KeyFolder {
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
        return data.resolve("keys").resolve(kind.code() + ".key");
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
        return find(kind).orElseGet(() -> replace(kind, make.get()));
    }

    /**
     * The key of this kind; absent when there is none.
     *
     * @throws KeyRefused when it was sealed under another master key or altered
     */
    public Optional<Key> find(KeyKind kind) {
        return find(file(kind)).map(kept -> new Key(opened(kept), kept.publicPart()));
    }

    /** Puts a key in the place of the one before, which is gone then. */
    public Key replace(KeyKind kind, Key key) {
        write(file(kind), KeptKeyFile.seal(masters.now(), kind.code(), now(), key.publicPart(), bytes(key.secret())));
        return key;
    }

    /**
     * Ends a key: it is gone at once, and another is made when it is needed next.
     *
     * @param beforehand what is to be done before it is gone, so that it can be asked for again when that breaks off
     * @return what is kept of it; absent when there is no such key
     */
    public Optional<EndedKey> end(
            KeyKind kind, Optional<Instant> revokedSince, String reason, Consumer<EndedKey> beforehand) {
        Optional<EndedKey> ended = find(file(kind))
                .map(key -> new EndedKey(
                        kind.code(), Optional.of(key.made()), now(), key.publicPart(), revokedSince, reason));
        ended.ifPresent(key -> {
            beforehand.accept(key);
            key.keep(folder);
            delete(file(kind));
        });
        return ended;
    }

    /** Keys that are not used any more, the oldest first. */
    public List<EndedKey> ended() {
        return EndedKey.in(folder);
    }

    /** What may be said of each key that is there. */
    public List<Described> all() {
        var all = new ArrayList<Described>();
        for (KeyKind kind : KeyKind.values()) {
            find(file(kind))
                    .map(k -> new Described(k.kind(), k.made(), k.publicPart(), k.master()))
                    .ifPresent(all::add);
        }
        return List.copyOf(all);
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
    public void takeIn(KeyKind kind, java.util.function.UnaryOperator<String> publicPart) {
        Path file = file(kind);
        try {
            if (Files.exists(file) && KeptKeyFile.parse(Files.readString(file)).isEmpty()) {
                String secret = Files.readString(file).strip();
                Instant made = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
                write(
                        file,
                        KeptKeyFile.seal(masters.now(), kind.code(), made, publicPart.apply(secret), bytes(secret)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The key " + file + " can't be read", e);
        }
    }

    /** Seals all of them under the master key of now; those that already are stay. */
    void sealAnew() {
        for (KeyKind kind : KeyKind.values()) {
            find(file(kind))
                    .filter(kept -> !kept.master().equals(masters.now().fingerprint()))
                    .ifPresent(kept -> write(
                            file(kind),
                            KeptKeyFile.seal(
                                    masters.now(), kept.kind(), kept.made(), kept.publicPart(), bytes(opened(kept)))));
        }
    }

    private Path file(KeyKind kind) {
        return folder.resolve(kind.code() + ".key");
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
