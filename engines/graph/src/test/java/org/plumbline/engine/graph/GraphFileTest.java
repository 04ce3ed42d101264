package org.plumbline.engine.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A graph that was written and read again answers as before; anything else is refused. */
class GraphFileTest {
    private final Random random = new Random(20_310_013);

    @TempDir
    Path folder;

    @Test
    void whatWasReadAnswersAsWhatWasWritten() throws IOException {
        for (int number = 0; number < 20; number++) {
            var world = RandomWorld.made(random);
            var question = RandomWorld.question(random);
            Path file = folder.resolve("links-" + number);

            GraphFile.write(world.inSteps(random), 4711, file);
            var kept = GraphFile.read(file);

            assertThat(kept.position()).isEqualTo(4711);
            for (Entity each : world.entities()) {
                assertThat(kept.graph().expand(each.id(), 3, question))
                        .isEqualTo(world.whole().expand(each.id(), 3, question));
            }
            assertThat(kept.graph().parts(question)).isEqualTo(world.whole().parts(question));
        }
    }

    @Test
    void oneByteChangedAnywhereIsRefused() throws IOException {
        byte[] whole = written();
        Path file = folder.resolve("changed");
        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);

            assertThatThrownBy(() -> GraphFile.read(file))
                    .as("byte " + at)
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith("build the graph from the records");
        }
    }

    @Test
    void aFileCutOffOrContinuedIsRefused() throws IOException {
        byte[] whole = written();
        Path file = folder.resolve("cut");
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> GraphFile.read(file))
                    .as("length " + length)
                    .isInstanceOf(IOException.class)
                    .hasMessageEndingWith("build the graph from the records");
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThatThrownBy(() -> GraphFile.read(file)).hasMessageContaining("damaged");
    }

    private byte[] written() throws IOException {
        Path file = folder.resolve("whole");
        GraphFile.write(RandomWorld.made(random).whole(), 1, file);
        return Files.readAllBytes(file);
    }
}
