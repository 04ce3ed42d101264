package org.plumbline.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.plumbline.watching.Failure;
import org.plumbline.watching.Obstacle;
import org.plumbline.watching.Obstacles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers around everything else. While nothing can be read nothing is asked for; what failed for that reason is
 * answered so; anything else that no controller advice sees, such as a template that fails, is logged and gets the
 * error page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class LastResort extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(LastResort.class);

    private final Obstacles obstacles;
    private final Standstill standstill;

    LastResort(Obstacles obstacles, Standstill standstill) {
        this.obstacles = obstacles;
        this.standstill = standstill;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // everything ends here, or the container would log it with its message
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Obstacle> closed = obstacles.toReading();
        if (closed.isPresent() && !request.getRequestURI().startsWith(Assets.ROOT)) {
            standstill.answer(closed.get(), request, response);
            return;
        }
        try {
            chain.doFilter(request, response);
        } catch (Exception failure) {
            failed(failure, request, response);
        }
    }

    private void failed(Exception failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<Obstacle> behind = obstacles.behind(failure);
        if (behind.isPresent()) {
            LOG.warn("Refused with {}: {}", behind.get().code(), Failure.kinds(failure));
            standstill.answer(behind.get(), request, response);
        } else if (failure instanceof IOException gone) {
            throw gone; // the connection broke; nobody is left to answer
        } else {
            Optional<Integer> sent = whatWasSent(failure);
            if (sent.isEmpty()) {
                FailureLog.write(failure, request);
            }
            if (!response.isCommitted()) {
                response.sendError(sent.orElse(HttpServletResponse.SC_INTERNAL_SERVER_ERROR));
            }
        }
    }

    /** The status of a body or parameter that the container would not take, such as 413: no failure of ours. */
    private static Optional<Integer> whatWasSent(Throwable failure) {
        return Stream.<Throwable>iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(InvalidParameterException.class::isInstance)
                .map(refused -> ((InvalidParameterException) refused).getErrorCode())
                .findFirst();
    }
}
