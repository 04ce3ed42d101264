package org.plumbline.bench;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.bench.ingest.IngestBench;
import org.plumbline.bench.log.LogBench;
import org.plumbline.bench.search.SearchBench;
import org.plumbline.bench.web.WebBench;

/** {@code ./plumbline bench NAME [--quick]}: measures, and writes {@code bench-NAME.json} into the current folder. */
public final class Bench {
    private static final String QUICK = "--quick";

    private final List<Benchmark> known;
    private final Path folder;
    private final Clock clock;
    private final PrintStream out;
    private final PrintStream err;

    Bench(List<Benchmark> known, Path folder, Clock clock, PrintStream out, PrintStream err) {
        this.known = known;
        this.folder = folder;
        this.clock = clock;
        this.out = out;
        this.err = err;
    }

    /** Runs the benchmark that the arguments name, and ends with its exit code. */
    public static void main(String[] arguments) {
        var bench = new Bench(
                List.of(new WebBench(), new LogBench(), new IngestBench(), new SearchBench()),
                Path.of(""),
                Clock.systemUTC(),
                System.out,
                System.err);
        System.exit(bench.run(arguments));
    }

    /** 0 measured, 1 could not be measured, 2 wrong usage. */
    int run(String... arguments) {
        List<String> words =
                Arrays.stream(arguments).filter(word -> !word.equals(QUICK)).toList();
        Optional<Benchmark> asked = known.stream()
                .filter(b -> words.size() == 1 && b.name().equals(words.getFirst()))
                .findFirst();
        if (asked.isEmpty()) {
            err.println("bench takes the name of one benchmark and " + QUICK + ", not \"" + String.join(" ", words)
                    + "\". Known: "
                    + String.join(", ", known.stream().map(Benchmark::name).toList()));
            return 2;
        }
        return measure(asked.get(), words.size() < arguments.length);
    }

    private int measure(Benchmark benchmark, boolean quick) {
        try {
            List<Row> rows = benchmark.measure(quick, out::println);
            var result =
                    new Result(benchmark.name(), Commit.current(project()), Machine.describe(), clock.instant(), rows);
            rows.forEach(row -> out.println(String.format(
                    Locale.ROOT,
                    "%-16s %10.4g %-8s peer %10.4g  ratio %.3g",
                    row.id(),
                    row.plumbline(),
                    row.unit(),
                    row.peerValue(),
                    row.ratio())));
            out.println("Written: " + result.write(folder).toAbsolutePath());
            return 0;
        } catch (RuntimeException e) {
            err.println("bench " + benchmark.name() + " could not be measured: " + e.getMessage());
            return 1;
        }
    }

    private static Path project() {
        return Path.of(System.getProperty("plumbline.home", "."));
    }
}
