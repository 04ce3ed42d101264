package org.plumbline.identity.ways;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** The organisation's own OpenID Connect provider, as {@code plumbline.oidc.*} names it; off where none is named. */
@Component
public class ProviderSettings {
    private static final String PREFIX = "plumbline.oidc.";

    private final Optional<Provider> provider;

    ProviderSettings(Environment settings) {
        String issuer = settings.getProperty(PREFIX + "issuer", "").strip();
        this.provider = issuer.isEmpty() ? Optional.empty() : Optional.of(read(issuer, settings));
    }

    /**
     * @param issuer its address, exactly as it names itself
     * @param clientId as which Plumbline is known there
     * @param secretFile holds the client's secret; absent for a public client, which proves itself by PKCE alone
     * @param label what people call it
     * @param organisation the name of the organisation whose members may use it
     */
    public record Provider(
            String issuer, String clientId, Optional<Path> secretFile, String label, String organisation) {}

    public Optional<Provider> inUse() {
        return provider;
    }

    private static Provider read(String issuer, Environment settings) {
        URI address = URI.create(issuer);
        boolean here = "localhost".equals(address.getHost()) || "127.0.0.1".equals(address.getHost());
        if (!"https".equals(address.getScheme()) && !here) {
            throw new IllegalStateException(
                    PREFIX + "issuer is \"" + issuer + "\"; an issuer on another machine has an https address");
        }
        String secret = settings.getProperty(PREFIX + "client-secret-file", "").strip();
        return new Provider(
                issuer,
                required(settings, "client-id"),
                secret.isEmpty() ? Optional.empty() : Optional.of(Path.of(secret)),
                settings.getProperty(PREFIX + "label", address.getHost()),
                required(settings, "organisation"));
    }

    private static String required(Environment settings, String name) {
        String value = settings.getProperty(PREFIX + name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalStateException(PREFIX + name + " is not set; a provider needs it beside its issuer");
        }
        return value;
    }
}
