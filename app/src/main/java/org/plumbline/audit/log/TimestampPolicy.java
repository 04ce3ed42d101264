package org.plumbline.audit.log;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.timestamp.TimestampClient;
import org.plumbline.engine.log.timestamp.TimestampQuestion;
import org.plumbline.keys.KeyFolder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The authority for timestamps that the configuration names in {@code plumbline.trail.timestamps.url}:
 * {@code embedded}, {@code off}, or an address; and how far apart it is asked,
 * {@code plumbline.trail.timestamps.every}.
 */
@Component
class TimestampPolicy {
    static final String EMBEDDED = "embedded";
    private static final String OFF = "off";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String asked;
    private final Duration every;
    private final KeyFolder keys;
    private final Clock clock;

    TimestampPolicy(
            @Value("${plumbline.trail.timestamps.url:embedded}") String url,
            @Value("${plumbline.trail.timestamps.every:1h}") Duration every,
            KeyFolder keys,
            Clock clock) {
        String stripped = url.strip();
        this.asked = stripped.isEmpty() ? EMBEDDED : stripped;
        this.every = every;
        this.keys = keys;
        this.clock = clock;
        if (every.isNegative()) {
            throw new IllegalStateException("plumbline.trail.timestamps.every: " + every + " is no time to wait");
        }
        if (!asked.equals(EMBEDDED) && !asked.equals(OFF)) {
            address(asked);
        }
    }

    /** Somebody who is asked for timestamps. */
    @FunctionalInterface
    interface Authority {
        byte[] ask(TimestampQuestion question) throws IOException, InterruptedException, Refused;
    }

    boolean isOff() {
        return asked.equals(OFF);
    }

    /** Whom: {@code embedded}, or an address. */
    String asked() {
        return asked;
    }

    /** How long after one timestamp the next is asked for, at the earliest. */
    Duration every() {
        return every;
    }

    /** Whom to ask; absent where nobody is. The embedded one makes its key at the first use. */
    Optional<Authority> authority() throws IOException {
        if (isOff()) {
            return Optional.empty();
        }
        if (asked.equals(EMBEDDED)) {
            return Optional.of(EmbeddedAuthority.of(keys, clock, new SecureRandom())::ask);
        }
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        return Optional.of(new TimestampClient(http, address(asked), PATIENCE)::ask);
    }

    private static URI address(String text) {
        try {
            URI address = URI.create(text);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
                return address;
            }
        } catch (IllegalArgumentException notOne) {
            throw refused(text, notOne);
        }
        throw refused(text, null);
    }

    private static IllegalStateException refused(String text, @org.jspecify.annotations.Nullable Exception cause) {
        return new IllegalStateException(
                "plumbline.trail.timestamps.url: \"" + text
                        + "\" is neither \"embedded\" nor \"off\" nor an http or https address",
                cause);
    }
}
