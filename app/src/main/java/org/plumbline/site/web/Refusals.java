package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.plumbline.watching.Obstacles;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MultipartException;

/** Turns what a controller throws into the right answer: refusals into their sentence, bugs into a request id. */
@ControllerAdvice
final class Refusals {
    private static final Set<Refusal.Kind> WAITING = Set.of(Refusal.Kind.TOO_OFTEN, Refusal.Kind.UNAVAILABLE);

    private final Answers answers;
    private final Obstacles obstacles;

    Refusals(Answers answers, Obstacles obstacles) {
        this.answers = answers;
        this.obstacles = obstacles;
    }

    @ExceptionHandler
    Object refused(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        var refusal = refused.refusal();
        return answer(refusal, Answer.status(refusal.kind()), request, response, headers(refusal));
    }

    private static HttpHeaders headers(Refusal refusal) {
        var headers = new HttpHeaders();
        Optional.ofNullable(refusal.arguments().get("seconds"))
                .filter(seconds -> WAITING.contains(refusal.kind()))
                .ifPresent(seconds -> headers.set(HttpHeaders.RETRY_AFTER, seconds));
        return headers;
    }

    /** The asker has gone; nobody reads an answer. */
    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void gone() {}

    @ExceptionHandler({TypeMismatchException.class, HttpMessageNotReadableException.class})
    Object malformed(Exception malformed, HttpServletRequest request, HttpServletResponse response) {
        return answer(Answers.own(400), 400, request, response, HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    @Nullable
    Object other(Exception other, HttpServletRequest request, HttpServletResponse response) throws Exception {
        if (obstacles.behind(other).isPresent()) {
            throw other; // answered by LastResort: from here on out every filter would ask the database
        }
        if (other instanceof ErrorResponse known && known.getStatusCode().value() < 500) {
            int status = known.getStatusCode().value();
            return answer(Answers.own(status), status, request, response, known.getHeaders());
        }
        if (other instanceof MultipartException) {
            return malformed(other, request, response);
        }
        FailureLog.write(other, request);
        return response.isCommitted() ? null : answer(Answers.own(500), 500, request, response, HttpHeaders.EMPTY);
    }

    private Object answer(
            Refusal refusal,
            int status,
            HttpServletRequest request,
            HttpServletResponse response,
            HttpHeaders headers) {
        Answers.takeBack(response);
        if (Answers.isPart(request)) {
            Answers.retarget(response);
        }
        headers.forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        return answers.answer(refusal, status, request.getRequestURI(), request, headers);
    }
}
