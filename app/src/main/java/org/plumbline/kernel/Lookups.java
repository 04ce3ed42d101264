package org.plumbline.kernel;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What one reading request has looked up for its decisions, so that a page which decides ten times asks once. Bound by
 * the filter that binds who acts; confined to the request's thread. A transaction that may write ends it for the rest
 * of the request, and nothing in it is older than a second, however long the answer takes.
 */
public final class Lookups {
    private static final ScopedValue<Lookups> CURRENT = ScopedValue.newInstance();
    private static final Duration LONGEST = Duration.ofSeconds(1);

    private final Map<Object, Object> found = new HashMap<>();
    private final long since = System.nanoTime();
    private boolean ended;

    private Lookups() {}

    /** Runs the rest of a request that only reads, with lookups kept. */
    public static void during(Acting.Work rest) throws Exception {
        var lookups = new Lookups();
        ScopedValue.where(CURRENT, lookups).call(() -> {
            rest.run();
            return lookups;
        });
    }

    /**
     * The answer to a question, asked at most once a request.
     *
     * @param question says all the answer depends on, who asks included; a value
     * @param ask never answers null
     */
    public static <T> T once(Object question, Supplier<T> ask) {
        return Lookups.<T>find(question).orElseGet(() -> {
            T answer = ask.get();
            keep(question, answer);
            return answer;
        });
    }

    /** What was found earlier in this request. */
    @SuppressWarnings("unchecked")
    public static <T> Optional<T> find(Object question) {
        return running().flatMap(lookups -> Optional.ofNullable((T) lookups.found.get(question)));
    }

    /** Keeps an answer for the rest of the request. */
    public static void keep(Object question, Object answer) {
        running().ifPresent(lookups -> lookups.found.put(question, answer));
    }

    /** From here on this request asks anew each time. */
    public static void end() {
        if (CURRENT.isBound()) {
            CURRENT.get().ended = true;
        }
    }

    private static Optional<Lookups> running() {
        return CURRENT.isBound() && !CURRENT.get().isOver() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    private boolean isOver() {
        return ended || System.nanoTime() - since > LONGEST.toNanos();
    }
}
