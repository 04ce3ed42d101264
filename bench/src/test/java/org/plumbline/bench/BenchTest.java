package org.plumbline.bench;

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
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class BenchTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2031-03-04T10:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void resultHasEveryFieldOfTheContract() throws Exception {
        int exit = bench(Tides.STEADY).run("tides", "--quick");

        assertThat(exit).isZero();
        JsonNode result = JsonMapper.shared().readTree(Files.readString(folder.resolve("bench-tides.json")));
        assertThat(result.propertyNames()).containsExactly("bench", "commit", "machine", "when", "rows");
        assertThat(result.get("when").stringValue()).isEqualTo("2031-03-04T10:00:00Z");
        JsonNode row = result.get("rows").get(0);
        assertThat(row.propertyNames())
                .containsExactly(
                        "id",
                        "measure",
                        "unit",
                        "plumbline",
                        "peer",
                        "peer_config",
                        "peer_value",
                        "limit",
                        "ratio",
                        "spread",
                        "goal",
                        "met",
                        "note");
        assertThat(row.get("plumbline").doubleValue()).isEqualTo(4.0);
        assertThat(row.get("peer_value").doubleValue()).isEqualTo(2.0);
        assertThat(row.get("ratio").doubleValue()).isEqualTo(2.0);
        assertThat(row.get("spread").get("plumbline").get("high").doubleValue()).isEqualTo(9.0);
        assertThat(row.get("limit").isNull()).isTrue();
    }

    @Test
    void unknownBenchmarkIsWrongUsageAndNamesTheKnownOnes() {
        int exit = bench(Tides.STEADY).run("tdies");

        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("\"tdies\"").contains("Known: tides");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatCouldNotBeMeasuredLeavesNoResult() {
        int exit = bench(Tides.STORM).run("tides");

        assertThat(exit).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the gauge was swept away");
        assertThat(folder).isEmptyDirectory();
    }

    private Bench bench(Benchmark known) {
        return new Bench(
                List.of(known),
                folder,
                CLOCK,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private record Tides(boolean storm) implements Benchmark {
        static final Tides STEADY = new Tides(false);
        static final Tides STORM = new Tides(true);

        @Override
        public String name() {
            return "tides";
        }

        @Override
        public List<Row> measure(boolean quick, Consumer<String> progress) {
            if (storm) {
                throw new IllegalStateException("the gauge was swept away");
            }
            var rounds = new Rounds(List.of(3.0, 9.0, 4.0), List.of(2.0, 1.0, 5.0));
            return List.of(Row.of(
                    new Row.Measure("tides.high", "height of the tide", "m"),
                    new Row.Peer("the almanac", "edition 2031"),
                    rounds,
                    quick ? "quick" : ""));
        }
    }
}
