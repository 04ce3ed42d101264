package org.plumbline.identity.ways;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How the members of an organisation sign in.
 *
 * @param boundTo the name that passkeys are bound to
 * @param provider of the organisation; absent where none is in use or it is another organisation's
 * @param reach whether that provider answers; absent likewise
 * @param samples whether sample links sign in, as in a demonstration
 * @param decisions on passwords with codes, newest first
 * @param members people of the organisation with their ways, by name
 * @param sessions of browsers that are alive now
 */
public record SignInState(
        String boundTo,
        Optional<ProviderSettings.Provider> provider,
        Optional<Reach> reach,
        boolean samples,
        List<PasswordDecision> decisions,
        List<MemberWays> members,
        int sessions,
        Tries tries) {
    public SignInState {
        decisions = List.copyOf(decisions);
        members = List.copyOf(members);
    }

    /** How a provider answers. */
    public enum Reach {
        /** It describes itself as the issuer that is set. */
        REACHED,
        /** Somebody answers, but not as that issuer. */
        OTHER,
        /** Nobody answers. */
        AWAY;

        /** Its stable name. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Wrong tries at this installation in the last day, whoever's.
     *
     * @param counted each counts for its address and, with a password, for its login
     * @param waiting addresses and logins that must wait now
     */
    public record Tries(long counted, long waiting) {}

    /** Whether passwords with codes are a way in now. */
    public boolean passwordsAllowed() {
        return decisions.isEmpty() || decisions.getFirst().allowed();
    }

    /** Members with so many ways in; services, which have tokens only, are not among them. */
    public List<MemberWays> withWays(int count) {
        return members.stream()
                .filter(member -> member.count(passwordsAllowed()) == count)
                .toList();
    }

    /** Members whom nothing but a password with codes lets in, or would. */
    public List<MemberWays> onlyPassword() {
        return members.stream().filter(MemberWays::onlyPassword).toList();
    }
}
