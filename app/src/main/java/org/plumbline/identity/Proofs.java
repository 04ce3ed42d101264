package org.plumbline.identity;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * When a member last proved who they are in a session: by signing in, or by doing so again. Changing a way to sign in
 * needs a proof that is fresh, so that a browser left open is not enough.
 */
@Component
public class Proofs {
    /** How long a proof is fresh. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    private final ProofTable table;
    private final Clock clock;

    Proofs(ProofTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** A member proved who they are in this session, now. */
    public void given(MemberId member, String session) {
        table.insert(session, member, clock.instant());
    }

    /** Whether the acting person's proof in this session is fresh. */
    public boolean isFresh() {
        Acting acting = Acting.require();
        return table.provedSince(
                acting.session(), acting.member(), clock.instant().minus(FRESH));
    }

    /** When the acting person last proved in this session who they are; refused where that is no longer fresh. */
    public Instant latest() {
        require();
        Acting acting = Acting.require();
        return table.latest(acting.session(), acting.member()).orElseThrow();
    }

    /** Refuses what is done without a fresh proof. */
    public void require() {
        if (!isFresh()) {
            throw Refusal.of(
                            Refusal.Kind.FORBIDDEN, "proof-needed", Map.of("minutes", Long.toString(FRESH.toMinutes())))
                    .asException();
        }
    }

    /** A token made in a session with a fresh proof has that proof, for the rest of its time. */
    void passOn(String token) {
        Acting acting = Acting.require();
        table.copy(acting.session(), token, acting.member(), clock.instant().minus(FRESH));
    }
}
