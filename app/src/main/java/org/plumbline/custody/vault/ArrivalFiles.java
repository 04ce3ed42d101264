package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/** The files of one arrival in the entrance: the object as far as it is sealed, and the tail behind it. */
record ArrivalFiles(CaseId caseId, UUID id, Path folder, ObjectHeader header, CaseKey key, Segments.Seal seal) {
    static final String OBJECT = ".arriving";
    static final String TAIL = ".tail";

    private static final int SLICE = 1 << 18;

    /** The files of an arrival that is there; absent when there is none. */
    static Optional<ArrivalFiles> find(CaseId caseId, UUID id, Path folder, CaseKey key, Segments.Seal seal)
            throws IOException {
        Path object = folder.resolve(name(caseId, id) + OBJECT);
        if (Files.notExists(object)) {
            return Optional.empty();
        }
        byte[] first = new byte[ObjectHeader.BYTES];
        try (StoredObject open = FileStore.open(object)) {
            open.read(0, first, first.length);
        }
        // A power cut can leave a file without a beginning: nothing has arrived in it then.
        ObjectHeader header = ObjectHeader.parse(first)
                .orElseThrow(() -> new DamagedObject("An arrival in the vault's entrance does not begin as an object"));
        return Optional.of(new ArrivalFiles(caseId, id, folder, header, key, seal));
    }

    static String name(CaseId caseId, UUID id) {
        return caseId + "_" + id;
    }

    Path object() {
        return folder.resolve(name(caseId, id) + OBJECT);
    }

    Path tail() {
        return folder.resolve(name(caseId, id) + TAIL);
    }

    /** Puts the tail of now in the place of the one before, under a nonce of its own. */
    void keepTail(ObjectFile.Standing standing) throws IOException {
        byte[] sealed = new byte[standing.length() + ObjectHeader.AROUND];
        seal.of(key, header).seal(standing.segments(), Mark.TAIL, standing.tail(), standing.length(), sealed);
        Path made = folder.resolve(name(caseId, id) + TAIL + ".new");
        try (FileChannel out = FileChannel.open(
                made, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            write(
                    out,
                    ByteBuffer.allocate(Long.BYTES).putLong(standing.segments()).flip());
            for (int at = 0; at < sealed.length; at += SLICE) {
                write(out, ByteBuffer.wrap(sealed, at, Math.min(SLICE, sealed.length - at)));
            }
            out.force(true);
        }
        Files.move(made, tail(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        FileStore.flush(folder);
    }

    /** In slices: the virtual machine keeps a buffer of its own of the size of the largest write for each thread. */
    private static void write(FileChannel out, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            out.write(bytes);
        }
    }

    /**
     * Where it stands by what lies there, every segment opened and digested again.
     *
     * @throws SegmentBuffers.Crowded when too many others are being written
     */
    ObjectFile.Standing read(Set<ComparisonKind> kinds, Workshop shop) throws IOException {
        byte[] plain = shop.filling().take();
        try {
            byte[] sealed = shop.sealed().take();
            try {
                return read(kinds, sealed, plain);
            } finally {
                shop.sealed().giveBack(sealed);
            }
        } finally {
            shop.filling().giveBack(plain);
        }
    }

    private ObjectFile.Standing read(Set<ComparisonKind> kinds, byte[] sealed, byte[] plain) throws IOException {
        MessageDigest digest = Digest.sha256();
        Comparisons compared = Comparisons.of(kinds);
        Segments segments = seal.of(key, header);
        long index = 0;
        try (StoredObject open = FileStore.open(object())) {
            while (open.read(ObjectHeader.at(index), sealed, sealed.length) == sealed.length
                    && opens(segments, index, sealed, plain)) {
                digest.update(plain, 0, ObjectHeader.SEGMENT);
                compared.take(plain, ObjectHeader.SEGMENT);
                index++;
            }
        }
        return new ObjectFile.Standing(digest, compared, index, tail(index).orElse(new byte[0]));
    }

    /** Where it stands by the tail alone, when what is remembered of it fits and is of these comparison digests. */
    Optional<ObjectFile.Standing> remembered(ObjectFile.Standing before, Set<ComparisonKind> kinds) throws IOException {
        boolean fits =
                before.compared().kinds().equals(kinds) && Files.size(object()) >= ObjectHeader.at(before.segments());
        return fits
                ? tail(before.segments())
                        .filter(tail -> tail.length == before.length())
                        .map(tail ->
                                new ObjectFile.Standing(before.digest(), before.compared(), before.segments(), tail))
                : Optional.empty();
    }

    /**
     * Opens what was written once more, from the disk's side: bound to its content, of its length, and its end whole.
     */
    void check(Digest digest, long bytes) throws IOException {
        check(object(), key, digest, bytes, seal);
    }

    static void check(Path object, CaseKey key, Digest digest, long bytes, Segments.Seal seal) throws IOException {
        try (SegmentReader reader = SegmentReader.of(FileStore.open(object), key, digest, seal)) {
            long last = reader.count() - 1;
            byte[] plain = new byte[reader.length(last)];
            int length = reader.open(last, plain);
            boolean alone = last == 0;
            if (reader.length() != bytes
                    || (alone && !Digest.of(Arrays.copyOf(plain, length)).equals(digest))) {
                throw new DamagedObject("What was written to the vault is not what arrived");
            }
        }
    }

    void delete() {
        try {
            for (Path file : List.of(object(), tail())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Bytes of a broken upload could not be deleted", e);
        }
    }

    private Optional<byte[]> tail(long index) throws IOException {
        if (Files.notExists(tail())) {
            return Optional.empty();
        }
        ByteBuffer kept = ByteBuffer.wrap(Files.readAllBytes(tail()));
        if (kept.remaining() < Long.BYTES + ObjectHeader.AROUND || kept.getLong() != index) {
            return Optional.empty();
        }
        byte[] sealed = new byte[kept.remaining()];
        kept.get(sealed);
        byte[] plain = new byte[sealed.length - ObjectHeader.AROUND];
        try {
            int length = seal.of(key, header).open(index, Mark.TAIL, sealed, sealed.length, plain);
            return Optional.of(Arrays.copyOf(plain, length));
        } catch (GeneralSecurityException damaged) {
            return Optional.empty();
        }
    }

    private static boolean opens(Segments segments, long index, byte[] sealed, byte[] plain) {
        try {
            return segments.open(index, Mark.INNER, sealed, sealed.length, plain) == ObjectHeader.SEGMENT;
        } catch (GeneralSecurityException unfinished) {
            return false;
        }
    }
}
