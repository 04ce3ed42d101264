package org.plumbline.custody.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Seals segments into a file, each beside the thread that fills the next one, and reads each back: what the file holds
 * is what was sealed.
 */
final class SegmentWriter implements Closeable {
    private static final int SLICE = 1 << 18;

    private final FileChannel file;
    private final Segments segments;
    private final SegmentBuffers buffers;
    private final ExecutorService beside;
    private final ByteBuffer slice = ByteBuffer.allocateDirect(SLICE);
    private final List<Future<?>> running = new ArrayList<>();
    private byte @Nullable [] lent;

    SegmentWriter(FileChannel file, Segments segments, SegmentBuffers buffers, ExecutorService beside) {
        this.file = file;
        this.segments = segments;
        this.buffers = buffers;
        this.beside = beside;
    }

    /**
     * Seals a full segment beside the caller, who has given the array away with it.
     *
     * @param others read the same array, each in a thread of its own: they hold up neither the caller nor the sealing
     */
    void writeBeside(long index, byte[] plain, List<Runnable> others) throws IOException {
        settle();
        lent = plain;
        running.add(beside.submit(() -> {
            write(index, Mark.INNER, plain, ObjectHeader.SEGMENT);
            return index;
        }));
        others.forEach(other -> running.add(beside.submit(other)));
    }

    /** Seals a segment now. */
    void writeLast(long index, byte[] plain, int length) throws IOException {
        settle();
        write(index, Mark.LAST, plain, length);
    }

    /** Waits until all that was given lies in the file, and whoever else read it has done so. */
    void settle() throws IOException {
        byte[] read = lent;
        List<Future<?>> last = List.copyOf(running);
        lent = null;
        running.clear();
        try {
            for (Future<?> each : last) {
                each.get();
            }
            buffers.giveBack(read);
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException | CancellationException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while sealing", e);
        }
    }

    @Override
    public void close() throws IOException {
        try (file) {
            settle();
        }
    }

    private void write(long index, Mark mark, byte[] plain, int length) throws IOException {
        boolean whole = length > ObjectHeader.SEGMENT / 2;
        byte[] sealed = whole ? buffers.take() : new byte[length + ObjectHeader.AROUND];
        int size = segments.seal(index, mark, plain, length, sealed);
        put(ObjectHeader.at(index), sealed, size);
        compare(ObjectHeader.at(index), sealed, size);
        buffers.giveBack(sealed);
    }

    private void put(long position, byte[] bytes, int size) throws IOException {
        for (int done = 0; done < size; done += SLICE) {
            slice.clear().put(bytes, done, Math.min(SLICE, size - done)).flip();
            for (long at = position + done; slice.hasRemaining(); ) {
                at += file.write(slice, at);
            }
        }
    }

    private void compare(long position, byte[] bytes, int size) throws IOException {
        for (int done = 0; done < size; done += SLICE) {
            int most = Math.min(SLICE, size - done);
            slice.clear().limit(most);
            int some = 0;
            while (slice.hasRemaining() && some >= 0) {
                some = file.read(slice, position + done + slice.position());
            }
            if (!slice.flip().equals(ByteBuffer.wrap(bytes, done, most))) {
                throw new IOException("The disk gave back other bytes than were written");
            }
        }
    }
}
