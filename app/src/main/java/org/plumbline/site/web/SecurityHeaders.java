package org.plumbline.site.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.random.RandomGenerator;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The headers of every answer: a strict Content-Security-Policy with a nonce, nothing kept by caches, nothing leaked to
 * other sites. Assets then allow caching for themselves.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SecurityHeaders extends OncePerRequestFilter {
    static final String NONCE = "plumbline.nonce";
    /** 128 bits, as Content Security Policy Level 3, section 7.1, asks for. */
    private static final int NONCE_BYTES = 16;

    /** Seconds for which a browser that came by https comes by nothing else (RFC 6797). */
    private static final int TWO_YEARS = 63_072_000;

    private final RandomGenerator random;

    SecurityHeaders(RandomGenerator random) {
        this.random = random;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false; // the container drops all headers when it turns to the error page
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        request.setAttribute(NONCE, nonce);
        response.setHeader("Content-Security-Policy", ContentPolicy.page(nonce, "'none'"));
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader(ContentPolicy.DEVICES, ContentPolicy.devices("()"));
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", "max-age=" + TWO_YEARS);
        }
        chain.doFilter(request, response);
    }
}
