package org.plumbline.identity.ways;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down. Each try counts as a wrong one before it is looked at, so that many at once gain nothing, and is
 * taken back when it was right. Each way has counts of its own: failing on a password never stands in the way of a
 * passkey.
 */
@Component
public class Throttle {
    private static final int TRIES_OF_A_LOGIN = 5;
    private static final int TRIES_OF_AN_ADDRESS = 30;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);
    /** The part of an IPv6 address that a provider gives to one customer (RFC 6177). */
    private static final int PREFIX_BYTES = 8;

    private final TryTable table;
    private final KeptKey key;
    private final Clock clock;

    Throttle(TryTable table, KeptKey key, Clock clock) {
        this.table = table;
        this.key = key;
        this.clock = clock;
    }

    /** What is tried. */
    public enum Way {
        LINK,
        PASSKEY,
        PASSWORD,
        PROVIDER
    }

    /** Counts a try from this address; refused while its earlier ones make it wait. */
    public void tryFrom(Way way, String address) {
        take(ofAddress(way, address), TRIES_OF_AN_ADDRESS);
    }

    /** Takes a try from this address back: it was right. */
    public void wasRight(Way way, String address) {
        table.takeBack(ofAddress(way, address));
    }

    /** Counts a try at this login, which need not exist. */
    void tryAt(String login) {
        take(ofLogin(login), TRIES_OF_A_LOGIN);
    }

    /** Forgets the tries at this login: the last was right. */
    void wasRight(String login) {
        table.forget(ofLogin(login));
    }

    private void take(byte[] of, int free) {
        Instant now = clock.instant();
        var rule = new TryTable.Rule(free, SHORTEST, LONGEST, now.minus(FORGOTTEN));
        Optional<Instant> until = table.take(of, now, rule);
        if (until.isPresent()) {
            long seconds = Math.max(
                    1, Duration.between(now, until.get()).plusMillis(999).toSeconds());
            throw Refusal.of(
                            Refusal.Kind.TOO_OFTEN,
                            "tried-too-often",
                            Map.of("seconds", Long.toString(seconds), "minutes", Long.toString((seconds + 59) / 60)))
                    .asException();
        }
    }

    private byte[] ofLogin(String login) {
        return key.digest("login " + login);
    }

    private byte[] ofAddress(Way way, String address) {
        return key.digest("address " + way.name().toLowerCase(Locale.ROOT) + " " + network(address));
    }

    private static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length == 4 ? bytes : Arrays.copyOf(bytes, PREFIX_BYTES));
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
