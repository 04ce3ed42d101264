package org.plumbline.search.index;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.plumbline.kernel.LabelId;

/**
 * Prints how much processor time it takes to put documents in and to search them. Run by hand: {@code SearchFigures
 * [documents]}; the command and its figures are in docs/design/search.md.
 */
final class SearchFigures {
    private static final int VOCABULARY = 60_000;

    private SearchFigures() {}

    public static void main(String[] arguments) throws Exception {
        int documents = arguments.length == 0 ? 20_000 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("plumbline-search");
        var random = new Random(20_310_007);
        try (SearchIndex index = Harbour.open(folder)) {
            long began = cpu();
            long characters = 0;
            for (int i = 0; i < documents; i++) {
                Indexed document = document(random, i);
                characters += document.body().text().length();
                index.put(document);
            }
            index.commit("1");
            index.refresh();
            double seconds = (cpu() - began) / 1e9;
            System.out.printf(
                    "put %,d documents, %,d million characters: %.1f s, %,.0f documents/s, %.1f MB of text/s%n",
                    documents, characters / 1_000_000, seconds, documents / seconds, characters / 1e6 / seconds);
            measure(index);
        }
        size(folder);
        long began = cpu();
        Harbour.open(folder).close();
        System.out.printf("open with every checksum read: %,d ms%n", (cpu() - began) / 1_000_000);
        Folder.remove(folder);
    }

    /** Processor time of this thread: a busy machine doesn't change it. Merges run in threads of their own. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void size(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            long bytes = files.mapToLong(
                            file -> file.toFile().isFile() ? file.toFile().length() : 0)
                    .sum();
            System.out.printf("on disk: %,d MB%n", bytes / 1_000_000);
        }
    }

    private static void measure(SearchIndex index) {
        Reach reach = Reach.of(VisibleLabels.of(List.of(new LabelId(1), new LabelId(2), new LabelId(3))));
        for (String query : List.of(
                "",
                "w12",
                "w12 w700",
                "w40 OR w41 OR w42",
                "\"w3 w5\"",
                "\"w3 w5\"~5",
                "w12*",
                "*123*",
                "w5432~1",
                "w12 -w13 date:2018")) {
            SearchRequest request = SearchRequest.of(query, reach);
            var first = (Answer.Found) index.search(request);
            print(index, "with facets", request, first.total());
            print(index, "without", request.counting(SearchRequest.Counts.NONE), first.total());
        }
        long[] took = new long[200];
        for (int i = 0; i < took.length; i++) {
            long began = cpu();
            index.suggest(reach, "w" + i % 90, 10);
            took[i] = cpu() - began;
        }
        Arrays.sort(took);
        System.out.printf("suggest                 p50 %,7d us%n", took[took.length / 2] / 1_000);
    }

    private static void print(SearchIndex index, String what, SearchRequest request, long total) {
        long[] took = new long[60];
        for (int i = -20; i < took.length; i++) {
            long began = cpu();
            index.search(request);
            if (i >= 0) {
                took[i] = cpu() - began;
            }
        }
        Arrays.sort(took);
        System.out.printf(
                "%-24s %-12s %,8d found  p50 %,7d us  p95 %,7d us%n",
                request.query(), what, total, took[took.length / 2] / 1_000, took[took.length * 95 / 100] / 1_000);
    }

    /** Words by Zipf's law, 40 to 1,400 of them, on labels 1 to 9. */
    private static Indexed document(Random random, int number) {
        var text = new StringBuilder();
        for (int i = random.nextInt(40, 1_400); i > 0; i--) {
            text.append('w')
                    .append((int) Math.pow(VOCABULARY, random.nextDouble()))
                    .append(i % 12 == 0 ? "\n" : " ");
        }
        Attributes attributes = Harbour.on("201%d-%02d-15".formatted(random.nextInt(10), random.nextInt(1, 13)))
                .typed("application/pdf", List.of("pdf", "mail", "spreadsheet").get(random.nextInt(3)))
                .in(List.of("en", "de", "fr").get(random.nextInt(3)))
                .outOf("E" + random.nextInt(400))
                .named("box/" + number + ".pdf");
        return Harbour.document(
                number,
                new LabelId(random.nextInt(1, 10)),
                "w" + random.nextInt(VOCABULARY) + " " + number,
                Body.of(text.toString()),
                attributes);
    }
}
