package org.plumbline.engine.evidence.custody;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a passkey's signature of an act shows, checked without a server (W3C Web Authentication Level 2, section 7.2,
 * steps 11 to 20). That the key is the person's is not part of it: that is what the trail says.
 *
 * @param origin the address the person's browser was at
 * @param relyingParty the name that the passkey is bound to: the origin's host or a domain above it
 * @param count the authenticator's counter; 0 where it has none
 */
public record Assertion(String origin, String relyingParty, long count) {
    private static final int AUTHENTICATOR_BYTES = 37;
    private static final int FLAGS = 32;
    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int LEAST_RSA_BITS = 2048;
    private static final int P256_BITS = 256;

    /** Checks that this signature is over the act of this digest. */
    public static Assertion check(Signature.Passkey passkey, ActDigest act) throws Broken {
        ClientData client = ClientData.read(passkey.clientData());
        if (!"webauthn.get".equals(client.text("type").orElse(""))) {
            throw Broken.of(Rule.SIGNATURE_CEREMONY);
        }
        if (!SignatureForm.url(act.bytes()).equals(client.text("challenge").orElse(""))) {
            throw Broken.of(Rule.SIGNATURE_CHALLENGE);
        }
        byte[] data = passkey.authenticatorData();
        if (data.length < AUTHENTICATOR_BYTES) {
            throw Broken.of(Rule.SIGNATURE_FORM, "field", "authenticator_data");
        }
        String origin = client.text("origin").orElse("");
        String site = site(origin, Arrays.copyOf(data, FLAGS));
        if ((data[FLAGS] & USER_PRESENT) == 0 || (data[FLAGS] & USER_VERIFIED) == 0) {
            throw Broken.of(Rule.SIGNATURE_UNVERIFIED);
        }
        signed(passkey);
        return new Assertion(
                origin, site, Integer.toUnsignedLong(ByteBuffer.wrap(data).getInt(FLAGS + 1)));
    }

    /** The host of the origin, or the domain above it, whose hash the authenticator signed. */
    private static String site(String origin, byte[] hash) throws Broken {
        String domain = host(origin);
        while (!domain.isEmpty()) {
            if (Arrays.equals(ActDigest.sha256(domain.getBytes(StandardCharsets.UTF_8)), hash)) {
                return domain;
            }
            int dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
        throw Broken.of(Rule.SIGNATURE_SITE, "origin", origin);
    }

    private static String host(String origin) throws Broken {
        try {
            @Nullable String host = URI.create(origin).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException notOne) {
            throw Broken.of(Rule.SIGNATURE_SITE, "origin", origin);
        }
    }

    private static void signed(Signature.Passkey passkey) throws Broken {
        PublicKey key = key(passkey);
        try {
            var check = java.security.Signature.getInstance(
                    switch (passkey.algorithm()) {
                        case ES256 -> "SHA256withECDSA";
                        case EDDSA -> "Ed25519";
                        case RS256 -> "SHA256withRSA";
                    });
            check.initVerify(key);
            check.update(passkey.authenticatorData());
            check.update(ActDigest.sha256(passkey.clientData()));
            if (check.verify(passkey.signature())) {
                return;
            }
        } catch (GeneralSecurityException notOne) {
            // A signature of another form is none by this key.
        }
        throw Broken.of(Rule.SIGNATURE_WRONG);
    }

    private static PublicKey key(Signature.Passkey passkey) throws Broken {
        try {
            PublicKey key = KeyFactory.getInstance(
                            switch (passkey.algorithm()) {
                                case ES256 -> "EC";
                                case EDDSA -> "Ed25519";
                                case RS256 -> "RSA";
                            })
                    .generatePublic(new X509EncodedKeySpec(passkey.publicKey()));
            if (strong(key) && Arrays.equals(key.getEncoded(), passkey.publicKey())) {
                return key;
            }
        } catch (GeneralSecurityException notOne) {
            // Refused below, like a key that is too weak.
        }
        throw Broken.of(Rule.SIGNATURE_FORM, "field", "public_key");
    }

    private static boolean strong(PublicKey key) {
        return switch (key) {
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() == P256_BITS;
            case RSAPublicKey rsa -> rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            default -> true;
        };
    }
}
