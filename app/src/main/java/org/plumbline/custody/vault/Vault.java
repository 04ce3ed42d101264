package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The bytes of all cases, each content an object that is sealed under its case's key. An object is there whole or not
 * at all: it is written aside, flushed, checked, and only then put in its place.
 */
@Component
public class Vault {
    /** Beside the folder of a vault that was restored, until its first start. */
    static final String RESTORED = "vault.restored";

    /** Content of at most so many bytes is digested again when it is received: it is one segment. */
    public static final long DIGESTED_AGAIN = ObjectHeader.SEGMENT;

    private final Path root;
    private final VaultStore store;
    private final Entrance entrance;
    private final CaseKeys keys;
    private final Quarantine quarantine;
    private final Ids ids;
    private final Workshop shop;
    private final Arrivals arrivals = new Arrivals();
    private final ErasedCases erased = new ErasedCases();
    private final SecureRandom random = new SecureRandom();

    @Autowired
    Vault(
            @Value("${plumbline.data}") Path data,
            ObjectProvider<Segments.Seal> bench,
            CaseKeys keys,
            Quarantine quarantine,
            Ids ids) {
        // The application has one way of sealing; the bench brings another on its own class path.
        this(data, keys, quarantine, ids, Workshop.open(bench.getIfAvailable(() -> SealedSegments::new)));
    }

    Vault(Path data, CaseKeys keys, Quarantine quarantine, Ids ids, Workshop shop) {
        this.root = data.toAbsolutePath().normalize().resolve("vault");
        this.store = new FileStore(root);
        this.entrance = new Entrance(root.resolve("entrance"));
        this.keys = keys;
        this.quarantine = quarantine;
        this.ids = ids;
        this.shop = shop;
    }

    /**
     * Receives a stream whole, for a case; nothing of it stays when it breaks off.
     *
     * @throws Refused when the stream broke off, or itself refused to go on
     */
    public Incoming take(CaseId caseId, InputStream in) {
        return take(caseId, in, Set.of());
    }

    /** The same, with these comparison digests worked out beside. */
    public Incoming take(CaseId caseId, InputStream in, Set<ComparisonKind> compared) {
        CaseKey key = keys.of(caseId);
        Path file = entrance.file(ids.next() + ".part");
        boolean done = false;
        try (ObjectFile object = ObjectFile.begin(file, ObjectHeader.random(random), key, shop, compared)) {
            object.fill(erased.until(caseId, in), Long.MAX_VALUE);
            Digest digest = object.finish();
            ArrivalFiles.check(file, key, digest, object.offset(), shop.seal());
            done = true;
            return new Incoming(caseId, file, digest, object.compared(), object.offset());
        } catch (ObjectFile.CutOff cut) {
            throw Refusal.of(Refusal.Kind.INVALID, "upload-cut", Map.of()).asException();
        } catch (SegmentBuffers.Crowded crowded) {
            throw crowded.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be written", e);
        } finally {
            if (!done) {
                drop(file);
            }
        }
    }

    /** Begins to receive bytes that come in several pieces. */
    public Arriving begin(CaseId caseId) {
        return begin(caseId, Set.of());
    }

    /** The same, with these comparison digests worked out beside. */
    public Arriving begin(CaseId caseId, Set<ComparisonKind> compared) {
        var files = new ArrivalFiles(
                caseId, ids.next(), entrance.folder(), ObjectHeader.random(random), keys.of(caseId), shop.seal());
        arrivals.take(files.id());
        try {
            ObjectFile object = ObjectFile.begin(files.object(), files.header(), files.key(), shop, compared);
            object.settle();
            FileStore.flush(files.folder());
            return new ArrivingObject(files, object, arrivals, erased);
        } catch (IOException e) {
            arrivals.release(files.id());
            throw new UncheckedIOException("The vault cannot be written", e);
        }
    }

    /**
     * Goes on where it broke off; absent when there is nothing of it, or it was kept or dropped.
     *
     * @throws Refused when somebody else has it open
     */
    public Optional<Arriving> resume(CaseId caseId, UUID id) {
        return resume(caseId, id, Set.of());
    }

    /**
     * The same.
     *
     * @param compared the comparison digests it was begun with; after a restart they are worked out again from what
     *     lies there, as the SHA-256 is
     */
    public Optional<Arriving> resume(CaseId caseId, UUID id, Set<ComparisonKind> compared) {
        arrivals.take(id);
        Optional<Arriving> found = Optional.empty();
        try {
            found = open(caseId, id, compared);
        } catch (SegmentBuffers.Crowded crowded) {
            throw crowded.refusal();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        } finally {
            if (found.isEmpty()) {
                arrivals.release(id);
            }
        }
        return found;
    }

    private Optional<Arriving> open(CaseId caseId, UUID id, Set<ComparisonKind> compared) throws IOException {
        // A case without a key has nothing arriving; one that was erased gets none again.
        Optional<CaseKey> key = keys.find(caseId);
        Optional<ArrivalFiles> found = key.isEmpty()
                ? Optional.empty()
                : ArrivalFiles.find(caseId, id, entrance.folder(), key.get(), shop.seal());
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ArrivalFiles files = found.get();
        Optional<ObjectFile.Standing> before = arrivals.takeRemembered(id);
        Optional<ObjectFile.Standing> fitting =
                before.isPresent() ? files.remembered(before.get(), compared) : Optional.empty();
        ObjectFile.Standing standing = fitting.isPresent() ? fitting.get() : files.read(compared, shop);
        return Optional.of(new ArrivingObject(
                files, ObjectFile.goOn(files.object(), files.header(), files.key(), standing, shop), arrivals, erased));
    }

    /** Whether the case has this content here. */
    public boolean has(CaseId caseId, Digest digest) {
        return name(caseId, digest).map(store::exists).orElse(false);
    }

    /**
     * Opens content of a case.
     *
     * @throws Refused when it is missing, does not open, or is kept back since it was found to be damaged
     */
    public SealedContent open(CaseId caseId, Digest digest) {
        if (quarantine.holdsBack(caseId, digest)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "content-quarantined", Map.of())
                    .asException();
        }
        try {
            return unguarded(caseId, digest);
        } catch (DamagedObject damaged) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "content-damaged", Map.of()).asException();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be read", e);
        }
    }

    /** What is found where content should lie. */
    public enum Found {
        /** The bytes that were received. */
        HELD,
        /** Others, or such that do not open. */
        CHANGED,
        /** None. */
        MISSING
    }

    /**
     * Digests content again from its first byte to its last.
     *
     * @throws IOException when the store cannot be read, which says nothing of the content
     */
    public Found inspect(CaseId caseId, Digest digest, long bytes) throws IOException {
        if (!has(caseId, digest)) {
            return Found.MISSING;
        }
        try (InputStream in = unguarded(caseId, digest).stream()) {
            MessageDigest again = Digest.sha256();
            byte[] chunk = new byte[1 << 16];
            long length = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                again.update(chunk, 0, read);
                length += read;
            }
            return length == bytes && Digest.finish(again).equals(digest) ? Found.HELD : Found.CHANGED;
        } catch (DamagedObject damaged) {
            return Found.CHANGED;
        }
    }

    private SealedContent unguarded(CaseId caseId, Digest digest) throws IOException {
        CaseKey key = keys.find(caseId).orElseThrow(() -> new DamagedObject("The case has no key"));
        var name = new ObjectName(caseId, key.name(digest));
        SealedContent.Source source = () -> {
            StoredObject object =
                    store.open(name).orElseThrow(() -> new DamagedObject("An object of the vault is missing"));
            return SegmentReader.of(object, key, digest, shop.seal());
        };
        try (SegmentReader reader = source.open()) {
            return new SealedContent(reader.length(), source);
        }
    }

    /** Seals what versions before this one left in the clear; goes on where it was broken off. */
    public void sealPlain() {
        try {
            new PlainObjects(root, store, this).sealAll();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be sealed", e);
        }
    }

    /**
     * After a restore, deletes objects that came into the backup behind its records; does nothing otherwise.
     *
     * @param named all content that the records name of a case
     */
    public void keepNamed(Function<CaseId, Set<Digest>> named) throws IOException {
        Path mark = root.resolveSibling(RESTORED);
        if (Files.notExists(mark)) {
            return;
        }
        for (CaseId caseId : store.cases()) {
            var names = new HashSet<ObjectName>();
            for (Digest digest : named.apply(caseId)) {
                names.add(PlainObjects.name(caseId, digest));
                name(caseId, digest).ifPresent(names::add);
            }
            for (ObjectName object : store.list(caseId)) {
                if (!names.contains(object)) {
                    store.delete(object);
                }
            }
        }
        Files.delete(mark);
    }

    /** Where bytes wait until their record is committed. */
    public Entrance entrance() {
        return entrance;
    }

    /** Puts received bytes in their place; the same bytes that lie there already stay as they are. */
    public void place(CaseId caseId, Incoming incoming) {
        if (!incoming.caseId().equals(caseId)) {
            throw new IllegalStateException("Bytes received for one case are not kept in another");
        }
        try {
            store.put(name(caseId, incoming.digest()).orElseThrow(ErasedCases::over), incoming.file());
            if (erased.has(caseId)) {
                // Erased just now: there is no key any more by which whoever rolls back would find the object.
                store.erase(caseId);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The vault cannot be written", e);
        }
    }

    /** Deletes bytes of a case that nothing names; does nothing where there are none. */
    public void delete(CaseId caseId, Digest digest) {
        try {
            store.delete(PlainObjects.name(caseId, digest));
            Optional<ObjectName> name = name(caseId, digest);
            if (name.isPresent()) {
                store.delete(name.get());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of the vault could not be deleted", e);
        }
    }

    /** Deletes all bytes of a case whose records are gone, those that were still arriving too. */
    void erase(CaseId caseId) {
        erased.add(caseId);
        keys.forget(caseId);
        try {
            store.erase(caseId);
            entrance.erase(caseId);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of an erased case could not be deleted", e);
        }
    }

    private Optional<ObjectName> name(CaseId caseId, Digest digest) {
        return keys.find(caseId).map(key -> new ObjectName(caseId, key.name(digest)));
    }

    private static void drop(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of a broken upload could not be deleted", e);
        }
    }
}
