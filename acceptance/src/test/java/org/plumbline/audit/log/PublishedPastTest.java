package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.log.note.Checkpoint;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;

class PublishedPastTest {
    private static final String ORIGIN = "harbour.example/trail";

    private final SignerKey key = key();
    private final List<Note> published =
            List.of(checkpoint(key, "opened"), checkpoint(key, "opened", "signed off", "closed"));

    @Test
    void entriesThatEveryCheckpointStatesAreThePast() {
        assertThat(wrong(published, "opened", "signed off", "closed", "reopened"))
                .isEmpty();
    }

    @Test
    void checkpointFromADifferentPastIsNamed() {
        var other = List.of(published.getFirst(), checkpoint(key, "opened", "never said", "closed"));

        assertThat(wrong(other, "opened", "signed off", "closed"))
                .containsExactly("Another root than now was handed out for size 3");
    }

    @Test
    void droppedEntryIsNamed() {
        assertThat(wrong(published, "opened", "closed", "reopened"))
                .containsExactly("Another root than now was handed out for size 3");
        assertThat(wrong(published, "opened", "signed off"))
                .containsExactly("A checkpoint of size 3 was handed out, there are only 2 entries");
    }

    @Test
    void checkpointThatTheLogDidNotSignIsNamed() {
        assertThat(wrong(List.of(checkpoint(key(), "opened")), "opened"))
                .singleElement()
                .asString()
                .startsWith("A checkpoint that was handed out is not signed by the log");
    }

    private List<String> wrong(List<Note> checkpoints, String... entries) {
        var past = new PublishedPast(checkpoints, key.verifier());
        for (String entry : entries) {
            past.add(entry.getBytes(StandardCharsets.UTF_8));
        }
        return past.wrong();
    }

    private static Note checkpoint(SignerKey key, String... entries) {
        var tree = new RunningTree();
        for (String entry : entries) {
            tree.add(entry.getBytes(StandardCharsets.UTF_8));
        }
        try {
            String text = Checkpoint.of(ORIGIN, tree.tree()).text();
            return new Note(text, List.of(key.sign(text, Instant.EPOCH)));
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }

    private static SignerKey key() {
        try {
            return SignerKey.generate(ORIGIN, KeyType.ED25519, new SecureRandom());
        } catch (Refused e) {
            throw new AssertionError(e);
        }
    }
}
