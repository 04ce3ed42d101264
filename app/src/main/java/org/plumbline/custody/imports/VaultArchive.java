package org.plumbline.custody.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.plumbline.custody.vault.SealedContent;
import org.plumbline.engine.evidence.bag.ArchiveBytes;

/**
 * An archive read where it lies in the vault: nothing of it is written in the clear, and a few blocks of it are in
 * memory, however long it is.
 */
final class VaultArchive implements ArchiveBytes {
    /** A segment of the vault's (docs/design/vault.md): opening one costs the same however little of it is read. */
    private static final int BLOCK = 8 << 20;

    private static final int MOST_BLOCKS = 3;

    private final SealedContent content;
    private final Map<Long, byte[]> blocks = new LinkedHashMap<>(8, 0.75f, true);

    VaultArchive(SealedContent content) {
        this.content = content;
    }

    @Override
    public long size() {
        return content.length();
    }

    @Override
    public int read(ByteBuffer into, long from) throws IOException {
        if (from < 0 || from >= content.length()) {
            return -1;
        }
        byte[] block = block(from / BLOCK);
        int inside = (int) (from % BLOCK);
        int some = Math.min(into.remaining(), block.length - inside);
        into.put(block, inside, some);
        return some;
    }

    private byte[] block(long index) throws IOException {
        byte[] known = blocks.get(index);
        if (known != null) {
            return known;
        }
        if (blocks.size() == MOST_BLOCKS) {
            blocks.remove(blocks.keySet().iterator().next());
        }
        try (InputStream in = content.range(index * BLOCK, BLOCK)) {
            byte[] read = in.readAllBytes();
            blocks.put(index, read);
            return read;
        }
    }

    @Override
    public void close() {
        blocks.clear();
    }
}
