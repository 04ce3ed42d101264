package org.plumbline.bench.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.plumbline.bench.Rounds;
import org.plumbline.bench.Row;
import org.plumbline.bench.web.Served;
import org.plumbline.bench.web.Wire;
import org.plumbline.search.index.Indexed;
import tools.jackson.databind.json.JsonMapper;

/**
 * The application's search over HTTP, with its decision and its durable entry on the trail, beside OpenSearch over
 * HTTP, each in a process of its own.
 */
final class SearchOverHttp {
    private static final String ALONE = "/api/v1/bench/documents/alone";
    private static final int CONNECTIONS = 4;
    private static final int WARM_UP = 16;
    private static final int BATCH = 2_000;
    private static final double P50_GOAL = 1;
    private static final double P99_GOAL = 0.5;
    private static final long LOOK_NANOS = 200_000_000;
    private static final int LOOKS = 600;

    private final int count;
    private final int rounds;
    private final Consumer<String> progress;

    SearchOverHttp(int count, int rounds, Consumer<String> progress) {
        this.count = count;
        this.rounds = rounds;
        this.progress = progress;
    }

    /** @param folder for the peer; not emptied here */
    List<Row> measure(Path folder) {
        List<String> questions = Questions.literal();
        try (var server = new Served(List.of());
                var peer = new OpenSearchPeer(folder)) {
            String token = server.awaitToken();
            fill(server.port(), token, peer);
            List<byte[]> ours = requests(questions, token);
            List<byte[]> theirs = questions.stream()
                    .map(question -> OpenSearchPeer.request(OpenSearchPeer.asked(question, List.of(1))))
                    .toList();
            compare(questions, answers(server.port(), ours), answers(peer.port(), theirs));
            progress.accept(questions.size() + " totals compared over HTTP: the same");
            for (int warm = 0; warm < WARM_UP; warm++) {
                times(server.port(), ours);
                times(peer.port(), theirs);
            }
            var own = new ArrayList<long[]>();
            var other = new ArrayList<long[]>();
            for (int round = 0; round < rounds; round++) {
                if (round % 2 == 0) {
                    own.add(times(server.port(), ours));
                    other.add(times(peer.port(), theirs));
                } else {
                    other.add(times(peer.port(), theirs));
                    own.add(times(server.port(), ours));
                }
            }
            long[] forms = times(server.port(), requests(Questions.all(), token));
            String config = peer.config() + "; " + CONNECTIONS + " connections, each asking again once answered; "
                    + count + " documents from seed " + Corpus.SEED
                    + "; warm-up " + WARM_UP + " rounds of each; " + rounds + " rounds of " + questions.size()
                    + " questions; ours "
                    + server.settings();
            String note = String.format(
                    Locale.ROOT,
                    "both give 20 hits with passages, exact totals and five counts under a filter of labels that lets a third"
                            + " through; ours also decides who may, writes the search and what it showed durably on the"
                            + " trail before it answers, and gives a cursor; asked unquoted, in every form of a word, ours"
                            + " takes %.3g ms (p50) and %.3g ms (p99)",
                    at(forms, 0.5),
                    at(forms, 0.99));
            return List.of(
                    row("search.http.p50", 0.5, config, own, other, note).atMost(P50_GOAL),
                    row("search.http.p99", 0.99, config, own, other, note).atMost(P99_GOAL));
        }
    }

    private static Row row(String id, double share, String config, List<long[]> own, List<long[]> other, String note) {
        return Row.of(
                new Row.Measure(id, "a search over HTTP, " + (share == 0.5 ? "median" : "99th percentile"), "ms"),
                new Row.Peer("OpenSearch over HTTP", config),
                new Rounds(
                        own.stream().map(times -> at(times, share)).toList(),
                        other.stream().map(times -> at(times, share)).toList()),
                note);
    }

    private void fill(int port, String token, OpenSearchPeer peer) {
        awaitIndex(port, token);
        for (int from = 0; from < count; from += BATCH) {
            int some = Math.min(BATCH, count - from);
            get(port, "/api/v1/bench/documents?from=" + from + "&count=" + some, token);
            List<Indexed> documents = IntStream.range(from, from + some)
                    .mapToObj(Corpus.generated()::document)
                    .toList();
            peer.put(documents.stream().map(OpenSearchPeer::labelled).toList());
        }
        get(port, ALONE, token); // the demonstration may have gone on meanwhile
        peer.settled();
        progress.accept(count + " documents are in both servers");
    }

    private static void awaitIndex(int port, String token) {
        for (int look = 0; look < LOOKS; look++) {
            if (status(port, get(ALONE, token)).status() == 200) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("The index of the server did not come up");
    }

    private static void compare(List<String> questions, List<Long> ours, List<Long> theirs) {
        for (int i = 0; i < questions.size(); i++) {
            if (!ours.get(i).equals(theirs.get(i))) {
                throw new IllegalStateException(questions.get(i) + " finds " + ours.get(i) + " over HTTP and "
                        + theirs.get(i) + " in OpenSearch");
            }
        }
        if (ours.stream().mapToLong(Long::longValue).sum() == 0) {
            throw new IllegalStateException("No question found anything");
        }
    }

    private static List<Long> answers(int port, List<byte[]> requests) {
        var totals = new ArrayList<Long>();
        for (byte[] request : requests) {
            var json = JsonMapper.shared()
                    .readTree(StandardCharsets.UTF_8
                            .decode(status(port, request).body())
                            .toString());
            totals.add(
                    json.has("hits")
                            ? json.get("hits").get("total").get("value").longValue()
                            : json.get("total").longValue());
        }
        return totals;
    }

    private static List<byte[]> requests(List<String> questions, String token) {
        return questions.stream()
                .map(question -> get("/api/v1/search?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8), token))
                .toList();
    }

    private static byte[] get(String path, String token) {
        return ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\nAuthorization: Bearer "
                        + token + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static void get(int port, String path, String token) {
        int status = status(port, get(path, token)).status();
        if (status != 200) {
            throw new IllegalStateException(path + " answers " + status);
        }
    }

    private static Wire.Answer status(int port, byte[] request) {
        try (var wire = new Wire(port)) {
            return wire.ask(request);
        } catch (IOException e) {
            throw new UncheckedIOException("The server on port " + port, e);
        }
    }

    /** Nanoseconds of each question, sorted. */
    private static long[] times(int port, List<byte[]> requests) {
        var nanos = new long[requests.size()];
        var next = new AtomicInteger();
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CONNECTIONS; i++) {
                running.add(threads.submit(() -> {
                    ask(port, requests, next, nanos);
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("Under load: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CompletionException(e);
        }
        Arrays.sort(nanos);
        return nanos;
    }

    private static void ask(int port, List<byte[]> requests, AtomicInteger next, long[] nanos) throws IOException {
        try (var wire = new Wire(port)) {
            for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
                long began = System.nanoTime();
                int status = wire.ask(requests.get(i)).status();
                nanos[i] = System.nanoTime() - began;
                if (status != 200) {
                    throw new IllegalStateException("Answered " + status + " under load");
                }
            }
        }
    }

    /** Milliseconds that this share of the sorted times does not exceed. */
    private static double at(long[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / 1e6;
    }
}
