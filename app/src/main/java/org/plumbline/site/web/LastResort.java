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
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Catches what no controller advice sees, such as a template that fails: logs it and asks for the error page. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
final class LastResort extends OncePerRequestFilter {
    @Override
    @SuppressWarnings("CatchingUnchecked") // everything ends here, or the container would log it with its message
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (IOException gone) {
            throw gone; // the connection broke; nobody is left to answer
        } catch (Exception failure) {
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
