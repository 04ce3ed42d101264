package org.plumbline.identity.ways;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.identity.Members;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.Application;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/** How an organisation's members sign in, and its decision on passwords with codes, for its administrators. */
@Service
@Application
public class SignInWays {
    private static final Action READ = new Action("identity.read-sign-in", Right.ADMINISTER);
    private static final Action DECIDE = new Action("identity.decide-on-passwords", Right.ADMINISTER);
    private static final int LONGEST_REASON = 300;

    private final Acts acts;
    private final WaysTable table;
    private final PasswordPolicy policy;
    private final ProviderSettings provider;
    private final ProviderReach reach;
    private final SiteAddress site;
    private final Members members;
    private final boolean samples;
    private final Ids ids;
    private final Clock clock;

    SignInWays(
            Acts acts,
            WaysTable table,
            PasswordPolicy policy,
            ProviderSettings provider,
            ProviderReach reach,
            SiteAddress site,
            Members members,
            @Value("${plumbline.demo:false}") boolean samples,
            Ids ids,
            Clock clock) {
        this.acts = acts;
        this.table = table;
        this.policy = policy;
        this.provider = provider;
        this.reach = reach;
        this.site = site;
        this.members = members;
        this.samples = samples;
        this.ids = ids;
        this.clock = clock;
    }

    /** How members sign in now. The provider is asked for its description before anything is read. */
    public SignInState read() {
        Optional<SignInState.Reach> answered = reach.look();
        return acts.consult(READ, Scope.organisation(), () -> Noted.of(state(answered)));
    }

    /**
     * Turns passwords with codes on or off. Off is refused to whoever has no other way in; everybody else's stay as
     * they are and don't let in.
     */
    public PasswordDecision decide(boolean allowed, String reason) {
        return acts.perform(DECIDE, Scope.organisation(), () -> {
            Acting acting = Acting.require();
            OrganisationId own = acting.organisation();
            var input = new Input();
            String why = input.text("reason", reason, LONGEST_REASON);
            input.check();
            table.hold(own);
            table.hold(acting.member());
            if (policy.allowedIn(own) == allowed) {
                throw refused(allowed ? "passwords-on-already" : "passwords-off-already");
            }
            if (!allowed && table.count(acting.member(), issuer(), false) == 0) {
                throw refused("passwords-own-only-way");
            }
            var decision =
                    new PasswordDecision(allowed, why, clock.instant().truncatedTo(ChronoUnit.MICROS), acting.member());
            table.insert(ids.next(), own, decision);
            return Noted.of(decision).with("allowed", allowed).with("reason", why);
        });
    }

    private static org.plumbline.kernel.Refused refused(String code) {
        return Refusal.of(Refusal.Kind.CONFLICT, code, Map.of()).asException();
    }

    private SignInState state(Optional<SignInState.Reach> answered) {
        OrganisationId own = Acting.require().organisation();
        Optional<ProviderSettings.Provider> used = ownProvider();
        List<MemberWays> ways =
                table.ways(own, used.map(ProviderSettings.Provider::issuer).orElse(""));
        return new SignInState(
                site.host(),
                used,
                used.flatMap(one -> answered),
                samples,
                table.decisions(own),
                ways,
                table.sessions(own, clock.instant()),
                table.tries(clock.instant()));
    }

    /** A provider lets in the members of one organisation. */
    private Optional<ProviderSettings.Provider> ownProvider() {
        return provider.inUse()
                .filter(one ->
                        one.organisation().equals(members.ownOrganisation().name()));
    }

    private String issuer() {
        return ownProvider().map(ProviderSettings.Provider::issuer).orElse("");
    }
}
