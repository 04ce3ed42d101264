package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.ways.MemberWays;
import org.plumbline.identity.ways.PasswordDecision;
import org.plumbline.identity.ways.ProviderSettings;
import org.plumbline.identity.ways.SignInState;
import org.plumbline.identity.ways.SignInWays;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** How the members of an organisation sign in over the API, and whether they may by password. */
@RestController("administrationSignInApi")
@Tag(name = "Installation")
class SignInApi {
    private final SignInWays ways;

    SignInApi(SignInWays ways) {
        this.ways = ways;
    }

    /** A member and how many ways of each kind they have. */
    record MemberJson(UUID member, String name, int passkeys, boolean password, boolean identity) {
        static MemberJson of(MemberWays ways) {
            return new MemberJson(
                    ways.member().value(), ways.name(), ways.passkeys(), ways.password(), ways.identity());
        }
    }

    /** A decision on passwords with codes. */
    record DecisionJson(boolean allowed, String reason, Instant decidedAt, UUID decidedBy) {
        static DecisionJson of(PasswordDecision decision) {
            return new DecisionJson(
                    decision.allowed(),
                    decision.reason(),
                    decision.at(),
                    decision.by().value());
        }
    }

    /**
     * How members sign in.
     *
     * @param passkeysBoundTo the name under which passkeys work
     * @param provider the issuer in use; absent for none
     * @param providerState reached, other or away
     * @param triesCounted wrong tries of the last day in the whole installation
     */
    record SignInJson(
            String passkeysBoundTo,
            boolean passwordsAllowed,
            @Nullable String provider,
            @Nullable String providerState,
            boolean sampleLinks,
            int sessions,
            long triesCounted,
            long triesWaiting,
            List<MemberJson> oneWay,
            List<MemberJson> noWay,
            List<MemberJson> onlyPassword,
            List<DecisionJson> decisions) {}

    /** What is decided, and why. */
    record DecideJson(@Nullable Boolean allowed, @Nullable String reason) {}

    @GetMapping("/api/v1/admin/sign-in")
    @Operation(summary = "How members of the organisation sign in, who has one way or none, and decisions on passwords")
    SignInJson list() {
        SignInState state = ways.read();
        return new SignInJson(
                state.boundTo(),
                state.passwordsAllowed(),
                state.provider().map(ProviderSettings.Provider::issuer).orElse(null),
                state.reach().map(SignInState.Reach::code).orElse(null),
                state.samples(),
                state.sessions(),
                state.tries().counted(),
                state.tries().waiting(),
                json(state.withWays(1)),
                json(state.withWays(0)),
                json(state.onlyPassword()),
                state.decisions().stream().map(DecisionJson::of).toList());
    }

    @PostMapping("/api/v1/admin/sign-in/passwords")
    @Operation(summary = "Turn passwords with codes off for the organisation, or allow them again")
    DecisionJson decide(@RequestBody DecideJson body) {
        boolean allowed = Boolean.TRUE.equals(body.allowed());
        return DecisionJson.of(ways.decide(allowed, MemberInput.text(body.reason())));
    }

    private static List<MemberJson> json(List<MemberWays> members) {
        return members.stream().map(MemberJson::of).toList();
    }
}
