package org.plumbline.acceptance.uploads;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends file after file in pieces and goes on wherever the server says it stands, however often it dies; for several
 * threads.
 */
final class Sender {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long PAUSE_NANOS = 50_000_000;

    private final Tus tus;
    private final String caseId;
    private final long seed;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger resumed = new AtomicInteger();
    private final AtomicInteger cutOff = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final Map<Integer, String> addresses = new ConcurrentSkipListMap<>();
    private final Map<Integer, String> exhibits = new ConcurrentSkipListMap<>();
    private volatile boolean enough;

    Sender(Tus tus, String caseId, long seed) {
        this.tus = tus;
        this.caseId = caseId;
        this.seed = seed;
    }

    /** Sends until it is enough; a file that was begun is sent whole. */
    void send() {
        while (!enough) {
            SentFile file = SentFile.of(seed, next.getAndIncrement());
            exhibits.put(file.number(), whole(file));
        }
    }

    void enough() {
        enough = true;
    }

    /** The exhibit that each file became, by its number. */
    Map<Integer, String> exhibits() {
        return exhibits;
    }

    /** How many pieces got no answer. */
    int cutOff() {
        return cutOff.get();
    }

    /** How often a broken piece was gone on with behind its beginning. */
    int resumed() {
        return resumed.get();
    }

    /** Uploads that a kill between the vault and the record took. */
    int lost() {
        return lost.get();
    }

    private String whole(SentFile file) {
        byte[] bytes = file.bytes();
        var random = new Random(seed + file.number());
        String at = begin(file, 0);
        int again = 0;
        OptionalInt offset = OptionalInt.of(0);
        while (offset.isEmpty() || offset.getAsInt() < bytes.length) {
            if (offset.isEmpty()) {
                HttpResponse<String> stands = acknowledged(() -> tus.stands(at(file)), 200, 410);
                if (stands.statusCode() == 410) {
                    lost.incrementAndGet();
                    at = begin(file, ++again);
                }
                offset = stands.statusCode() == 410 ? OptionalInt.of(0) : offset(stands);
                resumed.addAndGet(offset.getAsInt() > 0 ? 1 : 0);
            } else {
                offset = piece(at, bytes, offset.getAsInt(), random);
            }
        }
        String read = acknowledged(() -> tus.read(at(file)), 200).body();
        return JsonMapper.shared().readTree(read).required("exhibit").asString();
    }

    private String at(SentFile file) {
        return addresses.getOrDefault(file.number(), "");
    }

    private String begin(SentFile file, int again) {
        String key = "upload " + seed + " " + file.number() + " " + again;
        HttpResponse<String> begun = acknowledged(() -> tus.begin(file, caseId, key), 201);
        String at = begun.headers().firstValue("Location").orElseThrow();
        addresses.put(file.number(), at);
        return at;
    }

    /** All that is left, or less with a checksum; where it stands then, unless it broke off. */
    private OptionalInt piece(String at, byte[] bytes, int from, Random random) {
        boolean checked = random.nextInt(4) == 0;
        int to = checked ? Math.min(bytes.length, from + 1 + random.nextInt(2_000_000)) : bytes.length;
        try {
            HttpResponse<String> sent = tus.piece(at, bytes, from, to, checked);
            return sent.statusCode() == 204 ? offset(sent) : OptionalInt.empty();
        } catch (IOException cut) {
            cutOff.incrementAndGet();
            return OptionalInt.empty();
        }
    }

    private static OptionalInt offset(HttpResponse<String> answer) {
        return OptionalInt.of(
                Integer.parseInt(answer.headers().firstValue("Upload-Offset").orElseThrow()));
    }

    /** A request, the same each time. */
    @FunctionalInterface
    private interface Request {
        HttpResponse<String> send() throws IOException;
    }

    private static HttpResponse<String> acknowledged(Request request, Integer... wanted) {
        long start = System.nanoTime();
        while (true) {
            try {
                HttpResponse<String> answer = request.send();
                if (List.of(wanted).contains(answer.statusCode())) {
                    return answer;
                }
                if (answer.statusCode() != 423 && answer.statusCode() != 409 && answer.statusCode() < 500) {
                    throw new IllegalStateException("Answered " + answer.statusCode() + ": " + answer.body());
                }
            } catch (IOException cut) {
                // Asked again, it must be done once.
            }
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new IllegalStateException("No answer within " + PATIENCE.toMinutes() + " minutes");
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
