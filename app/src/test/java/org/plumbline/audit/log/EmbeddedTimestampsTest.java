package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Timestamps where nothing is configured: by this server itself, and marked so wherever they are shown. */
@TestPropertySource(properties = "plumbline.trail.timestamps.every=0s")
class EmbeddedTimestampsTest extends TimestampedCase {
    @Test
    void aSelfAssertedTimestampIsNobodyOutside() {
        String entry = stampedEntry();

        assertThat(entry).contains("Self-asserted", "Not yet witnessed");
        assertThat(overseer.get("/oversight")
                        .page()
                        .select("[aria-labelledby=h-standing]")
                        .text())
                .contains("Not yet witnessed", "Last timestamp", "Self-asserted")
                .doesNotContain("Outsiders");
        assertThat(standing().path("seen_outside").asLong()).isZero();
        assertThat(standing().path("timestamp_self_asserted").asBoolean()).isTrue();
        assertThat(Files.exists(data.resolve("keys").resolve("timestamps.key"))).isTrue();
    }

    @Test
    void theExportSaysThatItIsSelfAsserted() throws Exception {
        assertThat(verify(export())).startsWith("3 ").contains("entries stood at", "self-asserted");
    }
}
