package org.plumbline.custody.vault;

import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Seals segments and puts them into a file: while one is filled, the one before is digested and sealed, and the one
 * before that written.
 */
final class SegmentWriter implements Closeable {
    private final GrowingFile file;
    private final Segments segments;
    private final Workshop shop;
    private final List<End> unseen = new ArrayList<>();
    private @Nullable Future<?> sealing;
    private @Nullable Future<?> writing;

    /** How a segment ends in the file, which is looked for once it is on the disk. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record End(long position, byte[] bytes) {
        static End of(long index, byte[] sealed, int size) {
            int from = size - ObjectHeader.TAG;
            return new End(ObjectHeader.at(index) + from, Arrays.copyOfRange(sealed, from, size));
        }
    }

    SegmentWriter(GrowingFile file, Segments segments, Workshop shop) {
        this.file = file;
        this.segments = segments;
        this.shop = shop;
    }

    /**
     * Digests and seals a full segment beside the caller, who has given the array away with it.
     *
     * @param others read the same array, each in a thread of its own
     */
    void writeBeside(long index, byte[] plain, MessageDigest digest, List<Runnable> others) throws IOException {
        awaitSealing();
        sealing = shop.beside().submit(() -> {
            var reading = new ArrayList<Future<?>>();
            try {
                others.forEach(other -> reading.add(shop.beside().submit(other)));
                digest.update(plain, 0, ObjectHeader.SEGMENT);
                seal(index, plain);
            } finally {
                for (Future<?> each : reading) {
                    await(each);
                }
                shop.filling().giveBack(plain);
            }
            return index;
        });
    }

    /** Seals a segment now. */
    void writeLast(long index, byte[] plain, int length) throws IOException {
        rest();
        byte[] sealed = new byte[length + ObjectHeader.AROUND];
        write(index, sealed, segments.seal(index, Mark.LAST, plain, length, sealed));
    }

    /** Waits until all that was given is on the disk, and looks there for how each segment ends. */
    void settle() throws IOException {
        rest();
        file.settle();
        for (End end : unseen) {
            file.require(end.position(), end.bytes());
        }
        unseen.clear();
    }

    @Override
    public void close() throws IOException {
        try (file) {
            rest();
        }
    }

    private void seal(long index, byte[] plain) throws IOException {
        byte[] sealed = shop.sealed().take();
        boolean given = false;
        try {
            int size = segments.seal(index, Mark.INNER, plain, ObjectHeader.SEGMENT, sealed);
            awaitWriting();
            writing = shop.beside().submit(() -> {
                try {
                    write(index, sealed, size);
                } finally {
                    shop.sealed().giveBack(sealed);
                }
                return index;
            });
            given = true;
        } finally {
            if (!given) {
                shop.sealed().giveBack(sealed);
            }
        }
    }

    private void write(long index, byte[] sealed, int size) throws IOException {
        file.append(ObjectHeader.at(index), sealed, size);
        unseen.add(End.of(index, sealed, size));
    }

    /** Nobody is at the file when this returns or throws. */
    private void rest() throws IOException {
        try {
            awaitSealing();
        } finally {
            awaitWriting();
        }
    }

    private void awaitSealing() throws IOException {
        Future<?> last = sealing;
        sealing = null;
        await(last);
    }

    private void awaitWriting() throws IOException {
        Future<?> last = writing;
        writing = null;
        await(last);
    }

    /** To its end in any case: what it uses is given to others afterwards. */
    private static void await(@Nullable Future<?> work) throws IOException {
        boolean interrupted = false;
        while (work != null) {
            try {
                work.get();
                work = null;
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
