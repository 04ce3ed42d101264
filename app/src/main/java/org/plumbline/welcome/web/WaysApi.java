package org.plumbline.welcome.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.ways.Identities;
import org.plumbline.identity.ways.OutsideIdentity;
import org.plumbline.identity.ways.Passkey;
import org.plumbline.identity.ways.Passkeys;
import org.plumbline.identity.ways.PasswordWay;
import org.plumbline.identity.ways.Passwords;
import org.plumbline.identity.ways.WaysIn;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** How one signs in, over the API. */
@RestController
@Tag(
        name = "Account",
        description = "Setting up a way to sign in happens in a browser: a passkey is made by the device there, and a "
                + "password is confirmed by a code. What is set up can be listed and removed here.")
class WaysApi {
    private static final String FRESH =
            "Only with a fresh proof: a token made within ten minutes of signing in, in that session, and only until "
                    + "those ten minutes have passed. Never the last way to sign in.";

    private final WaysIn ways;
    private final Passkeys passkeys;
    private final Passwords passwords;
    private final Identities identities;

    WaysApi(WaysIn ways, Passkeys passkeys, Passwords passwords, Identities identities) {
        this.ways = ways;
        this.passkeys = passkeys;
        this.passwords = passwords;
        this.identities = identities;
    }

    /** A passkey; {@code used_at} is absent while it has never signed in. */
    record PasskeyJson(
            UUID id,
            String name,
            boolean backedUp,
            Instant recordedAt,
            @Nullable Instant usedAt) {}

    /** A login with its password and code app. */
    record PasswordJson(UUID id, String login, Instant recordedAt, Instant codesSince) {}

    /** An identity at a provider. */
    record IdentityJson(UUID id, String issuer, Instant recordedAt) {}

    /** All of them; {@code password} is absent where none is set up. */
    record WaysJson(List<PasskeyJson> passkeys, @Nullable PasswordJson password, List<IdentityJson> identities) {}

    @GetMapping("/api/v1/account/sign-in")
    @Operation(summary = "How you sign in")
    WaysJson list() {
        WaysIn.Listed listed = ways.list();
        return new WaysJson(
                listed.passkeys().stream().map(WaysApi::json).toList(),
                listed.password().map(WaysApi::json).orElse(null),
                listed.identities().stream().map(WaysApi::json).toList());
    }

    @PostMapping("/api/v1/account/passkeys/{passkeyId}/end")
    @Operation(summary = "Remove a passkey", description = FRESH)
    PasskeyJson endPasskey(@PathVariable UUID passkeyId) {
        return json(passkeys.end(passkeyId));
    }

    @PostMapping("/api/v1/account/password/end")
    @Operation(summary = "Remove the password and its code app", description = FRESH)
    PasswordJson endPassword() {
        return json(passwords.end());
    }

    @PostMapping("/api/v1/account/identities/{identityId}/end")
    @Operation(summary = "Remove the link to an identity at a provider", description = FRESH)
    IdentityJson endIdentity(@PathVariable UUID identityId) {
        return json(identities.end(identityId));
    }

    private static PasskeyJson json(Passkey passkey) {
        return new PasskeyJson(
                passkey.id(),
                passkey.name(),
                passkey.backedUp(),
                passkey.made(),
                passkey.used().orElse(null));
    }

    private static PasswordJson json(PasswordWay way) {
        return new PasswordJson(way.id(), way.login(), way.made(), way.codesSince());
    }

    private static IdentityJson json(OutsideIdentity identity) {
        return new IdentityJson(identity.id(), identity.issuer(), identity.made());
    }
}
