package org.plumbline.audit.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.engine.log.statement.FilesDigest;

/**
 * Entries of the trail with their proofs under one checkpoint, as a ZIP archive: {@code checkpoint},
 * {@code entries/INDEX.tlog-proof} for each, and for each timestamp {@code timestamps/SIZE.text}, what was stamped,
 * {@code timestamps/SIZE.consistency}, that the checkpoint's tree begins with it, and {@code timestamps/SIZE-N.tsr}; at
 * last {@code statement}, by which the organisation says that it gave all of this out.
 *
 * @param entries how many
 * @param bytes of the archive
 */
@SuppressWarnings("ArrayRecordComponent") // Handed to the answer as it is, never compared.
public record TrailExport(int entries, byte[] bytes) {
    static TrailExport empty() {
        return new TrailExport(0, new byte[0]);
    }

    static TrailExport of(
            SignedTree signed,
            Map<UUID, Evidence> entries,
            Map<UUID, Long> indexes,
            List<TimestampTable.Token> tokens,
            Function<String, byte[]> statement) {
        var bytes = new ByteArrayOutputStream();
        int count = 0;
        try (var zip = new Files(bytes)) {
            zip.add("checkpoint", signed.checkpoint().bytes());
            for (Map.Entry<UUID, Evidence> entry : entries.entrySet()) {
                long index = indexes.getOrDefault(entry.getKey(), Long.MAX_VALUE);
                if (signed.covers(index, entry.getValue())) {
                    zip.add(
                            String.format(Locale.ROOT, "entries/%012d.tlog-proof", index),
                            signed.proof(index, entry.getValue()));
                    count++;
                }
            }
            for (Map.Entry<String, byte[]> stamp :
                    StampedFiles.of("timestamps/", signed, tokens).entrySet()) {
                zip.add(stamp.getKey(), stamp.getValue());
            }
            zip.add("statement", statement.apply(zip.digest.hex()));
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be made", e);
        }
        return new TrailExport(count, bytes.toByteArray());
    }

    /** An archive, and the digest of what is in it so far. */
    private static final class Files implements AutoCloseable {
        private final ZipOutputStream zip;
        private final FilesDigest digest = new FilesDigest();

        Files(OutputStream out) {
            this.zip = new ZipOutputStream(out);
        }

        void add(String name, byte[] content) throws IOException {
            var entry = new ZipEntry(name);
            // The statement says when; a clock here would make each archive another file.
            entry.setTime(0);
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
            digest.add(name, content);
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
