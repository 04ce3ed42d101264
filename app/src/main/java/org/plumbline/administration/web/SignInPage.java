package org.plumbline.administration.web;

import java.util.List;
import java.util.Map;
import org.plumbline.identity.ways.MemberWays;
import org.plumbline.identity.ways.SignInState;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;
import org.plumbline.site.Texts;

/**
 * How the members of an organisation sign in, and the form that decides on passwords.
 *
 * @param names of who decided
 */
public record SignInPage(SignInState state, Map<MemberId, String> names, Form form) {
    private static final int MOST_NAMED = 50;

    public SignInPage {
        names = Map.copyOf(names);
    }

    /** How many members have a passkey. */
    public long withPasskey() {
        return state.members().stream().filter(member -> member.passkeys() > 0).count();
    }

    /** How many have a password with codes, whether or not that is allowed. */
    public long withPassword() {
        return state.members().stream().filter(MemberWays::password).count();
    }

    /** How many have an identity at the provider. */
    public long withIdentity() {
        return state.members().stream().filter(MemberWays::identity).count();
    }

    /** The first of these members, for a list. */
    public List<MemberWays> named(List<MemberWays> all) {
        return all.subList(0, Math.min(MOST_NAMED, all.size()));
    }

    /** How many of these are not named. */
    public int more(List<MemberWays> all) {
        return Math.max(0, all.size() - MOST_NAMED);
    }

    /** Whether the provider is there and answers. */
    public String provider(Texts texts) {
        return state.provider()
                .map(provider -> texts.say(
                        "sign-in.provider."
                                + state.reach().orElse(SignInState.Reach.AWAY).code(),
                        "issuer",
                        provider.issuer()))
                .orElseGet(() -> texts.say("sign-in.provider.none"));
    }

    /** Who decided, by name. */
    public String name(MemberId member) {
        return names.getOrDefault(member, "");
    }
}
