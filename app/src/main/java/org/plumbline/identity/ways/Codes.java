package org.plumbline.identity.ways;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.plumbline.kernel.MemberId;
import org.springframework.stereotype.Component;

/** Codes of six digits from an app (RFC 6238 with its defaults: HMAC-SHA-1, steps of 30 seconds). */
@Component
class Codes {
    /** RFC 4226, section 4, requirement R6, asks for at least 128 bits and recommends 160. */
    private static final int SECRET_BYTES = 20;

    private static final int STEP_SECONDS = 30;
    private static final int TIME_BYTES = 8;
    private static final Duration OFFER_LIFE = Duration.ofMinutes(30);
    /** A clock may be a step before or behind ours. */
    private static final List<Integer> OFFSETS = List.of(0, -1, 1);

    private final TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    private final SecureRandom random = new SecureRandom();
    private final KeptKey key;

    Codes(KeptKey key) {
        this.key = key;
    }

    /** A new secret for an app, not kept yet: it comes back, sealed, with the first code. */
    CodeOffer offer(MemberId member, String name, Instant now) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return offer(member, name, secret, now.plus(OFFER_LIFE));
    }

    /** The same offer again; absent when it was altered, made for somebody else, or is too old. */
    Optional<CodeOffer> again(MemberId member, String name, String sealed, Instant now) {
        return opened(member, sealed, now).map(open -> offer(member, name, open.secret(), open.until()));
    }

    /** The secret of an offer. */
    Optional<byte[]> secret(MemberId member, String sealed, Instant now) {
        return opened(member, sealed, now).map(Opened::secret);
    }

    /** How the secret lies in the records. */
    byte[] keep(MemberId member, byte[] secret) {
        return key.seal(secret, "codes of " + member);
    }

    /** The step whose code this is; absent when it is none of now, just before or just after. */
    OptionalLong step(MemberId member, byte[] kept, String code, Instant now) {
        byte[] secret = key.open(kept, "codes of " + member)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "The secret of a code app can't be opened: keys/sign-in.key is not the one it was sealed with"));
        return step(secret, code, now);
    }

    /** As {@link #step(MemberId, byte[], String, Instant)} with the secret itself. */
    OptionalLong step(byte[] secret, String code, Instant now) {
        byte[] given = code.replaceAll("\\s", "").getBytes(StandardCharsets.UTF_8);
        var of = new SecretKeySpec(secret, "RAW");
        return OFFSETS.stream()
                .map(offset -> now.plusSeconds((long) offset * STEP_SECONDS))
                .filter(at -> MessageDigest.isEqual(code(of, at), given))
                .mapToLong(at -> Math.floorDiv(at.getEpochSecond(), STEP_SECONDS))
                .findFirst();
    }

    private byte[] code(SecretKeySpec of, Instant at) {
        try {
            return generator.generateOneTimePasswordString(of, at, Locale.ROOT).getBytes(StandardCharsets.UTF_8);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private CodeOffer offer(MemberId member, String name, byte[] secret, Instant until) {
        String text = new Base32().encodeToString(secret).replace("=", "");
        byte[] whole = ByteBuffer.allocate(TIME_BYTES + secret.length)
                .putLong(until.getEpochSecond())
                .put(secret)
                .array();
        String sealed =
                Base64.getUrlEncoder().withoutPadding().encodeToString(key.seal(whole, "codes offered to " + member));
        return new CodeOffer(
                text, "otpauth://totp/Plumbline:" + encoded(name) + "?secret=" + text + "&issuer=Plumbline", sealed);
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Opened(byte[] secret, Instant until) {}

    private Optional<Opened> opened(MemberId member, String sealed, Instant now) {
        return decoded(sealed)
                .flatMap(whole -> key.open(whole, "codes offered to " + member))
                .map(whole -> new Opened(
                        Arrays.copyOfRange(whole, TIME_BYTES, whole.length),
                        Instant.ofEpochSecond(ByteBuffer.wrap(whole).getLong())))
                .filter(open -> now.isBefore(open.until()));
    }

    private static Optional<byte[]> decoded(String sealed) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(sealed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
