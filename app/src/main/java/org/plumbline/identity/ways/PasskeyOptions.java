package org.plumbline.identity.ways;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.plumbline.identity.Member;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;

/** What a browser is asked for in a ceremony, in the JSON form of W3C WebAuthn (binary as base64url). */
@Component
class PasskeyOptions {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final long TIMEOUT_MS = 300_000;

    private final SiteAddress address;

    PasskeyOptions(SiteAddress address) {
        this.address = address;
    }

    /** For making a passkey; those the member has are left out. */
    Map<String, Object> making(Member member, byte[] challenge, List<PasskeyTable.Stored> known) {
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", BASE64.encodeToString(challenge));
        options.put("rp", Map.of("id", address.host(), "name", "Plumbline"));
        options.put(
                "user",
                Map.of(
                        "id", BASE64.encodeToString(handle(member.id())),
                        "name", member.name(),
                        "displayName", member.name()));
        options.put(
                "pubKeyCredParams",
                PasskeyCheck.ALGORITHMS.stream()
                        .map(alg -> Map.of("type", "public-key", "alg", alg))
                        .toList());
        options.put("timeout", TIMEOUT_MS);
        options.put(
                "excludeCredentials", known.stream().map(PasskeyOptions::named).toList());
        options.put(
                "authenticatorSelection",
                Map.of("residentKey", "required", "requireResidentKey", true, "userVerification", "required"));
        options.put("attestation", "none");
        return options;
    }

    /** For using one; none named means any that the device holds for this site. */
    Map<String, Object> using(byte[] challenge, List<PasskeyTable.Stored> known) {
        var options = new LinkedHashMap<String, Object>();
        options.put("challenge", BASE64.encodeToString(challenge));
        options.put("rpId", address.host());
        options.put("timeout", TIMEOUT_MS);
        options.put("userVerification", "required");
        options.put(
                "allowCredentials", known.stream().map(PasskeyOptions::named).toList());
        return options;
    }

    /** What the authenticator keeps to name the member: the identifier, which says nothing outside. */
    static byte[] handle(MemberId member) {
        return ByteBuffer.allocate(16)
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .array();
    }

    private static Map<String, Object> named(PasskeyTable.Stored known) {
        return Map.of(
                "type", "public-key",
                "id", BASE64.encodeToString(known.credential().id()),
                "transports", known.passkey().transports());
    }
}
