package org.plumbline.custody.vault;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A file that grows at its end, past the operating system's memory where the disk allows it: gigabytes of evidence
 * would push out of there what is needed every minute. Whole blocks go straight to the disk; what is left over goes the
 * ordinary way once the file is settled. Used by one thread at a time.
 */
final class GrowingFile implements Closeable {
    private static final int USUAL_BLOCK = 4096;
    private static final int SMALL = 1 << 18;

    private final Path path;
    private final FileChannel file;
    private final StagedBlocks.Pool pool;
    private @Nullable FileChannel straight;
    private @Nullable StagedBlocks staged;
    /** Where the staged bytes belong: the beginning of a block. */
    private long from;

    GrowingFile(Path path, FileChannel file, StagedBlocks.Pool pool) {
        this.path = path;
        this.file = file;
        this.pool = pool;
    }

    /** Puts bytes at a place, which is where those before ended. */
    void append(long position, byte[] bytes, int size) throws IOException {
        if (staged == null && size <= SMALL) {
            // Most files are so small: no other way to the disk is opened for them.
            put(file, ByteBuffer.wrap(bytes, 0, size), position);
            return;
        }
        StagedBlocks blocks = staged == null ? begin(position) : staged;
        if (from + blocks.bytes().position() != position) {
            throw new IllegalStateException("Bytes for a file's end belong elsewhere");
        }
        for (int done = 0; done < size; ) {
            int some = Math.min(size - done, blocks.bytes().remaining());
            blocks.bytes().put(bytes, done, some);
            done += some;
            if (!blocks.bytes().hasRemaining()) {
                write(blocks);
            }
        }
    }

    /** Everything that was put here is on the disk when this returns. */
    void settle() throws IOException {
        StagedBlocks blocks = staged;
        if (blocks != null) {
            int whole = blocks.bytes().position() / blocks.block() * blocks.block();
            int all = blocks.bytes().position();
            put(way(), blocks.bytes().duplicate().position(0).limit(whole), from);
            put(file, blocks.bytes().duplicate().position(whole).limit(all), from + whole);
            from += whole;
            blocks.bytes().position(whole).limit(all);
            blocks.bytes().compact();
        }
        file.force(true);
    }

    /**
     * Sees that bytes lie at a place. Where they went straight to the disk, they are read from there.
     *
     * @throws IOException when others do
     */
    void require(long position, byte[] bytes) throws IOException {
        ByteBuffer found = ByteBuffer.allocate(bytes.length);
        int some = 0;
        while (found.hasRemaining() && some >= 0) {
            some = file.read(found, position + found.position());
        }
        if (found.hasRemaining() || !Arrays.equals(found.array(), bytes)) {
            throw new IOException("The disk gave back other bytes than were written");
        }
    }

    @Override
    public void close() throws IOException {
        if (staged != null) {
            pool.giveBack(staged);
            staged = null;
        }
        if (straight != null) {
            straight.close();
        }
    }

    private StagedBlocks begin(long position) throws IOException {
        int known = knownBlock();
        StagedBlocks blocks = pool.take(known > 0 ? known : USUAL_BLOCK);
        staged = blocks;
        straight = known > 0 ? open() : null;
        from = position - position % blocks.block();
        for (blocks.bytes().limit((int) (position - from)); blocks.bytes().hasRemaining(); ) {
            if (file.read(blocks.bytes(), from + blocks.bytes().position()) < 0) {
                throw new IOException("The file ends before the place where it should go on");
            }
        }
        blocks.bytes().limit(blocks.bytes().capacity());
        return blocks;
    }

    /**
     * How large a block of the disk is; 0 where that can't be told, as in a changed root, whose mounts have no names.
     */
    private int knownBlock() {
        try {
            return Math.toIntExact(Files.getFileStore(path).getBlockSize());
        } catch (IOException | UnsupportedOperationException unknown) {
            return 0;
        }
    }

    /** Absent on a disk that has no such way, such as one in memory. */
    private @Nullable FileChannel open() throws IOException {
        try {
            return FileChannel.open(path, StandardOpenOption.WRITE, pastMemory());
        } catch (UnsupportedOperationException | IOException noSuchWay) {
            return null;
        }
    }

    /** The JDK's own option, by name: the compiler warns of what not every virtual machine has. */
    private static OpenOption pastMemory() {
        try {
            return Arrays.stream(
                            Class.forName("com.sun.nio.file.ExtendedOpenOption").getEnumConstants())
                    .map(OpenOption.class::cast)
                    .filter(option -> option.toString().equals("DIRECT"))
                    .findFirst()
                    .orElseThrow(UnsupportedOperationException::new);
        } catch (ClassNotFoundException e) {
            throw new UnsupportedOperationException(e);
        }
    }

    private FileChannel way() {
        FileChannel way = straight;
        return way == null ? file : way;
    }

    private void write(StagedBlocks blocks) throws IOException {
        put(way(), blocks.bytes().flip(), from);
        from += blocks.bytes().limit();
        blocks.bytes().clear();
    }

    private static void put(FileChannel way, ByteBuffer bytes, long position) throws IOException {
        for (long at = position; bytes.hasRemaining(); ) {
            at += way.write(bytes, at);
        }
    }
}
