package org.plumbline.identity.ways;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The address under which people reach this installation: {@code plumbline.url}, or this machine alone where it is not
 * set. Never taken from a request, since whoever sends one chooses its host.
 */
@Component
public class SiteAddress {
    private static final String SETTING = "plumbline.url";

    private final Environment settings;

    SiteAddress(Environment settings) {
        this.settings = settings;
        String set = settings.getProperty(SETTING, "");
        if (!set.isBlank()) {
            checked(set);
        }
    }

    /** Scheme, host and port, as a browser names an origin. */
    public String origin() {
        URI url = url();
        String origin = url.getScheme().toLowerCase(Locale.ROOT) + "://" + host();
        return url.getPort() < 0 || url.getPort() == standardPort(url) ? origin : origin + ":" + url.getPort();
    }

    /** The host, to which passkeys are bound. */
    public String host() {
        return url().getHost().toLowerCase(Locale.ROOT);
    }

    /** The origin that was set; absent where this machine alone uses it. */
    public Optional<String> set() {
        return settings.getProperty(SETTING, "").isBlank() ? Optional.empty() : Optional.of(origin());
    }

    private URI url() {
        String set = settings.getProperty(SETTING, "");
        return set.isBlank() ? URI.create("http://localhost:" + port()) : checked(set);
    }

    private String port() {
        return settings.getProperty("local.server.port", settings.getProperty("server.port", "8080"));
    }

    private static int standardPort(URI url) {
        return url.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    }

    private static URI checked(String set) {
        URI url = URI.create(set.strip());
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        boolean here = "http".equalsIgnoreCase(url.getScheme()) && "localhost".equalsIgnoreCase(url.getHost());
        boolean usable = url.getHost() != null && (secure || here);
        if (!usable) {
            throw new IllegalStateException(
                    SETTING + " is \"" + set + "\"; set it to the https address under which people "
                            + "reach Plumbline, such as https://plumbline.example");
        }
        return url;
    }
}
