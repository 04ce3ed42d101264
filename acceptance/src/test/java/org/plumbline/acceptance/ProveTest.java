package org.plumbline.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProveTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2031-03-04T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void passedCampaignWritesItsCountsAndExitsZero() throws Exception {
        int exit = prove(new Flood(List.of())).run("flood", "--size", "full", "--seed=7");

        assertThat(exit).isZero();
        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("prove-flood.json")));
        assertThat(result.propertyNames())
                .containsExactly("prove", "commit", "machine", "when", "size", "seed", "counts", "failures");
        assertThat(result.get("size").stringValue()).isEqualTo("full");
        assertThat(result.get("seed").intValue()).isEqualTo(7);
        assertThat(result.get("counts").get("gates").intValue()).isEqualTo(3);
        assertThat(result.get("failures")).isEmpty();
    }

    @Test
    void failureIsWrittenSaidAndExitOne() throws Exception {
        int exit = prove(new Flood(List.of("gate 2 let water in"))).run();

        assertThat(exit).isEqualTo(1);
        assertThat(Files.readString(folder.resolve("prove-flood.json"))).contains("gate 2 let water in");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("gate 2 let water in");
    }

    @ParameterizedTest
    @ValueSource(strings = {"flod", "flood drought", "flood --size huge", "flood --seed", "flood --sped 3"})
    void wrongUsageIsExitTwoAndNamesWhatIsKnown(String words) {
        int exit = prove(new Flood(List.of())).run(words.split(" "));

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).startsWith("prove: ").contains("Known: flood");
        assertThat(folder).isEmptyDirectory();
    }

    private Prove prove(Campaign campaign) {
        return new Prove(
                List.of(campaign),
                folder,
                folder.resolve("kept"),
                CLOCK,
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private record Flood(List<String> found) implements Campaign {
        @Override
        public String name() {
            return "flood";
        }

        @Override
        public Outcome run(Size size, long seed, Path folder, Consumer<String> progress) {
            return new Outcome(Map.of("gates", 3), found);
        }
    }
}
