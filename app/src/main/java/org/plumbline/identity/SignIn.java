package org.plumbline.identity;

import java.time.Clock;
import java.util.Optional;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Action;
import org.plumbline.kernel.Acts;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Noted;
import org.plumbline.kernel.Right;
import org.plumbline.kernel.Scope;
import org.springframework.stereotype.Component;

/** Turns a link or a token into the person who acts. */
@Component
public class SignIn {
    private static final Action SIGN_IN = new Action("identity.sign-in", Right.SELF);
    private static final Action SIGN_OUT = new Action("identity.sign-out", Right.SELF);

    private final IdentityTable table;
    private final CredentialTable credentials;
    private final RecoveryLinks recoveries;
    private final Acts acts;
    private final Clock clock;

    SignIn(IdentityTable table, CredentialTable credentials, RecoveryLinks recoveries, Acts acts, Clock clock) {
        this.table = table;
        this.credentials = credentials;
        this.recoveries = recoveries;
        this.acts = acts;
        this.clock = clock;
    }

    /** The link of a secret, while it still works. */
    public Optional<SignInLink> link(String secret) {
        return credentials.link(new Secret(secret), clock.instant());
    }

    /** Whose link it is. */
    public Optional<Member> holder(SignInLink link) {
        return table.member(link.member());
    }

    /** Signs the holder in and records it; absent when the link was used meanwhile or the member has left. */
    public Optional<Member> redeem(SignInLink link) {
        return holder(link)
                .filter(member -> Acting.as(
                        acting(member, "link:" + link.id(), Acting.Channel.PAGE),
                        () -> acts.perform(SIGN_IN, Scope.own(), () -> {
                            boolean mine = !link.once() || credentials.use(link, clock.instant());
                            boolean recovered = mine && recoveries.redeemed(link);
                            return Noted.of(mine).with("by", recovered ? "recovery" : "link");
                        })));
    }

    /**
     * Signs a member in and records it, or records the refusal.
     *
     * @param by the way, as the trail names it
     * @param check throws when what was given is wrong; runs in the transaction of the entry
     */
    public Member enter(Member member, String by, Runnable check) {
        return Acting.as(
                acting(member, by, Acting.Channel.PAGE),
                () -> acts.perform(SIGN_IN, Scope.own(), () -> {
                    check.run();
                    return Noted.of(member).with("by", by);
                }));
    }

    /** Records that the acting person signed out. */
    public void signOut() {
        acts.perform(SIGN_OUT, Scope.own(), () -> Noted.of(true));
    }

    /** The token of a secret, while it works. */
    public Optional<Token> token(String secret) {
        return credentials.token(new Secret(secret), clock.instant());
    }

    /** Who acts when this member is signed in; absent once the member has left. */
    public Optional<Acting> acting(MemberId id, String session, Acting.Channel channel) {
        return table.member(id).map(member -> acting(member, session, channel));
    }

    private static Acting acting(Member member, String session, Acting.Channel channel) {
        return new Acting(
                member.id(), member.name(), member.organisation(), member.roles(), session, channel, Optional.empty());
    }
}
