package org.plumbline.acceptance.faults;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.People;

/**
 * People at work on one case, who write and read on while things break. Each answer has to be a good one or say what is
 * the matter: 503, a known code, when to try again, and the number of the request.
 */
final class Work implements AutoCloseable {
    private static final long BREATH_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final Api api;
    private final Set<String> known;
    private final String path;
    private final People people = new People();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> refused = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();

    /** @param known codes with which a request may be refused */
    Work(Api api, Set<String> known) throws IOException {
        this.api = api;
        this.known = Set.copyOf(known);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.path = "/cases/"
                + api.send(
                                "POST",
                                "/cases",
                                Map.of(
                                        "title", "Weather at the quay",
                                        "type", "inquiry",
                                        "legal_basis", "Inspection Act, section 12",
                                        "reference", "IO-2031/faults",
                                        "purpose", "Keeping what was confirmed",
                                        "valid_from", today.minusDays(30).toString(),
                                        "valid_until", today.plusDays(60).toString()))
                        .expect(201)
                        .text("id");
    }

    /** Lets this many work until this is closed. */
    void begin(int many) {
        people.begin(many, this::turn);
    }

    /** The case they work on, as a path of the API. */
    String path() {
        return path;
    }

    int done() {
        return acknowledged.size();
    }

    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    Map<String, Integer> refused() {
        return new TreeMap<>(refused);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** One write, for a look at how it is answered. */
    Api.Answer write() throws IOException {
        Api.Answer answer = api.send("POST", path + "/journal", Map.of("heading", "A look", "body", "One order."));
        taken(answer);
        return answer;
    }

    /** One reading. */
    Api.Answer read() throws IOException {
        return api.get("/cases?limit=5");
    }

    /** The journal entries that are there now. */
    Set<String> there() throws IOException {
        Set<String> there = new java.util.TreeSet<>();
        api.all(path + "/journal", "before")
                .forEach(entry -> there.add(entry.required("id").asString()));
        return there;
    }

    @Override
    public void close() {
        people.close();
    }

    private boolean turn(String name, int number) {
        try {
            taken(api.send("POST", path + "/journal", Map.of("heading", name + " " + number, "body", "One order.")));
            checked(read(), 200);
        } catch (IOException e) {
            wrong.add("a request was not answered: " + e);
        }
        LockSupport.parkNanos(BREATH_NANOS);
        return true;
    }

    private void taken(Api.Answer answer) {
        if (checked(answer, 201)) {
            acknowledged.add(answer.text("id"));
        }
    }

    private boolean checked(Api.Answer answer, int good) {
        if (answer.status() == good) {
            return true;
        }
        String code = answer.body().path("code").asString("none");
        refused.merge(code, 1, Integer::sum);
        if (answer.status() != 503
                || !known.contains(code)
                || answer.retryAfter().isEmpty()
                || answer.body().path("trace_id").asString("").length() != 32) {
            wrong.add(
                    "answered " + answer.status() + ", Retry-After \"" + answer.retryAfter() + "\": " + answer.body());
        }
        return false;
    }
}
