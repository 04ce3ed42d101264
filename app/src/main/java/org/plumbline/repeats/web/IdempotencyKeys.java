package org.plumbline.repeats.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.HeldActs;
import org.plumbline.audit.PageRecord;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.repeats.KeptAnswer;
import org.plumbline.repeats.KeptAnswers;
import org.plumbline.repeats.KeyedRequest;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** Every write under /api/v1 may carry a key; inside the page's consultation, which a repeated answer joins. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 50)
class IdempotencyKeys extends OncePerRequestFilter {
    static final String KEY = "Idempotency-Key";
    static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

    /** Says that an answer was given before. */
    static final String REPLAYED = "Idempotency-Replayed";

    private final KeptAnswers answers;
    private final PageRecord record;
    private final HandlerExceptionResolver refusals;

    IdempotencyKeys(
            KeptAnswers answers,
            PageRecord record,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.answers = answers;
        this.record = record;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader(KEY) == null
                || !WRITING.contains(request.getMethod())
                || !request.getRequestURI().startsWith("/api/v1/")
                || Acting.current().isEmpty();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            var keyed = new KeyedRequest(
                    Acting.require().member(),
                    request.getMethod() + " " + request.getRequestURI(),
                    request.getHeader(KEY));
            var measured = new MeasuredRequest(request);
            Optional<KeptAnswer> earlier = answers.find(keyed);
            if (earlier.isPresent()) {
                again(answers.again(earlier.get(), keyed, measured.digest()), response);
            } else {
                once(keyed, measured, response, chain);
            }
        } catch (Refused refused) {
            refusals.resolveException(request, response, null, refused);
        }
    }

    private void again(KeptAnswer kept, HttpServletResponse response) throws IOException {
        record.commit();
        KeptAnswer.Given given = kept.given();
        response.setStatus(given.status());
        response.setHeader(REPLAYED, "true");
        set(response, HttpHeaders.CONTENT_TYPE, given.contentType());
        set(response, HttpHeaders.ETAG, given.etag());
        set(response, HttpHeaders.LOCATION, given.location());
        if (given.body().length > 0) {
            response.setContentLength(given.body().length);
        }
        response.getOutputStream().write(given.body());
    }

    /** Nothing of the answer leaves before it is kept. */
    private void once(KeyedRequest keyed, MeasuredRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var answer = new ContentCachingResponseWrapper(response);
        HeldActs held = answers.hold(keyed);
        try {
            held.during(() -> {
                chain.doFilter(request, answer);
                return true;
            });
            if (held.isOpen() && answer.getStatus() < HttpServletResponse.SC_BAD_REQUEST) {
                answers.keep(held, keyed, request.digest(), given(answer));
            }
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        } finally {
            held.undo();
        }
        answer.copyBodyToResponse();
    }

    private static KeptAnswer.Given given(ContentCachingResponseWrapper answer) {
        return new KeptAnswer.Given(
                answer.getStatus(),
                orEmpty(answer.getContentType()),
                orEmpty(answer.getHeader(HttpHeaders.ETAG)),
                orEmpty(answer.getHeader(HttpHeaders.LOCATION)),
                answer.getContentAsByteArray());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static void set(HttpServletResponse response, String name, String value) {
        if (!value.isEmpty()) {
            response.setHeader(name, value);
        }
    }
}
