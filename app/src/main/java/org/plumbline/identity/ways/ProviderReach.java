package org.plumbline.identity.ways;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Whether the provider in use describes itself where OpenID Connect Discovery 1.0, section 4, says it does. */
@Component
class ProviderReach {
    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    /** A page that is opened again soon asks nobody anew. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final ProviderSettings settings;
    private final Clock clock;
    private volatile Optional<Asked> last = Optional.empty();

    private record Asked(SignInState.Reach reach, Instant at) {}

    ProviderReach(ProviderSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Absent where no provider is in use. */
    Optional<SignInState.Reach> look() {
        return settings.inUse().map(provider -> {
            Optional<Asked> kept =
                    last.filter(asked -> clock.instant().isBefore(asked.at().plus(KEPT)));
            SignInState.Reach reach = kept.map(Asked::reach).orElseGet(() -> ask(provider.issuer()));
            if (kept.isEmpty()) {
                last = Optional.of(new Asked(reach, clock.instant()));
            }
            return reach;
        });
    }

    private static SignInState.Reach ask(String issuer) {
        URI address = URI.create(issuer.replaceAll("/$", "") + DESCRIPTION);
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 && issuer.equals(issuer(answer.body()))
                    ? SignInState.Reach.REACHED
                    : SignInState.Reach.OTHER;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return SignInState.Reach.AWAY;
        } catch (IOException e) {
            return SignInState.Reach.AWAY;
        } catch (JacksonException e) {
            return SignInState.Reach.OTHER;
        }
    }

    private static String issuer(String description) {
        return JsonMapper.shared().readTree(description).path("issuer").asString("");
    }
}
