package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What a passkey must sign: made here, kept in the session, taken once and within five minutes. */
@Component
class Challenges {
    private static final String PREFIX = "plumbline.challenge.";
    private static final Duration LIFE = Duration.ofMinutes(5);
    /** W3C WebAuthn, section 13.4.3, asks for at least 16. */
    private static final int BYTES = 32;

    private final Clock clock;
    private final RandomGenerator random;

    Challenges(Clock clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** What it is for; one for one purpose answers no other. */
    enum Purpose {
        SIGN_IN,
        ADD,
        PROVE
    }

    byte[] make(HttpServletRequest request, Purpose purpose) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String kept = clock.instant().toEpochMilli() + " "
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        request.getSession(true).setAttribute(PREFIX + purpose, kept);
        return bytes;
    }

    /** The challenge of this session, which is gone afterwards; refused when there is none or it is too old. */
    byte[] take(HttpServletRequest request, Purpose purpose) {
        return taken(request, PREFIX + purpose)
                .map(kept -> kept.split(" ", 2))
                .filter(kept -> clock.instant()
                        .isBefore(Instant.ofEpochMilli(Long.parseLong(kept[0])).plus(LIFE)))
                .map(kept -> Base64.getUrlDecoder().decode(kept[1]))
                .orElseThrow(
                        () -> new Refusal("challenge-gone", Refusal.Kind.INVALID, Map.of(), List.of()).asException());
    }

    private static Optional<String> taken(HttpServletRequest request, String name) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(name) instanceof String kept)) {
            return Optional.empty();
        }
        session.removeAttribute(name);
        return Optional.of(kept);
    }
}
