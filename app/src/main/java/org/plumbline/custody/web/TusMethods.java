package org.plumbline.custody.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Some clients of tus can't send PATCH, and say it in a header of a POST (tus 1.0.0, X-HTTP-Method-Override). Only a
 * write becomes another write, before anything looks at the method.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class TusMethods extends OncePerRequestFilter {
    private static final String HEADER = "X-HTTP-Method-Override";
    private static final Set<String> SAID = Set.of("PATCH", "DELETE");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        @Nullable String said = request.getHeader(HEADER);
        return said == null
                || !SAID.contains(said)
                || !request.getMethod().equals("POST")
                || !request.getRequestURI().startsWith("/api/v1/uploads/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String said = request.getHeader(HEADER);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public String getMethod() {
                        return said;
                    }
                },
                response);
    }
}
