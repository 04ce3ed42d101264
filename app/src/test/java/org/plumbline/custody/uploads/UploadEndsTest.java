package org.plumbline.custody.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.custody.vault.Arriving;
import org.plumbline.custody.vault.Vault;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Digest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of uploads that break off, are given up, expire or lose their case. */
class UploadEndsTest extends HarbourUploads {
    @Autowired
    private UploadUpkeep upkeep;

    @Autowired
    private UploadTable table;

    @Autowired
    private Vault vault;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void anUploadThatWasGivenUpIsGone() {
        String to = begun(100);
        sender.patch(to, 0, bytes(40));
        assertThat(entrance()).isNotEmpty();

        assertThat(sender.end(to).status()).isEqualTo(204);

        assertThat(entrance()).isEmpty();
        assertThat(sender.head(to).status()).isEqualTo(410);
        Browser.Answer patch = sender.patch(to, 40, bytes(60));
        assertThat(patch.status()).isEqualTo(410);
        assertThat(patch.body()).contains("\"code\":\"upload-over\"");
        assertThat(sender.end(to).status()).isEqualTo(410);
        assertThat(read(to)).contains("\"state\":\"given-up\"");
    }

    @Test
    void anExpiredOneIsLetGoOf() {
        String to = begun(100);
        sender.patch(to, 0, bytes(40));
        assertThat(sender.head(to).header("Upload-Expires")).endsWith("GMT");

        upkeep.drop(Instant.now());
        String before = sender.head(to).header("Upload-Offset");
        upkeep.drop(Instant.now().plus(Uploads.LIFE));

        assertThat(before).isEqualTo("40");
        assertThat(entrance()).isEmpty();
        assertThat(sender.head(to).status()).isEqualTo(410);
    }

    @Test
    void whatArrivedBeforeTheConnectionBrokeIsKeptAndGoneOnWith() throws IOException {
        byte[] file = bytes(3_000_000);
        String to = begun(file.length);

        Socket half = TusSender.half(port, token, to, 0, file.length, Arrays.copyOf(file, 2_000_000));
        half.close();
        int offset = 2_000_000;
        // Asked before the server has read it to its end, it stands at nothing yet, or is busy.
        await(() -> sender.head(to).header("Upload-Offset").equals("" + offset));
        sender.patch(to, offset, Arrays.copyOfRange(file, offset, file.length));

        assertThat(onlyExhibit().content().orElseThrow().digest()).isEqualTo(Digest.of(file));
    }

    @Test
    void oneRequestAtATimeGoesOnWithAnUpload() throws IOException {
        String to = begun(1000);
        try (Socket half = TusSender.half(port, token, to, 0, 1000, bytes(10))) {
            await(() -> sender.head(to).status() == 423);

            Browser.Answer second = sender.patch(to, 0, bytes(20));

            assertThat(second.status()).isEqualTo(423);
            assertThat(second.body()).contains("\"code\":\"upload-busy\"");
            assertThat(sender.end(to).status()).isEqualTo(423);
            assertThat(half.isClosed()).isFalse();
        }
        await(() -> sender.head(to).status() == 200);
    }

    @Test
    void whatArrivedWholeBeforeAKillIsReceivedWhenItIsAskedFor() {
        byte[] file = bytes(80);
        String to = begun(file.length);
        sender.patch(to, 0, Arrays.copyOf(file, 30));
        UUID id = UUID.fromString(to.replaceAll(".*/", ""));
        Acting.as(acting(mara), () -> {
            UUID arriving = Objects.requireNonNull(
                            new TransactionTemplate(transactions).execute(status -> table.own(harbour, id, mara.id())))
                    .orElseThrow()
                    .arriving();
            try (Arriving rest = vault.resume(harbour, arriving).orElseThrow()) {
                return rest.append(new ByteArrayInputStream(file, 30, 50), 50);
            }
        });

        Browser.Answer stands = sender.head(to);
        Browser.Answer again = sender.head(to);

        assertThat(stands.status()).isEqualTo(200);
        assertThat(stands.header("Upload-Offset")).isEqualTo("80");
        assertThat(again.header("Upload-Offset")).isEqualTo("80");
        assertThat(onlyExhibit().content().orElseThrow().digest()).isEqualTo(Digest.of(file));
    }
}
