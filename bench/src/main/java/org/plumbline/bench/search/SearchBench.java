package org.plumbline.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.plumbline.bench.Benchmark;
import org.plumbline.bench.Rounds;
import org.plumbline.bench.Row;
import org.plumbline.kernel.LabelId;
import org.plumbline.search.index.Answer;
import org.plumbline.search.index.EmbeddedIndex;
import org.plumbline.search.index.Indexed;
import org.plumbline.search.index.Opening;
import org.plumbline.search.index.Order;
import org.plumbline.search.index.RawLucene;
import org.plumbline.search.index.Reach;
import org.plumbline.search.index.SearchIndex;
import org.plumbline.search.index.SearchRequest;
import org.plumbline.search.index.VisibleLabels;

/**
 * {@code bench search}: putting in and finding, beside raw Lucene in the same process over the same words and fields,
 * and beside OpenSearch over HTTP.
 */
public final class SearchBench implements Benchmark {
    private static final int SHOWN = 20;

    /** Answers of at most so many are compared document by document, and larger ones by their number. */
    private static final int COMPARED = 200;

    private static final double INDEX_GOAL = 0.75;
    private static final double FIND_GOAL = 2;
    private static final VisibleLabels ALL = labels(1);
    private static final VisibleLabels SOME = labels(3);

    @Override
    public String name() {
        return "search";
    }

    @Override
    public List<Row> measure(boolean quick, Consumer<String> progress) {
        int count = quick ? 10_000 : 100_000;
        int rounds = quick ? 3 : 5;
        var corpus = new Corpus(Path.of("..", "shared", "data", "documents"));
        List<Indexed> documents = corpus.documents(count);
        long characters = documents.stream()
                .mapToLong(document -> document.body().text().length())
                .sum();
        String data = String.format(
                Locale.ROOT,
                "%d documents of %.0f million characters from seed %d, %d of them real texts",
                count,
                characters / 1e6,
                Corpus.SEED,
                Math.min(count, corpus.realTexts()));
        Path folder = folder();
        try {
            progress.accept("search.index, " + data);
            Row index = index(folder, documents.subList(0, count / 5), rounds, data);
            progress.accept("search.inproc.p50");
            Row find = find(folder, documents, rounds, data, progress);
            progress.accept("search.http.p50, search.http.p99");
            var rows = new ArrayList<>(List.of(find));
            rows.addAll(new SearchOverHttp(count, rounds, progress).measure(folder));
            rows.add(index);
            return rows;
        } finally {
            delete(folder);
        }
    }

    private static Row index(Path folder, List<Indexed> documents, int rounds, String data) {
        var number = new AtomicInteger();
        filled(folder.resolve("warm"), documents).close();
        raw(folder.resolve("warm-raw"), documents).close();
        Rounds both = Rounds.alternating(
                rounds,
                () -> rate(documents, () -> filled(folder.resolve("o" + number.incrementAndGet()), documents)),
                () -> rate(documents, () -> raw(folder.resolve("r" + number.incrementAndGet()), documents)));
        return Row.of(
                        new Row.Measure(
                                "search.index", "putting in a fifth of the documents, with a commit", "documents/s"),
                        new Row.Peer("raw Lucene", config(data, rounds, "one round of each")),
                        both,
                        "ours also keeps facets, orders, completions and pieces of the body, and looks for an earlier"
                                + " form of each document; the peer adds")
                .atLeast(INDEX_GOAL);
    }

    private static Row find(Path folder, List<Indexed> documents, int rounds, String data, Consumer<String> progress) {
        List<String> questions = Questions.all();
        try (SearchIndex ours = filled(folder.resolve("ours"), documents);
                RawLucene raw = raw(folder.resolve("raw"), documents)) {
            questions.forEach(question -> compare(ours, raw, question));
            progress.accept(questions.size() + " answers compared: the same, with all labels and with some");
            median(questions, question -> total(ours, question));
            median(questions, question -> raw.find(question, true));
            Rounds both = Rounds.alternating(
                    rounds,
                    () -> median(questions, question -> total(ours, question)),
                    () -> median(questions, question -> raw.find(question, true)));
            double bare = median(questions, question -> raw.find(question, false));
            double facets = median(
                    questions,
                    question -> found(ours.search(SearchRequest.of(question, Reach.of(SOME))))
                            .total());
            return Row.of(
                            new Row.Measure(
                                    "search.inproc.p50",
                                    questions.size() + " questions, 20 hits with passages, exact totals, a third of "
                                            + Corpus.LABELS + " labels visible",
                                    "ms"),
                            new Row.Peer(
                                    "raw Lucene",
                                    config(data, rounds, "one round of each")
                                            + "; BM25, exact totals, titles read, UnifiedHighlighter"),
                            both,
                            String.format(
                                    Locale.ROOT,
                                    "the peer knows no labels, orders by score alone and gives no cursor; without its"
                                            + " passages it takes %.3g ms; ours with five facets takes %.3g ms",
                                    bare,
                                    facets))
                    .atMost(FIND_GOAL);
        }
    }

    private static String config(String data, int rounds, String warmUp) {
        return "Lucene " + EmbeddedIndex.luceneVersion() + " in the same process, one thread, buffer 64 MB, heap "
                + (Runtime.getRuntime().maxMemory() >> 20) + " MB, the same analysis and text fields, no query cache; "
                + data + "; warm-up " + warmUp + "; " + rounds + " rounds";
    }

    private static void compare(SearchIndex ours, RawLucene raw, String question) {
        for (VisibleLabels labels : List.of(ALL, SOME)) {
            Set<UUID> theirs = raw.keys(question, labels);
            Answer.Found found = found(ours.search(request(question, labels, COMPARED)));
            Set<UUID> own = new HashSet<>();
            found.hits().forEach(hit -> own.add(hit.key()));
            boolean same = found.total() == theirs.size()
                    && (theirs.size() > COMPARED ? theirs.containsAll(own) : theirs.equals(own));
            if (!same) {
                throw new IllegalStateException("\"" + question + "\" finds " + found.total() + " and in the peer "
                        + theirs.size() + ", or others");
            }
        }
    }

    private static long total(SearchIndex index, String question) {
        return found(index.search(request(question, SOME, SHOWN))).total();
    }

    private static SearchRequest request(String question, VisibleLabels labels, int size) {
        return new SearchRequest(
                question,
                Reach.of(labels),
                Map.of(),
                Order.RELEVANCE,
                new SearchRequest.Part.From(0, size),
                SearchRequest.Counts.NONE);
    }

    private static Answer.Found found(Answer answer) {
        return switch (answer) {
            case Answer.Found found -> found;
            case Answer.Misread misread -> throw new IllegalStateException("Misread: " + misread.problem());
        };
    }

    private static double median(List<String> questions, ToLongFunction<String> ask) {
        double[] times = new double[questions.size()];
        long found = 0;
        for (int i = 0; i < times.length; i++) {
            long began = System.nanoTime();
            found += ask.applyAsLong(questions.get(i));
            times[i] = (System.nanoTime() - began) / 1e6;
        }
        if (found == 0) {
            throw new IllegalStateException("No question found anything");
        }
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private interface Filling {
        AutoCloseable fill();
    }

    private static double rate(List<Indexed> documents, Filling filling) {
        long began = System.nanoTime();
        AutoCloseable filled = filling.fill();
        double seconds = (System.nanoTime() - began) / 1e9;
        try {
            filled.close();
        } catch (Exception e) {
            throw new IllegalStateException("An index could not be closed", e);
        }
        return documents.size() / seconds;
    }

    private static SearchIndex filled(Path folder, List<Indexed> documents) {
        if (!(EmbeddedIndex.open(folder, Clock.systemUTC()) instanceof Opening.Ready ready)) {
            throw new IllegalStateException("The index can't be opened");
        }
        SearchIndex index = ready.index();
        documents.forEach(index::put);
        index.commit("1");
        index.refresh();
        return index;
    }

    private static RawLucene raw(Path folder, List<Indexed> documents) {
        var raw = new RawLucene(folder);
        raw.putAll(documents);
        return raw;
    }

    /** Each label whose number, from 1, is a multiple of the step. */
    private static VisibleLabels labels(int step) {
        return VisibleLabels.of(IntStream.rangeClosed(1, Corpus.LABELS)
                .filter(label -> label % step == 0)
                .mapToObj(LabelId::new)
                .toList());
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("plumbline-bench-search");
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the indexes", e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path :
                    new ArrayList<>(all.sorted(Comparator.reverseOrder()).toList())) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The indexes of the run could not be deleted", e);
        }
    }
}
