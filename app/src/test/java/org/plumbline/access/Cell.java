package org.plumbline.access;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.testing.Browser;

/** One route in one situation, and what is to be answered. */
record Cell(String route, Situations.Situation situation, String expected) {
    private static final Pattern API_CODE = Pattern.compile("\"code\":\"([\\w-]+)\"");
    private static final Pattern PAGE_CODE = Pattern.compile("pl-num\">([a-z-]+)<");
    private static final Set<String> LIKE_NOTHING = Set.of("hidden", "as-absent");

    /** Written as the code of a tag is, and nobody's: with a chance of one in 2^55. */
    private static final String TAG_OF_NOTHING = "000000000000";

    /** Who is asked with bodies that cannot be read, too. */
    private static final Set<String> THOROUGH = Set.of("elsewhere", "role-investigator");

    String method() {
        return route.substring(0, route.indexOf(' '));
    }

    private String pattern() {
        return route.substring(route.indexOf(' ') + 1).replace("/**", "/none");
    }

    /** False where the situation says nothing of the route: no page for a token, no record besides the case. */
    boolean isAsked() {
        boolean service = pattern().startsWith("/api/");
        boolean other =
                !CaseRecords.path(pattern(), situation.ids()).equals(CaseRecords.path(pattern(), situation.own()));
        return (service || !situation.apiOnly())
                && (!situation.recordsOnly() || (pattern().contains("{caseId}") && other));
    }

    /** What is wrong with the answer. */
    Optional<String> fault() {
        boolean allowed = expected.equals("ok");
        Asking.Body body = allowed ? Asking.Body.EMPTY : Asking.Body.WHOLE;
        Browser.Answer answer = ask(situation.ids(), body);
        String got = outcome(answer);
        boolean as = expected.equals(got) || (expected.equals("as-absent") && got.equals("ok"));
        if (!as) {
            return Optional.of("expected " + expected + ", was " + got + " (" + answer.status() + ")");
        }
        return LIKE_NOTHING.contains(expected) ? unlikeNothing(answer, body) : Optional.empty();
    }

    /** What tells the answer from one about a record that is not there. */
    private Optional<String> unlikeNothing(Browser.Answer answer, Asking.Body body) {
        Optional<String> found = Masked.of(answer).differenceTo(Masked.of(ask(nothing(), body)));
        if (found.isPresent() || method().equals("GET") || !THOROUGH.contains(situation.name())) {
            return found;
        }
        return List.of(Asking.Body.EMPTY, Asking.Body.BROKEN).stream()
                .map(odd -> Masked.of(ask(situation.ids(), odd)).differenceTo(Masked.of(ask(nothing(), odd))))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Browser.Answer ask(Map<String, String> ids, Asking.Body body) {
        return situation.asking().ask(method(), CaseRecords.path(pattern(), ids), ids, body);
    }

    private Map<String, String> nothing() {
        var ids = new HashMap<String, String>();
        situation
                .ids()
                .forEach((name, id) -> ids.put(
                        name,
                        name.endsWith("/tag")
                                ? TAG_OF_NOTHING
                                : UUID.randomUUID().toString()));
        if (situation.recordsOnly()) {
            ids.put("cases/caseId", situation.ids().getOrDefault("cases/caseId", ""));
        }
        return ids;
    }

    private static String outcome(Browser.Answer answer) {
        if (answer.path().equals("/sign-in") || answer.status() == 401) {
            return "sign-in";
        }
        return switch (answer.status()) {
            case 404 -> "hidden";
            case 403 -> code(answer);
            case 500, 501, 502, 503 -> "" + answer.status();
            default -> "ok";
        };
    }

    private static String code(Browser.Answer answer) {
        Matcher found = (answer.header("content-type").contains("json") ? API_CODE : PAGE_CODE).matcher(answer.body());
        return found.find() ? found.group(1) : "403";
    }
}
