package org.plumbline.engine.evidence.completeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.refusal.Refused;

class LedgerCheckTest {
    private static final LedgerLine MAIL = line("E0001", Optional.empty(), 300, "indexed");
    private static final LedgerLine ANNEX = line("E0001-1", Optional.of("E0001"), 40, "failed");
    private static final LedgerLine NOTE = line("E0002", Optional.empty(), 7, "duplicate");

    @Test
    void aLedgerThatAddsUpHolds() throws Exception {
        LedgerCheck.check(ledger(MAIL, ANNEX, NOTE), stated(2, 307, 1));
    }

    @Test
    void aLineLeftOutIsNamedByTheSumThatDiffers() {
        assertRefused("files received: 1 in the ledger, 2 stated", ledger(MAIL, ANNEX));
        assertRefused("files found inside: 0 in the ledger, 1 stated", ledger(MAIL, NOTE));
    }

    @Test
    void aLineUnderWhatIsNotThereIsNamed() {
        assertRefused("line 1: E0001-1 was found in a file that no line before it names", ledger(ANNEX, MAIL, NOTE));
    }

    @Test
    void aLineTwiceIsNamed() {
        assertRefused("line 3: E0001-1 is listed twice", ledger(MAIL, ANNEX, ANNEX, NOTE));
    }

    @Test
    void aFileWithoutAFinalStateIsNamed() {
        assertRefused(
                "line 2: E0001-1 has no final state, but \"waiting\"",
                ledger(MAIL, line("E0001-1", Optional.of("E0001"), 40, "waiting"), NOTE));
    }

    @Test
    void aStateChangedIsNamed() {
        assertRefused(
                "files failed: 0 in the ledger, 1 stated",
                ledger(MAIL, line("E0001-1", Optional.of("E0001"), 40, "indexed"), NOTE));
    }

    @Test
    void aLineInAnotherFormIsNamed() {
        byte[] spaced = "{ \"reference\": \"E0001\"}\n".getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> LedgerCheck.check(new ByteArrayInputStream(spaced), stated(2, 307, 1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void aLedgerCutOffIsNamed() throws Exception {
        byte[] whole = ledger(MAIL, ANNEX, NOTE).readAllBytes();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

        assertThatThrownBy(() -> LedgerCheck.check(new ByteArrayInputStream(cut), stated(2, 307, 1)))
                .hasMessageContaining("the last line of the ledger is cut off");
    }

    @Test
    void whatIsStatedIsReadBackInItsOneForm() throws Exception {
        Completeness stated = stated(2, 307, 1);

        assertThat(Completeness.read(stated.canonical())).isEqualTo(stated);
        assertThatThrownBy(() -> Completeness.read(new String(stated.canonical(), StandardCharsets.UTF_8)
                        .replace("\"inside\":1", "\"inside\":1,\"more\":\"x\"")
                        .getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    private static void assertRefused(String message, ByteArrayInputStream ledger) {
        assertThatThrownBy(() -> LedgerCheck.check(ledger, stated(2, 307, 1)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining(message);
    }

    private static LedgerLine line(String reference, Optional<String> parent, long bytes, String state) {
        return new LedgerLine(
                reference,
                parent,
                "box/" + reference,
                bytes,
                Optional.of("ab".repeat(32)),
                state,
                List.of(),
                "Readers 1");
    }

    private static ByteArrayInputStream ledger(LedgerLine... lines) {
        var bytes = new ByteArrayOutputStream();
        try {
            for (LedgerLine line : lines) {
                bytes.write(line.canonical());
                bytes.write('\n');
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static Completeness stated(long received, long bytes, long inside) {
        Instant at = Instant.parse("2031-05-02T09:00:00Z");
        return new Completeness(
                "s",
                "o",
                "Harbour Inspectorate",
                "c",
                "2031-0007",
                "b",
                "Harbour mail",
                at,
                at,
                Optional.of(2L),
                received,
                bytes,
                inside,
                Map.of("indexed", 1L, "failed", 1L, "duplicate", 1L),
                "none",
                "cd".repeat(32),
                "m",
                "Mara Quill",
                at);
    }
}
