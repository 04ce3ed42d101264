package org.plumbline.documents.extract.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The unpacked bytes of one folder of a cabinet: its blocks stored, or deflated one by one (MS-MCI). */
final class CabFolderStream extends InputStream {
    private static final int STORED = 0;
    private static final int MSZIP = 1;
    private static final int BLOCK = 32 << 10;

    private final ByteBuffer cab;
    private final CabReader.Folder folder;
    private byte[] block = new byte[0];
    private int at;
    private int blocksRead;

    CabFolderStream(ByteBuffer cab, CabReader.Folder folder) {
        this.cab = cab.position(folder.dataOffset());
        this.folder = folder;
    }

    static boolean unpacks(CabReader.Folder folder) {
        return folder.method() == STORED || folder.method() == MSZIP;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (at == block.length) {
            if (blocksRead == folder.blocks()) {
                return -1;
            }
            next();
        }
        int n = Math.min(length, block.length - at);
        System.arraycopy(block, at, target, offset, n);
        at += n;
        return n;
    }

    private void next() throws IOException {
        try {
            cab.getInt();
            int packed = cab.getShort() & 0xFFFF;
            int unpacked = cab.getShort() & 0xFFFF;
            cab.position(cab.position() + folder.reservePerBlock());
            byte[] data = new byte[packed];
            cab.get(data);
            block = folder.method() == STORED ? data : inflated(data, Math.min(unpacked, BLOCK));
            at = 0;
            blocksRead++;
        } catch (java.nio.BufferUnderflowException | IllegalArgumentException e) {
            throw new EOFException("A block of the cabinet is cut");
        }
    }

    /** A block begins with CK and may refer back into the block before it. */
    private byte[] inflated(byte[] data, int unpacked) throws IOException {
        if (data.length < 2 || data[0] != 'C' || data[1] != 'K') {
            throw new IOException("A block of the cabinet lacks its mark");
        }
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(data, 2, data.length - 2);
            if (block.length > 0) {
                inflater.setDictionary(block);
            }
            byte[] out = new byte[unpacked];
            int n = inflater.inflate(out);
            return n == unpacked ? out : Arrays.copyOf(out, n);
        } catch (DataFormatException e) {
            throw new IOException("A block of the cabinet is broken", e);
        } finally {
            inflater.end();
        }
    }

    /** A run of bytes of the folder; shorter than stated means that the cabinet is cut. */
    static final class Slice extends InputStream {
        private final InputStream in;
        private long skip;
        private long left;

        Slice(InputStream in, long skip, long length) {
            this.in = in;
            this.skip = skip;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (skip > 0) {
                in.skipNBytes(skip);
                skip = 0;
            }
            if (left == 0) {
                return -1;
            }
            int n = in.read(target, offset, (int) Math.min(length, left));
            if (n < 0) {
                throw new EOFException("A member of the cabinet is cut");
            }
            left -= n;
            return n;
        }
    }
}
