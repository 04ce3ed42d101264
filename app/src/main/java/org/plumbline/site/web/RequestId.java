package org.plumbline.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import org.plumbline.watching.Traces;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Gives each request a name that its answer carries, an error page shows and each line of the log about it repeats.
 * What the request itself brings as one is not believed: it would be written to the log as it came.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class RequestId extends OncePerRequestFilter {
    /** 128 bits: nobody guesses another's, and none comes twice. */
    private static final int BYTES = 16;

    private final RandomGenerator random;

    RequestId(RandomGenerator random) {
        this.random = random;
    }

    /** The name of this request, 32 hexadecimal digits; empty outside the filter. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(Traces.REQUEST) instanceof String id ? id : "";
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String known = of(request); // an error page keeps the name of the request that failed
        String id = known.isEmpty() ? made() : known;
        if (!known.isEmpty()) {
            request.setAttribute(Traces.ROUTE, request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        }
        request.setAttribute(Traces.REQUEST, id);
        response.setHeader(Traces.HEADER, id);
        MDC.put(Traces.REQUEST, id);
        try {
            chain.doFilter(request, response);
        } finally {
            MDC.remove(Traces.REQUEST);
        }
    }

    private String made() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
