package org.plumbline.watching;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Finds out whether a folder can be written, by writing: what a disk says of itself comes late or not at all. */
public final class WriteProbe {
    private static final String FILE = ".written";

    /** A block of every file system in use. */
    private static final int BYTES = 4096;

    private WriteProbe() {}

    /**
     * Writes a block and takes it away again.
     *
     * @throws IOException when the folder can't be written, with the system's reason
     */
    public static void write(Path folder) throws IOException {
        try (FileChannel file = FileChannel.open(
                folder.resolve(FILE),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE)) {
            file.write(ByteBuffer.allocate(BYTES));
        }
    }
}
