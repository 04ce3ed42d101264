package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.tree.Hash;
import org.plumbline.engine.log.tree.Tree;

class PaperCheckpointTest {
    @Test
    void whatIsPrintedIsReadAgainHoweverItIsSpaced() throws Exception {
        byte[] root = new byte[Hash.BYTES];
        for (int i = 0; i < root.length; i++) {
            root[i] = (byte) (7 * i + 3);
        }
        Checkpoint checkpoint = Checkpoint.of("harbour.example/trail", new Tree(92, Hash.of(root)));
        String printed = PaperCheckpoint.of(
                        checkpoint, "harbour.example/trail+1a2b3c4d+AQID", Instant.parse("2031-03-14T23:59:59Z"))
                .text();

        String typed = "\r\n"
                + printed.replace("\n", "\r\n")
                        .replace("root ", "Root   ")
                        .toUpperCase(Locale.ROOT)
                        .replace("HARBOUR.EXAMPLE/TRAIL", "harbour.example/trail");

        assertThat(PaperCheckpoint.typed(printed).orElseThrow().checkpoint()).isEqualTo(checkpoint);
        assertThat(PaperCheckpoint.typed(typed).orElseThrow().checkpoint()).isEqualTo(checkpoint);
        assertThat(printed.lines()).hasSize(8).allMatch(line -> line.length() < 40);
        assertThat(printed).endsWith("\nkey  1a2b3c4d\ndate 2031-03-14\n");
    }

    @Test
    void aMissingDigitIsNoCheckpoint() {
        assertThat(PaperCheckpoint.typed("log harbour.example/trail\nsize 92\nroot " + "ab".repeat(31) + "a\n"))
                .isEmpty();
    }
}
