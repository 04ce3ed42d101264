package org.plumbline.welcome.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.ways.ProviderSettings;
import org.plumbline.identity.ways.SiteAddress;
import org.plumbline.kernel.Refusal;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.oauth2.client.authentication.OAuth2LoginAuthenticationToken;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcAuthorizationCodeAuthenticationProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * The authorisation code flow of OpenID Connect Core 1.0, section 3.1, with state, nonce and PKCE (RFC 7636). The
 * provider is asked for nothing before somebody wants to sign in there.
 */
@Component
class ProviderExchange {
    private static final Logger LOG = LoggerFactory.getLogger(ProviderExchange.class);
    private static final Pattern CODE = Pattern.compile("[a-z_]{3,40}");
    private static final String STARTED = "plumbline.provider.request";
    private static final String NAME = "provider";
    private static final String BACK = "/sign-in/provider/back";

    private final SiteAddress address;
    private final OidcAuthorizationCodeAuthenticationProvider check = new OidcAuthorizationCodeAuthenticationProvider(
            new RestClientAuthorizationCodeTokenResponseClient(),
            request -> new DefaultOidcUser(Set.of(), request.getIdToken()));
    private final AtomicReference<@Nullable ClientRegistration> known = new AtomicReference<>();

    ProviderExchange(SiteAddress address) {
        this.address = address;
    }

    /** Who is at the browser, as the provider says. */
    record Said(String issuer, String subject) {}

    /** Where the browser goes; what must come back is kept in its session. */
    String begin(ProviderSettings.Provider provider, HttpServletRequest request) {
        var registrations = new InMemoryClientRegistrationRepository(registration(provider));
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/unused");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        OAuth2AuthorizationRequest started = resolver.resolve(request, NAME);
        if (started == null) {
            throw new IllegalStateException("No request for the provider was made");
        }
        request.getSession(true).setAttribute(STARTED, started);
        return started.getAuthorizationRequestUri();
    }

    /** Who came back, once; anything that does not fit what was begun in this session is refused. */
    Said complete(ProviderSettings.Provider provider, HttpServletRequest request) {
        OAuth2AuthorizationRequest started = taken(request).orElseThrow(() -> refused("nothing begun in this session"));
        String code = Optional.ofNullable(request.getParameter("code")).orElse("");
        String state = Optional.ofNullable(request.getParameter("state")).orElse("");
        if (code.isEmpty() || state.isEmpty()) {
            throw refused("no code came back");
        }
        var response = OAuth2AuthorizationResponse.success(code)
                .redirectUri(address.origin() + BACK)
                .state(state)
                .build();
        var token = new OAuth2LoginAuthenticationToken(
                registration(provider), new OAuth2AuthorizationExchange(started, response));
        try {
            if (check.authenticate(token) instanceof OAuth2LoginAuthenticationToken done
                    && done.getPrincipal() instanceof OidcUser user) {
                return new Said(provider.issuer(), Objects.requireNonNull(user.getSubject()));
            }
        } catch (OAuth2AuthenticationException e) {
            throw refused(code(e.getError()));
        } catch (OAuth2AuthorizationException e) {
            throw refused(code(e.getError()));
        }
        throw refused("no identity token");
    }

    private ClientRegistration registration(ProviderSettings.Provider provider) {
        @Nullable ClientRegistration made = known.get();
        if (made != null) {
            return made;
        }
        try {
            ClientRegistration discovered = discovered(provider);
            known.set(discovered);
            return discovered;
        } catch (RuntimeException | IOException e) {
            LOG.warn("The provider can't be used: {}", Failure.kinds(e));
            throw new Refusal("provider-away", Refusal.Kind.UNAVAILABLE, java.util.Map.of(), java.util.List.of())
                    .asException();
        }
    }

    private ClientRegistration discovered(ProviderSettings.Provider provider) throws IOException {
        Optional<Path> file = provider.secretFile();
        var builder = ClientRegistrations.fromIssuerLocation(provider.issuer())
                .registrationId(NAME)
                .clientId(provider.clientId())
                .scope("openid")
                .redirectUri(address.origin() + BACK);
        return file.isEmpty()
                ? builder.clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                        .build()
                : builder.clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                        .clientSecret(Files.readString(file.get()).strip())
                        .build();
    }

    private static Optional<OAuth2AuthorizationRequest> taken(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(STARTED) instanceof OAuth2AuthorizationRequest started)) {
            return Optional.empty();
        }
        session.removeAttribute(STARTED);
        return Optional.of(started);
    }

    /** As the standards name errors; what else a provider may answer is not repeated. */
    private static String code(OAuth2Error error) {
        return CODE.matcher(error.getErrorCode()).matches() ? error.getErrorCode() : "an error without a known code";
    }

    private static org.plumbline.kernel.Refused refused(String why) {
        LOG.info("A sign-in at the provider was refused: {}", why);
        return Refusal.of(Refusal.Kind.FORBIDDEN, "provider-refused", java.util.Map.of())
                .asException();
    }
}
