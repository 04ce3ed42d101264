package org.plumbline.identity.ways;

import java.util.Map;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Keeps a member from removing the last way to sign in, also when two are removed at once. */
@Component
class LastWay {
    private final WaysTable table;
    private final ProviderSettings provider;
    private final PasswordPolicy policy;

    LastWay(WaysTable table, ProviderSettings provider, PasswordPolicy policy) {
        this.table = table;
        this.provider = provider;
        this.policy = policy;
    }

    /** Until the transaction ends nobody else changes this member's ways to sign in. */
    void hold(MemberId member) {
        table.hold(member);
    }

    /** Refuses when what is removed next is the last. */
    void check(MemberId member) {
        if (table.count(
                        member,
                        provider.inUse().map(ProviderSettings.Provider::issuer).orElse(""),
                        policy.allowedIn(Acting.require().organisation()))
                <= 1) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "last-way-in", Map.of()).asException();
        }
    }

    /** Refuses when the password is the last way; where passwords are turned off it lets nobody in anyway. */
    void checkWithoutPassword(MemberId member) {
        if (policy.allowedIn(Acting.require().organisation())) {
            check(member);
        }
    }

    /** Refuses when nothing but this identity is left; one at a provider no longer in use lets nobody in anyway. */
    void checkWithout(OutsideIdentity identity) {
        boolean inUse = provider.inUse()
                .filter(p -> p.issuer().equals(identity.issuer()))
                .isPresent();
        if (inUse) {
            check(identity.member());
        }
    }
}
