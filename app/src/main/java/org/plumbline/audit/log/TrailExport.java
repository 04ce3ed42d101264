package org.plumbline.audit.log;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Entries of the trail with their proofs under one checkpoint, as a ZIP archive: {@code checkpoint},
 * {@code entries/INDEX.tlog-proof} for each, and for each timestamp {@code timestamps/SIZE.text}, what was stamped,
 * {@code timestamps/SIZE.consistency}, that the checkpoint's tree begins with it, and {@code timestamps/SIZE-N.tsr}.
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
            List<TimestampTable.Token> tokens) {
        var bytes = new ByteArrayOutputStream();
        int count = 0;
        try (var zip = new ZipOutputStream(bytes)) {
            write(zip, "checkpoint", signed.checkpoint().bytes());
            for (Map.Entry<UUID, Evidence> entry : entries.entrySet()) {
                long index = indexes.getOrDefault(entry.getKey(), Long.MAX_VALUE);
                if (signed.covers(index, entry.getValue())) {
                    write(
                            zip,
                            String.format(Locale.ROOT, "entries/%012d.tlog-proof", index),
                            signed.proof(index, entry.getValue()));
                    count++;
                }
            }
            write(zip, signed, tokens);
        } catch (IOException e) {
            throw new UncheckedIOException("The archive cannot be made", e);
        }
        return new TrailExport(count, bytes.toByteArray());
    }

    private static void write(ZipOutputStream zip, SignedTree signed, List<TimestampTable.Token> tokens)
            throws IOException {
        long size = 0;
        int number = 0;
        for (TimestampTable.Token token : tokens) {
            String name = String.format(Locale.ROOT, "timestamps/%012d", token.size());
            number = token.size() == size ? number + 1 : 1;
            if (number == 1) {
                write(zip, name + ".text", SignedTree.textOf(token.signed()).getBytes(StandardCharsets.UTF_8));
                write(zip, name + ".consistency", signed.consistency(token.size()));
            }
            write(zip, name + "-" + number + ".tsr", token.token());
            size = token.size();
        }
    }

    private static void write(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        // The checkpoint says when; a clock here would make each archive another file.
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
