package org.plumbline.testing;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A device with one passkey, in memory: answers the two ceremonies of W3C WebAuthn as a browser would pass them on. */
public final class SoftAuthenticator {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int ATTESTED = 64;

    private final String origin;
    private final KeyPair pair;
    private final byte[] id = new byte[32];
    private String handle = "";
    private int count = 1;
    private boolean verified = true;

    public SoftAuthenticator(String origin) {
        this.origin = origin;
        new SecureRandom().nextBytes(id);
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The next answer counts this many uses. */
    public void count(int uses) {
        count = uses;
    }

    /** From now on the person's finger or PIN is not asked for. */
    public void skipVerification() {
        verified = false;
    }

    /** The passkey says it is of this person. */
    public void claim(String userHandle) {
        handle = userHandle;
    }

    /** Makes the passkey that these options ask for. */
    public String make(String options) {
        JsonNode asked = JSON.readTree(options);
        handle = asked.get("user").get("id").stringValue();
        byte[] data = data(asked.get("rp").get("id").stringValue(), ATTESTED, key());
        count++;
        var attestation = new ByteArrayOutputStream();
        attestation.write(0xA3);
        text(attestation, "fmt");
        text(attestation, "none");
        text(attestation, "attStmt");
        attestation.write(0xA0);
        text(attestation, "authData");
        bytes(attestation, data);
        return answer(Map.of(
                "clientDataJSON", BASE64.encodeToString(client("webauthn.create", asked)),
                "attestationObject", BASE64.encodeToString(attestation.toByteArray()),
                "transports", java.util.List.of("internal")));
    }

    /** Signs what these options ask for. */
    public String use(String options) {
        JsonNode asked = JSON.readTree(options);
        byte[] data = data(asked.get("rpId").stringValue(), 0, new byte[0]);
        byte[] client = client("webauthn.get", asked);
        count++;
        try {
            var signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(data);
            signature.update(sha256(client));
            return answer(Map.of(
                    "clientDataJSON", BASE64.encodeToString(client),
                    "authenticatorData", BASE64.encodeToString(data),
                    "signature", BASE64.encodeToString(signature.sign()),
                    "userHandle", handle));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String answer(Map<String, Object> response) {
        return JSON.writeValueAsString(Map.of(
                "id",
                BASE64.encodeToString(id),
                "rawId",
                BASE64.encodeToString(id),
                "type",
                "public-key",
                "authenticatorAttachment",
                "platform",
                "clientExtensionResults",
                Map.of(),
                "response",
                response));
    }

    private byte[] client(String type, JsonNode asked) {
        return JSON.writeValueAsString(Map.of(
                        "type",
                        type,
                        "challenge",
                        asked.get("challenge").stringValue(),
                        "origin",
                        origin,
                        "crossOrigin",
                        false))
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(String host, int flags, byte[] more) {
        return ByteBuffer.allocate(37 + more.length)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | (verified ? VERIFIED : 0) | flags))
                .putInt(count)
                .put(more)
                .array();
    }

    /** Attested credential data with a COSE key of P-256. */
    private byte[] key() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(new byte[16]);
        key.write(0);
        key.write(id.length);
        key.writeBytes(id);
        key.writeBytes(new byte[] {(byte) 0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        key.writeBytes(fixed(point.getAffineX().toByteArray()));
        key.writeBytes(new byte[] {0x22, 0x58, 32});
        key.writeBytes(fixed(point.getAffineY().toByteArray()));
        return key.toByteArray();
    }

    private static byte[] fixed(byte[] number) {
        byte[] fixed = new byte[32];
        int taken = Math.min(32, number.length);
        System.arraycopy(number, number.length - taken, fixed, 32 - taken, taken);
        return fixed;
    }

    private static void text(ByteArrayOutputStream to, String word) {
        to.write(0x60 | word.length());
        to.writeBytes(word.getBytes(StandardCharsets.UTF_8));
    }

    private static void bytes(ByteArrayOutputStream to, byte[] content) {
        to.write(0x59);
        to.write(content.length >> 8);
        to.write(content.length & 0xFF);
        to.writeBytes(content);
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
