package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.kernel.Refused;

/** More large files at once than there is memory for. */
class CrowdedTest {
    private static final int SEGMENT = ObjectHeader.SEGMENT;

    @TempDir
    private Path data;

    private VaultFolder folder;

    /** As many as one upload uses: one is filled while the one before is sealed. */
    private final SegmentBuffers filling = new SegmentBuffers(2, Duration.ZERO);

    @BeforeEach
    void open() {
        folder = new VaultFolder(data);
    }

    @Test
    void whatHadNoMemoryKeepsWhatArrivedAndGoesOnLater() throws Exception {
        byte[] bytes = VaultFolder.bytes(2 * SEGMENT + 99, 5);
        Vault vault = vault();
        byte[] another = filling.take();
        byte[] more = filling.take();
        Arriving arriving = vault.begin(VaultFolder.HARBOUR);

        Refused refused = catchThrowableOfType(
                Refused.class, () -> arriving.append(new ByteArrayInputStream(bytes), Long.MAX_VALUE));
        long offset = arriving.offset();
        arriving.close();
        filling.giveBack(another);
        filling.giveBack(more);

        assertThat(refused.refusal().code()).isEqualTo("vault-crowded");
        assertThat(offset).isPositive().isLessThan(SEGMENT);
        Arriving again = vault.resume(VaultFolder.HARBOUR, arriving.id()).orElseThrow();
        assertThat(again.offset()).isEqualTo(offset);
        again.append(new ByteArrayInputStream(bytes, (int) offset, bytes.length), Long.MAX_VALUE);
        try (Incoming incoming = again.finish()) {
            vault.place(VaultFolder.HARBOUR, incoming);
            assertThat(vault.inspect(VaultFolder.HARBOUR, incoming.digest(), bytes.length))
                    .isEqualTo(Vault.Found.HELD);
        }
    }

    @Test
    void whatHasNoMemoryToBeReadAgainIsResumedLater() throws Exception {
        byte[] bytes = VaultFolder.bytes(SEGMENT + 3_000_000, 6);
        Vault vault = vault();
        Arriving arriving = vault.begin(VaultFolder.HARBOUR);
        arriving.append(new ByteArrayInputStream(bytes), Long.MAX_VALUE);
        arriving.close();
        byte[] another = filling.take();
        byte[] more = filling.take();

        for (Vault each : List.of(vault, vault())) {
            Refused refused =
                    catchThrowableOfType(Refused.class, () -> each.resume(VaultFolder.HARBOUR, arriving.id()));
            assertThat(refused.refusal().code()).isEqualTo("vault-crowded");
        }

        filling.giveBack(another);
        filling.giveBack(more);
        for (Vault each : List.of(vault, vault())) {
            try (Arriving again =
                    each.resume(VaultFolder.HARBOUR, arriving.id()).orElseThrow()) {
                assertThat(again.offset()).isEqualTo(bytes.length);
            }
        }
    }

    @Test
    void aFileInOnePieceIsRefusedAndNothingOfItStays() throws Exception {
        Vault vault = vault();
        byte[] another = filling.take();
        byte[] more = filling.take();

        Refused refused = catchThrowableOfType(
                Refused.class, () -> vault.take(VaultFolder.HARBOUR, new ByteArrayInputStream(new byte[2 * SEGMENT])));

        assertThat(refused.refusal().code()).isEqualTo("vault-crowded");
        assertThat(data.resolve("vault/entrance")).isEmptyDirectory();
        filling.giveBack(another);
        filling.giveBack(more);
        vault.take(VaultFolder.HARBOUR, new ByteArrayInputStream(new byte[2 * SEGMENT]))
                .close();
    }

    private Vault vault() {
        var shop = new Workshop(
                SealedSegments::new,
                filling,
                new SegmentBuffers(1, Duration.ofMinutes(1)),
                new StagedBlocks.Pool(),
                Executors.newVirtualThreadPerTaskExecutor());
        return folder.vault(shop);
    }
}
