package org.plumbline.identity;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Service;

/** A person's own API tokens. A token acts as its owner and never may more. */
@Service
@Application
public class Tokens {
    private static final Action LIST = new Action("identity.list-tokens", Right.SELF);
    private static final Action MAKE = new Action("identity.make-token", Right.SELF);
    private static final Action END = new Action("identity.end-token", Right.SELF);

    /** A token that nobody renews within a year is one nobody looks after. */
    private static final int LONGEST_DAYS = 365;

    private final Acts acts;
    private final Enrolment enrolment;
    private final CredentialTable table;
    private final Proofs proofs;
    private final Clock clock;

    Tokens(Acts acts, Enrolment enrolment, CredentialTable table, Proofs proofs, Clock clock) {
        this.acts = acts;
        this.enrolment = enrolment;
        this.table = table;
        this.proofs = proofs;
        this.clock = clock;
    }

    /** The acting person's tokens that still work, newest first. */
    public List<Token> list() {
        return acts.consult(LIST, Scope.own(), () -> {
            List<Token> tokens = table.tokens(Acting.require().member(), clock.instant());
            return Noted.of(tokens, tokens.stream().map(Tokens::ref).toList());
        });
    }

    /**
     * Makes a token and returns its secret, which is shown now and never again.
     *
     * @param days how long it works, 1 to 365
     */
    public String make(String name, boolean mayWrite, int days) {
        return acts.perform(MAKE, Scope.own(), () -> {
            var input = new Input();
            String called = input.text("name", name, 100);
            if (days < 1 || days > LONGEST_DAYS) {
                input.refuse("days", "days-out-of-range", Map.of("longest", "" + LONGEST_DAYS));
            }
            input.check();
            String secret = enrolment.token(Acting.require().member(), called, mayWrite, Duration.ofDays(days));
            table.token(new Secret(secret), clock.instant()).ifPresent(made -> proofs.passOn("token:" + made.id()));
            return Noted.of(secret)
                    .with("name", called)
                    .with("scope", mayWrite ? "write" : "read")
                    .with("days", days);
        });
    }

    /** Ends one of the acting person's tokens at once. */
    public Token end(UUID id) {
        return acts.perform(END, Scope.own(), () -> {
            Token token = table.tokens(Acting.require().member(), clock.instant()).stream()
                    .filter(t -> t.id().equals(id))
                    .findFirst()
                    .orElseThrow(Refusal.absent()::asException);
            table.endToken(id, new Step(Optional.of(token.member()), clock.instant(), ""));
            return Noted.of(token, ref(token)).with("name", token.name());
        });
    }

    private static Ref ref(Token token) {
        return new Ref("token", token.id(), Acting.require().organisation());
    }
}
