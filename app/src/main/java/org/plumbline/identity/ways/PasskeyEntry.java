package org.plumbline.identity.ways;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.identity.SignIn;
import org.springframework.stereotype.Component;

/** Signs in by a passkey, without a login: the device says whose it is. */
@Component
public class PasskeyEntry {
    private final PasskeyTable table;
    private final PasskeyCheck check;
    private final PasskeyOptions options;
    private final Members members;
    private final SignIn signIn;
    private final Throttle throttle;
    private final Clock clock;

    PasskeyEntry(
            PasskeyTable table,
            PasskeyCheck check,
            PasskeyOptions options,
            Members members,
            SignIn signIn,
            Throttle throttle,
            Clock clock) {
        this.table = table;
        this.check = check;
        this.options = options;
        this.members = members;
        this.signIn = signIn;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** What the browser is asked for: any passkey of this site. */
    public Map<String, Object> ask(byte[] challenge) {
        return options.using(challenge, List.of());
    }

    /**
     * The member whose passkey signed the challenge; a refusal of a known passkey is on the trail.
     *
     * @param address where the try comes from
     */
    public Member enter(String json, byte[] challenge, String address) {
        throttle.tryFrom(Throttle.Way.PASSKEY, address);
        PasskeyCheck.Answered answered = check.answered(json);
        PasskeyTable.Stored stored = known(answered).orElseThrow(() -> PasskeyCheck.refused("passkey-wrong"));
        Member member =
                members.find(stored.passkey().member()).orElseThrow(() -> PasskeyCheck.refused("passkey-wrong"));
        signIn.enter(member, "passkey", () -> use(stored, answered, challenge));
        throttle.wasRight(Throttle.Way.PASSKEY, address);
        return member;
    }

    /** The working passkey that an answer names, held by whom it says. */
    Optional<PasskeyTable.Stored> known(PasskeyCheck.Answered answered) {
        return table.byCredential(answered.credential())
                .filter(known -> answered.holder()
                        .map(said -> Arrays.equals(
                                said, PasskeyOptions.handle(known.passkey().member())))
                        .orElse(true));
    }

    /** Checks a use and keeps its counter. */
    void use(PasskeyTable.Stored stored, PasskeyCheck.Answered answered, byte[] challenge) {
        PasskeyCheck.Use use = check.used(answered, challenge, stored.credential());
        if (!table.used(stored.passkey().id(), use.signCount(), use.backedUp(), clock.instant())) {
            throw PasskeyCheck.refused("passkey-copied");
        }
    }
}
