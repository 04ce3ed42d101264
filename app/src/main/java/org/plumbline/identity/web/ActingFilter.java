package org.plumbline.identity.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Lookups;
import org.plumbline.kernel.MemberId;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Binds the signed-in person to the rest of the request. Bound here once, and never read from the security context
 * inside a transaction: that recursed through the session store and drained the pool.
 */
final class ActingFilter extends OncePerRequestFilter {
    /** Session attribute: the case of the current purpose. */
    static final String PURPOSE_CASE = "plumbline.purpose.case";

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final SignIn signIn;

    ActingFilter(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Acting> acting = acting(request);
        if (acting.isEmpty()) {
            nobodyWhoLeft();
            chain.doFilter(request, response);
            return;
        }
        try {
            Acting.during(acting.get(), () -> go(request, response, chain));
        } catch (IOException | ServletException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new ServletException(e);
        }
    }

    private static void go(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws Exception {
        if (READING.contains(request.getMethod())) {
            Lookups.during(() -> chain.doFilter(request, response));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Whoever was signed in and is no member any more is asked to sign in, like anybody else. */
    private static void nobodyWhoLeft() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn) {
            SecurityContextHolder.clearContext();
            throw new InsufficientAuthenticationException("Signed in as a member who has left");
        }
    }

    private Optional<Acting> acting(HttpServletRequest request) {
        Authentication signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (!(signedIn instanceof SignedIn who)) {
            return Optional.empty();
        }
        var member = new MemberId(UUID.fromString(who.getName()));
        return signIn.acting(member, who.session(), who.channel()).map(a -> a.withPurpose(purpose(request)));
    }

    private static Optional<Acting.Purpose> purpose(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(PURPOSE_CASE) instanceof String of)) {
            return Optional.empty();
        }
        return TakenPurpose.of(session, new CaseId(UUID.fromString(of)));
    }
}
