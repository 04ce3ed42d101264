package org.plumbline.identity.ways;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.LockSupport;
import org.plumbline.identity.Member;
import org.plumbline.identity.Members;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;
import org.springframework.stereotype.Component;

/**
 * Signs in by login, password and code, all three together: the answer never says which was wrong, nor whether there is
 * such a login, and takes the same work and time.
 */
@Component
public class PasswordEntry {
    /** No wrong try is answered sooner, whatever was done for it. */
    private static final Duration EVEN = Duration.ofMillis(350);

    private static final int LONGEST = 1000;

    private final PasswordTable table;
    private final PasswordHashes hashes;
    private final Codes codes;
    private final PasswordPolicy policy;
    private final Members members;
    private final SignIn signIn;
    private final Throttle throttle;
    private final Clock clock;

    PasswordEntry(
            PasswordTable table,
            PasswordHashes hashes,
            Codes codes,
            PasswordPolicy policy,
            Members members,
            SignIn signIn,
            Throttle throttle,
            Clock clock) {
        this.table = table;
        this.hashes = hashes;
        this.codes = codes;
        this.policy = policy;
        this.members = members;
        this.signIn = signIn;
        this.throttle = throttle;
        this.clock = clock;
    }

    /** What was given for a password, looked at; the code is still to be checked. */
    record Given(Optional<PasswordTable.Stored> stored, boolean right) {}

    /**
     * The member who gave the right three; a wrong try at a login that exists is on that member's trail.
     *
     * @param address where the try comes from
     */
    public Member enter(String login, String password, String code, String address) {
        throttle.tryFrom(Throttle.Way.PASSWORD, address);
        String called = shortened(login).strip().toLowerCase(Locale.ROOT);
        throttle.tryAt(called);
        long began = System.nanoTime();
        try {
            Optional<PasswordTable.Stored> stored = table.byLogin(called);
            Given given = look(stored, password);
            Member member = stored.flatMap(s -> members.find(s.member())).orElseThrow(PasswordEntry::wrong);
            signIn.enter(member, "password", () -> {
                check(given, code);
                // Said only to whoever knows all three: it tells that there is such a login.
                policy.require(member.organisation());
            });
            throttle.wasRight(called);
            throttle.wasRight(Throttle.Way.PASSWORD, address);
            return member;
        } catch (Refused refused) {
            LockSupport.parkNanos(EVEN.toNanos() - (System.nanoTime() - began));
            throw refused;
        }
    }

    /** As {@link #look} for a person who is signed in, with a count of tries of its own. */
    Given lookAgain(MemberId member, String password) {
        throttle.tryAt(again(member));
        return look(table.of(member), password);
    }

    void wasRight(MemberId member) {
        throttle.wasRight(again(member));
    }

    /** No login looks like this. */
    private static String again(MemberId member) {
        return "again " + member;
    }

    /** Compares the password, outside any transaction: it takes long on purpose. */
    Given look(Optional<PasswordTable.Stored> stored, String password) {
        return new Given(stored, hashes.matches(shortened(password), stored.map(PasswordTable.Stored::hash)));
    }

    /** Refuses a wrong password or code; a right code is used up. */
    void check(Given given, String code) {
        PasswordTable.Stored stored = given.stored().orElseThrow(PasswordEntry::wrong);
        OptionalLong step = codes.step(stored.member(), stored.sealed(), shortened(code), clock.instant());
        if (!given.right() || step.isEmpty() || !table.useCode(stored.codeApp(), step.getAsLong(), clock.instant())) {
            throw wrong();
        }
    }

    private static String shortened(String text) {
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static Refused wrong() {
        return new Refusal("sign-in-wrong", Refusal.Kind.INVALID, Map.of(), List.of()).asException();
    }
}
