package org.plumbline.custody.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;

/** A vault in a folder of its own, with the case Harbour in it. */
final class VaultFolder {
    static final CaseId HARBOUR = new CaseId(UUID.fromString("01890000-0000-7000-8000-000000000007"));
    static final CaseId QUAY = new CaseId(UUID.fromString("01890000-0000-7000-8000-000000000008"));

    final CaseKeys keys = new InMemoryCaseKeys();
    final Path data;
    final Set<Digest> quarantined = new HashSet<>();
    private final Ids ids = new Ids(java.time.Clock.systemUTC(), new SplittableRandom(7));
    private Vault vault;

    VaultFolder(Path data) {
        this.data = data;
        this.vault = opened();
    }

    Vault vault() {
        return vault;
    }

    /** As after a restart: nothing is remembered. */
    Vault again() {
        vault = opened();
        return vault;
    }

    private Vault opened() {
        return with(keys);
    }

    Vault with(CaseKeys keys) {
        return vault(keys, Workshop.open(SealedSegments::new));
    }

    /** Another over the same folder. */
    Vault vault(Workshop shop) {
        return vault(keys, shop);
    }

    private Vault vault(CaseKeys keys, Workshop shop) {
        return new Vault(data, keys, (caseId, digest) -> quarantined.contains(digest), ids, shop);
    }

    /** Keeps bytes for Harbour. */
    Digest keep(byte[] bytes) {
        try (Incoming incoming = vault.take(HARBOUR, new ByteArrayInputStream(bytes))) {
            vault.place(HARBOUR, incoming);
            return incoming.digest();
        }
    }

    byte[] read(Digest digest) throws IOException {
        try (InputStream in = vault.open(HARBOUR, digest).stream()) {
            return in.readAllBytes();
        }
    }

    Path file(Digest digest) {
        String name = keys.of(HARBOUR).name(digest);
        return data.resolve("vault")
                .resolve(HARBOUR.toString())
                .resolve(name.substring(0, 2))
                .resolve(name);
    }

    List<Path> entrance() {
        try (Stream<Path> files = Files.list(data.resolve("vault/entrance"))) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes that do not repeat. */
    static byte[] bytes(int length, long seed) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
