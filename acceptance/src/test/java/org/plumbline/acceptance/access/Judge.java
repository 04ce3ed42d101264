package org.plumbline.acceptance.access;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Sends attempts and says what an answer gave away. For several threads. */
final class Judge {
    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "set-cookie", "x-request-id", "plumbline-entry", "connection", "keep-alive");

    /** What shows the newest first: between two answers somebody else was recorded. */
    private static final Pattern MOVING =
            Pattern.compile("/oversight|/api/v1/trail|.*/trail|/|/break-glass|/account.*");

    private static final Pattern OF_THE_REQUEST = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
            + "|nonce(=\"|-)[\\w+/=-]+|name=\"_?csrf\"[^>]* (value|content)=\"[^\"]+\""
            + "|(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])|\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?|\\b\\d\\d:\\d\\d(:\\d\\d)?\\b");

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    Judge(String address) {
        this.address = address;
    }

    /** What an attempt gave away; empty as it should be. */
    List<String> judge(Attempt attempt) throws IOException {
        var found = new ArrayList<String>();
        HttpResponse<String> answer = send(attempt, attempt.path(), attempt.body());
        Set<String> seen = new TreeSet<>(Canaries.in(answer.body()));
        answer.headers().map().values().forEach(values -> values.forEach(v -> seen.addAll(Canaries.in(v))));
        seen.removeAll(attempt.actor().sees());
        if (!seen.isEmpty()) {
            found.add(attempt + " shows " + seen);
        }
        if (answer.statusCode() >= 500) {
            found.add(attempt + " answers " + answer.statusCode());
        }
        if (attempt.isForeign() && differs(attempt, answer)) {
            found.add(attempt + " answers " + answer.statusCode() + ", and otherwise about what doesn't exist: "
                    + attempt.twin().path() + " " + difference(attempt));
        }
        return found;
    }

    /** Others act meanwhile, so an answer that differs is asked for again, a few times. */
    private boolean differs(Attempt attempt, HttpResponse<String> first) throws IOException {
        HttpResponse<String> answer = first;
        for (int again = 0; again < 4; again++) {
            if (alike(attempt, answer, twin(attempt))) {
                return false;
            }
            answer = send(attempt, attempt.path(), attempt.body());
        }
        return true;
    }

    private HttpResponse<String> twin(Attempt attempt) throws IOException {
        return send(attempt, attempt.twin().path(), attempt.twin().body());
    }

    /** Acts on what is one's own change versions from one to the next; refusals are compared to the last character. */
    private static boolean alike(Attempt attempt, HttpResponse<String> answer, HttpResponse<String> twin) {
        boolean done = answer.statusCode() < 400;
        boolean acted = done && !attempt.method().equals("GET");
        if (acted && twin.statusCode() == 409) {
            return true;
        }
        String page = attempt.path().replaceAll("\\?.*", "");
        // A form that sets up a code app shows another secret each time, refused or not.
        boolean moving = (done || page.startsWith("/account/sign-in/"))
                && MOVING.matcher(page).matches();
        return answer.statusCode() == twin.statusCode()
                && (acted
                        || moving
                        || (masked(answer.body()).equals(masked(twin.body()))
                                && headers(answer).equals(headers(twin))));
    }

    private String difference(Attempt attempt) throws IOException {
        HttpResponse<String> one = send(attempt, attempt.path(), attempt.body());
        HttpResponse<String> other = twin(attempt);
        return one.statusCode() + "/" + other.statusCode() + " " + difference(masked(one.body()), masked(other.body()))
                + (headers(one).equals(headers(other)) ? "" : headers(one) + " / " + headers(other));
    }

    private static String difference(String one, String other) {
        int at = 0;
        while (at < one.length() && at < other.length() && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return "\"" + around(one, at) + "\" / \"" + around(other, at) + "\"";
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60))
                .replaceAll("\\s+", " ");
    }

    private static String masked(String text) {
        return OF_THE_REQUEST.matcher(text).replaceAll("*");
    }

    private static Map<String, String> headers(HttpResponse<String> answer) {
        var headers = new TreeMap<String, String>();
        answer.headers().map().forEach((name, values) -> {
            if (!OF_THE_MOMENT.contains(name)) {
                headers.put(name, masked(String.join(", ", values)));
            }
        });
        return headers;
    }

    private HttpResponse<String> send(Attempt attempt, String path, String body) throws IOException {
        var request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("If-Match", "\"1\"")
                .header("Content-Type", attempt.type())
                .method(attempt.method(), HttpRequest.BodyPublishers.ofString(body));
        if (attempt.service()) {
            request.header("Authorization", "Bearer " + attempt.actor().token());
        } else {
            request.header("Cookie", attempt.actor().cookie())
                    .header("X-CSRF-TOKEN", attempt.actor().csrf());
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }
}
