package org.plumbline.access;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.plumbline.testing.Browser;

/**
 * What an answer says once everything is taken out that differs from one answer to the next whoever asks: the asked
 * identifiers and those of entries and requests, nonces, form tokens and times.
 */
record Masked(int status, Map<String, String> headers, String body) {
    private static final Set<String> OF_THE_MOMENT =
            Set.of("date", "set-cookie", "keep-alive", "connection", "content-length");

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern TAG = Pattern.compile("(?<=/(?:x|tags)/)[0-9A-HJKMNP-TV-Z-]{12,14}(?![\\w-])");
    private static final Pattern NONCE = Pattern.compile("nonce(=\"|-)[\\w+/=-]+");
    private static final Pattern TOKEN =
            Pattern.compile("(name=\"_csrf\"[^>]*value=\"|name=\"csrf\"[^>]*content=\"|data-csrf-token=\")[^\"]+");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+(Z|[+-]\\d\\d:\\d\\d)?|\\b\\d\\d:\\d\\d(:\\d\\d)?\\b");
    private static final Pattern REQUEST = Pattern.compile("(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])");

    /** Where two answers part; empty when they are alike. */
    Optional<String> differenceTo(Masked other) {
        if (equals(other)) {
            return Optional.empty();
        }
        String one = toString();
        String two = other.toString();
        int at = 0;
        while (at < Math.min(one.length(), two.length()) && one.charAt(at) == two.charAt(at)) {
            at++;
        }
        return Optional.of("differs from what is not there: \"" + around(one, at) + "\" / \"" + around(two, at) + "\"");
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 80), Math.min(text.length(), at + 80))
                .replaceAll("\\s+", " ");
    }

    static Masked of(Browser.Answer answer) {
        var headers = new TreeMap<String, String>();
        answer.headers().forEach((name, value) -> {
            if (!OF_THE_MOMENT.contains(name)) {
                headers.put(name, name.equals("x-request-id") || name.equals("plumbline-entry") ? "*" : masked(value));
            }
        });
        return new Masked(answer.status(), headers, masked(answer.body()));
    }

    private static String masked(String text) {
        String ids = TAG.matcher(ID.matcher(text).replaceAll("ID")).replaceAll("TAG");
        String nonces = NONCE.matcher(ids).replaceAll("nonce");
        String tokens = TOKEN.matcher(nonces).replaceAll("$1");
        String times = TIME.matcher(tokens).replaceAll("TIME");
        return REQUEST.matcher(times).replaceAll("REQUEST");
    }
}
