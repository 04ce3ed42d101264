package org.plumbline.engine.evidence.bag;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** The bytes of an archive, wherever they lie; several readers may ask for them, one after the other. */
public interface ArchiveBytes extends Closeable {
    /** How many there are. */
    long size() throws IOException;

    /** Reads some bytes from a place on, at least one; -1 where the archive has ended. */
    int read(ByteBuffer into, long from) throws IOException;

    /** Those of a file. */
    static ArchiveBytes of(FileChannel channel) {
        return new ArchiveBytes() {
            @Override
            public long size() throws IOException {
                return channel.size();
            }

            @Override
            public int read(ByteBuffer into, long from) throws IOException {
                return channel.read(into, from);
            }

            @Override
            public void close() throws IOException {
                channel.close();
            }
        };
    }
}
