package org.plumbline.cases.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Entering a case puts its purpose in force: in the frame, and on every entry of the trail from then on. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
class PurposeFilter extends OncePerRequestFilter {
    private static final Pattern IN_CASE = Pattern.compile("^(?:/api/v1)?/cases/([0-9a-fA-F-]{36})(?:/.*)?$");

    private final CaseNumbers numbers;
    private final Sessions sessions;

    PurposeFilter(CaseNumbers numbers, Sessions sessions) {
        this.numbers = numbers;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Acting> changed = Acting.current().flatMap(acting -> entering(acting, request));
        if (changed.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        if (changed.get().channel() == Acting.Channel.PAGE) {
            sessions.keep(request, changed.get().purpose());
        }
        try {
            Acting.during(changed.get(), () -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private Optional<Acting> entering(Acting acting, HttpServletRequest request) {
        return caseOf(request)
                .filter(id ->
                        acting.purpose().filter(p -> p.caseId().equals(id)).isEmpty())
                .flatMap(numbers::purpose)
                .map(purpose -> acting.withPurpose(Optional.of(purpose)));
    }

    private static Optional<CaseId> caseOf(HttpServletRequest request) {
        Matcher path = IN_CASE.matcher(request.getRequestURI());
        if (!path.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new CaseId(UUID.fromString(path.group(1))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
