package org.plumbline.documents;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.engine.evidence.completeness.Completeness;
import org.plumbline.engine.evidence.completeness.LedgerSums;
import org.plumbline.kernel.Digest;

/** The ledger of an ingestion as a file, added up while it is written. The file is deleted when this is closed. */
final class WrittenLedger implements AutoCloseable {
    private static final int AT_ONCE = 2000;

    private final Path file;
    private final MessageDigest sha256 = Digest.sha256();
    private final CRC32 crc = new CRC32();
    private final LedgerSums sums = new LedgerSums();
    private long bytes;

    private WrittenLedger(Path file) {
        this.file = file;
    }

    /** @param folder in which only this user may read */
    static WrittenLedger write(CompletenessTable table, UUID ingestion, Path folder) {
        try {
            Files.createDirectories(folder);
            var ledger = new WrittenLedger(Files.createTempFile(folder, "ledger", ".jsonl"));
            try (var out = new BufferedOutputStream(Files.newOutputStream(ledger.file), 1 << 16)) {
                ledger.write(table, ingestion, out);
                return ledger;
            } catch (IOException | RuntimeException e) {
                ledger.close();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot be written", e);
        }
    }

    private void write(CompletenessTable table, UUID ingestion, OutputStream out) throws IOException {
        long place = -1;
        List<CompletenessTable.Numbered> some = table.lines(ingestion, place, AT_ONCE);
        while (!some.isEmpty()) {
            for (CompletenessTable.Numbered each : some) {
                sums.add(each.line());
                put(each.line().canonical(), out);
                put(new byte[] {'\n'}, out);
            }
            place = some.getLast().place();
            some = table.lines(ingestion, place, AT_ONCE);
        }
    }

    private void put(byte[] some, OutputStream out) throws IOException {
        out.write(some);
        sha256.update(some);
        crc.update(some);
        bytes += some.length;
    }

    LedgerSums sums() {
        return sums;
    }

    NewBag.Payload payload() {
        String digest = Digest.finish(sha256).hex();
        return new NewBag.Payload(Completeness.LEDGER, bytes, digest, crc.getValue(), () -> Files.newInputStream(file));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
