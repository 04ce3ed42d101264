package org.plumbline.identity.ways;

import org.plumbline.kernel.MemberId;

/**
 * How many ways of each kind a member has.
 *
 * @param password whether login, password and code app are set up
 * @param identity whether an identity at the provider in use is linked
 */
public record MemberWays(MemberId member, String name, int passkeys, boolean password, boolean identity) {
    /** Ways in where passwords are allowed or not. */
    public int count(boolean passwordsAllowed) {
        return passkeys + (password && passwordsAllowed ? 1 : 0) + (identity ? 1 : 0);
    }

    /** Whether a password with codes is all there is. */
    public boolean onlyPassword() {
        return password && passkeys == 0 && !identity;
    }
}
