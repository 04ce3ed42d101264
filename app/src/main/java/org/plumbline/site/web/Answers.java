package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.plumbline.kernel.Refusal;
import org.plumbline.site.Form;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gives a refusal the shape the asker understands: a page, a part of a page, or problem details (RFC 9457). */
@Component
final class Answers {
    private static final Pattern INNER_CAPITAL = Pattern.compile("(?<=[a-z0-9])[A-Z]");

    private static final List<String> OF_A_BODY = List.of(
            HttpHeaders.CONTENT_LENGTH,
            HttpHeaders.CONTENT_DISPOSITION,
            HttpHeaders.CONTENT_ENCODING,
            HttpHeaders.CONTENT_RANGE,
            HttpHeaders.ETAG,
            HttpHeaders.LAST_MODIFIED,
            HttpHeaders.LOCATION);

    private final FrameFactory frames;

    Answers(FrameFactory frames) {
        this.frames = frames;
    }

    /**
     * Takes back what a failed answer said of its body. Its length would cut this one short: problem details are
     * written without stating their own.
     */
    static void takeBack(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.resetBuffer();
            response.setContentLengthLong(-1);
            OF_A_BODY.forEach(name -> response.setHeader(name, null));
        }
    }

    /**
     * @param path the path that was asked for, which differs from the request's own while an error is dispatched
     * @param headers headers the status requires, such as Allow
     */
    Object answer(Refusal refusal, int status, String path, HttpServletRequest request, HttpHeaders headers) {
        // What is not there and what may not be seen share one answer, code included.
        Refusal told = refusal.kind() == Refusal.Kind.ABSENT ? Refusal.absent() : refusal;
        var answer = Answer.of(told, status, frames.texts(request), RequestId.of(request));
        return isProgram(path) ? problem(answer, path, headers) : page(answer, request);
    }

    /** Whether a program asks there, which reads problem details. */
    static boolean isProgram(String path) {
        return path.startsWith("/api/") || path.startsWith("/command/");
    }

    /** Whether a page asks for a part of itself. */
    static boolean isPart(HttpServletRequest request) {
        return "true".equals(request.getHeader("HX-Request"));
    }

    /** A refusal is shown on top of the page, not in place of the part. */
    static void retarget(HttpServletResponse response) {
        response.setHeader("HX-Retarget", "[data-alerts]");
        response.setHeader("HX-Reswap", "innerHTML");
    }

    private static ResponseEntity<ProblemDetail> problem(Answer answer, String path, HttpHeaders headers) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(answer.status()), answer.sentence());
        problem.setType(URI.create("urn:plumbline:refusal:" + answer.code()));
        problem.setTitle(answer.title());
        problem.setInstance(URI.create(path));
        problem.setProperty("code", answer.code());
        problem.setProperty("trace_id", answer.requestId());
        problem.setProperty(
                "errors", answer.errors().stream().map(Answers::field).toList());
        return ResponseEntity.status(answer.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static Map<String, String> field(Form.Fault error) {
        return Map.of("field", snake(error.field()), "code", error.code(), "detail", error.text());
    }

    /** A field by the name that the API has for it; a form may call it otherwise. */
    private static String snake(String name) {
        return INNER_CAPITAL
                .matcher(name)
                .replaceAll(inner -> "_" + inner.group().toLowerCase(Locale.ROOT));
    }

    private static ModelAndView page(Answer answer, HttpServletRequest request) {
        return new ModelAndView(
                isPart(request) ? "site/refused-part" : "site/refused",
                Map.of("answer", answer),
                HttpStatusCode.valueOf(answer.status()));
    }

    /** A refusal that no module pronounced: wrong method, unreadable input, our own failure. */
    static Refusal own(int status) {
        Refusal.Kind kind = status >= 500 ? Refusal.Kind.UNAVAILABLE : Refusal.Kind.INVALID;
        return switch (status) {
            case 404 -> Refusal.absent();
            case 401 -> new Refusal("sign-in-required", Refusal.Kind.FORBIDDEN, Map.of(), List.of());
            case 403 -> new Refusal("form-outdated", Refusal.Kind.FORBIDDEN, Map.of(), List.of());
            case 405 -> new Refusal("method-not-allowed", kind, Map.of(), List.of());
            case 406 -> new Refusal("format-not-offered", kind, Map.of(), List.of());
            case 413 -> new Refusal("upload-too-large", Refusal.Kind.TOO_LARGE, Map.of(), List.of());
            case 415 -> new Refusal("format-not-accepted", kind, Map.of(), List.of());
            case 428 -> new Refusal("if-match-required", kind, Map.of(), List.of());
            case 503 -> new Refusal("not-possible-now", kind, Map.of(), List.of());
            default -> new Refusal(status >= 500 ? "unexpected" : "request-malformed", kind, Map.of(), List.of());
        };
    }
}
