package org.plumbline.cases.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.identity.web.Sessions;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.UriUtils;

/**
 * Puts the purpose of a case in force for requests inside it. Before the first page of a case in a session the purpose
 * is asked for; a request of the API may name an authority and a compartment, and otherwise acts under the newest
 * authority at case level.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE - 200)
class PurposeFilter extends OncePerRequestFilter {
    /** Header of the API: the authority whose purpose is worked for. */
    static final String AUTHORITY = "Plumbline-Authority";

    /** Header of the API: the compartment worked in. */
    static final String COMPARTMENT = "Plumbline-Compartment";

    private static final Pattern IN_CASE =
            Pattern.compile("^(?:(?:/api/v1)?/cases|/api/v1/uploads)/([0-9a-fA-F-]{36})(/.*)?$");
    private static final String ASKING = "/purpose";

    private final CaseNumbers numbers;
    private final Sessions sessions;
    private final HandlerExceptionResolver refusals;

    PurposeFilter(
            CaseNumbers numbers,
            Sessions sessions,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver refusals) {
        this.numbers = numbers;
        this.sessions = sessions;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable Acting acting = Acting.current().orElse(null);
        Matcher path = IN_CASE.matcher(request.getRequestURI());
        Optional<CaseId> in = path.matches() ? caseId(path.group(1)) : NamedCase.of(request);
        if (acting == null || in.isEmpty()) {
            chain.doFilter(request, response);
        } else if (acting.channel() == Acting.Channel.PAGE) {
            boolean asking = path.matches() && ASKING.equals(path.group(2));
            page(acting, in.get(), asking, request, response, chain);
        } else {
            service(acting, in.get(), request, response, chain);
        }
    }

    private void page(
            Acting acting,
            CaseId id,
            boolean asking,
            HttpServletRequest request,
            HttpServletResponse response,
            FilterChain chain)
            throws ServletException, IOException {
        Optional<Acting.Purpose> taken = taken(acting, id, request);
        if (taken.isPresent()) {
            if (!taken.equals(acting.purpose())) {
                sessions.keep(request, taken);
            }
            go(acting.withPurpose(taken), request, response, chain);
        } else if (!asking && isReading(request) && numbers.purpose(id).isPresent()) {
            ask(id, request, response);
        } else {
            go(acting, request, response, chain);
        }
    }

    /** A purpose taken earlier in the session counts while its compartment may still be entered. */
    private Optional<Acting.Purpose> taken(Acting acting, CaseId id, HttpServletRequest request) {
        Optional<Acting.Purpose> taken =
                acting.purpose().filter(p -> p.caseId().equals(id)).or(() -> sessions.taken(request, id));
        if (taken.isPresent() && !numbers.isInForce(taken.get())) {
            sessions.forget(request, id);
            return Optional.empty();
        }
        return taken;
    }

    private static boolean isReading(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static void ask(CaseId id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        String query = request.getQueryString();
        String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
        String asking = "/cases/" + id + ASKING + "?to=" + UriUtils.encode(wanted, StandardCharsets.UTF_8);
        if ("true".equals(request.getHeader("HX-Request"))) {
            response.setHeader("HX-Redirect", asking);
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        response.sendRedirect(asking);
    }

    private void service(
            Acting acting, CaseId id, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<UUID> authority;
        Optional<UUID> compartment;
        try {
            authority = header(request, AUTHORITY);
            compartment = header(request, COMPARTMENT);
        } catch (Refused refused) {
            refuse(refused, request, response);
            return;
        }
        Optional<Acting.Purpose> purpose = numbers.purpose(id, authority, compartment);
        boolean named = authority.isPresent() || compartment.isPresent();
        if (purpose.isEmpty() && named) {
            // A case that may not be seen, a compartment that may not be entered, an authority that is another's:
            // alike.
            refuse(Refusal.absent().asException(), request, response);
            return;
        }
        go(purpose.isPresent() ? acting.withPurpose(purpose) : acting, request, response, chain);
    }

    private void refuse(Refused refused, HttpServletRequest request, HttpServletResponse response) {
        refusals.resolveException(request, response, null, refused);
    }

    private static Optional<UUID> header(HttpServletRequest request, String name) {
        @Nullable String value = request.getHeader(name);
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(value.strip()));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(List.of(new Refusal.Field(name, "field-not-a-choice", Map.of("value", value))))
                    .asException();
        }
    }

    private static void go(Acting acting, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            Acting.during(acting, () -> chain.doFilter(request, response));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static Optional<CaseId> caseId(String text) {
        try {
            return Optional.of(new CaseId(UUID.fromString(text)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
