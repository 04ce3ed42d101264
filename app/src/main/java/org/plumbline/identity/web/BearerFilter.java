package org.plumbline.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.SignIn;
import org.plumbline.identity.Token;
import org.plumbline.kernel.Acting;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads {@code Authorization: Bearer}; a token that may only read is not let through with a writing method. */
final class BearerFilter extends OncePerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final SignIn signIn;

    BearerFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Token> token = token(request);
        if (token.isPresent() && !token.get().mayWrite() && !READING.contains(request.getMethod())) {
            Problem.write(response, 403, "token-read-only", "This token may read only; make one that may write");
            return;
        }
        token.ifPresent(t -> {
            var context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(t.member(), "token:" + t.id(), Acting.Channel.API));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    private Optional<Token> token(HttpServletRequest request) {
        @Nullable String header = request.getHeader("Authorization");
        return header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.empty()
                : signIn.token(header.substring(SCHEME.length()).strip());
    }
}
