package org.plumbline.engine.log.timestamp;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * A timestamp (RFC 3161 TimeStampToken) over a text, SHA-256 of its bytes in UTF-8. Once read, its signature by the
 * certificate it carries holds, and that certificate is one for timestamps and was valid then; nobody has vouched for
 * the certificate.
 *
 * @param at when the authority says it was
 * @param authority name of the certificate's subject
 * @param fingerprint SHA-256 of the certificate, 64 hexadecimal digits
 * @param selfAsserted whether the certificate signs itself: it then says no more than that its holder says so
 * @param imprint SHA-256 of what was stamped, 64 hexadecimal digits
 * @param nonce of the question, where one is repeated
 */
public record Timestamp(
        Instant at,
        String authority,
        String fingerprint,
        boolean selfAsserted,
        String imprint,
        Optional<BigInteger> nonce) {
    /** Ample for a chain of certificates of the largest keys in use. */
    public static final int MOST_BYTES = 65_536;

    private static final String PURPOSE = "1.3.6.1.5.5.7.3.8";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final int FIXED_PARTS = 5;
    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuuMMddHHmmss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendLiteral('Z')
            .toFormatter(Locale.ROOT);

    /** Reads a token and checks all that it says of itself. */
    public static Timestamp read(byte[] token) throws Refused {
        if (token.length > MOST_BYTES) {
            throw new Refused(Fault.TOO_LONG, "a timestamp has at most " + MOST_BYTES + " bytes");
        }
        SignedData signed = SignedData.checked(token);
        List<Der> parts = Der.of(signed.content()).children(Der.SEQUENCE);
        if (parts.size() < FIXED_PARTS || !parts.getFirst().integer().equals(BigInteger.ONE)) {
            throw Der.broken("no TSTInfo of version 1");
        }
        Instant at = time(parts.get(4).as(Der.TIME).content());
        X509Certificate certificate = signed.signer();
        requirePurpose(certificate);
        requireValid(certificate, at);
        return new Timestamp(
                at,
                certificate.getSubjectX500Principal().getName(),
                HexFormat.of().formatHex(Algorithms.digest("SHA-256", SignedData.encoded(certificate))),
                signsItself(certificate),
                imprint(parts.get(2).children(Der.SEQUENCE)),
                nonce(parts));
    }

    /** Refuses unless this is the text that was stamped. */
    public void requireOver(String text) throws Refused {
        if (!imprint.equals(imprintOf(text))) {
            throw new Refused(Fault.TIMESTAMP_IMPRINT, "it is over something else");
        }
    }

    /** SHA-256 of a text's bytes in UTF-8, 64 hexadecimal digits. */
    public static String imprintOf(String text) {
        return HexFormat.of().formatHex(Algorithms.digest("SHA-256", text.getBytes(StandardCharsets.UTF_8)));
    }

    private static String imprint(List<Der> parts) throws Refused {
        String algorithm =
                Der.child(Der.child(parts, 0).children(Der.SEQUENCE), 0).object();
        if (!algorithm.equals(Algorithms.SHA_256)) {
            throw new Refused(Fault.TIMESTAMP_ALGORITHM, "an imprint by " + algorithm + ", not by SHA-256");
        }
        return HexFormat.of().formatHex(Der.child(parts, 1).as(Der.OCTETS).content());
    }

    /** The only number after the time; accuracy is a sequence, ordering a truth value. */
    private static Optional<BigInteger> nonce(List<Der> parts) throws Refused {
        for (Der part : parts.subList(FIXED_PARTS, parts.size())) {
            if (part.tag() == Der.INTEGER) {
                return Optional.of(part.integer());
            }
        }
        return Optional.empty();
    }

    private static Instant time(byte[] bytes) throws Refused {
        String text = new String(bytes, StandardCharsets.US_ASCII);
        try {
            return LocalDateTime.parse(text, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw Der.broken("\"" + text + "\" is no time");
        }
    }

    /** For timestamps and nothing else, and said so in an extension that may not be passed over (section 2.3). */
    private static void requirePurpose(X509Certificate certificate) throws Refused {
        try {
            var critical = certificate.getCriticalExtensionOIDs();
            boolean fit = List.of(PURPOSE).equals(certificate.getExtendedKeyUsage())
                    && critical != null
                    && critical.contains(EXTENDED_KEY_USAGE);
            if (!fit) {
                throw new Refused(Fault.TIMESTAMP_PURPOSE, "its certificate is not one for timestamps alone");
            }
        } catch (CertificateParsingException e) {
            throw new Refused(Fault.TIMESTAMP_CERTIFICATE, "its certificate cannot be read");
        }
    }

    private static void requireValid(X509Certificate certificate, Instant at) throws Refused {
        if (at.isBefore(certificate.getNotBefore().toInstant())
                || at.isAfter(certificate.getNotAfter().toInstant())) {
            throw new Refused(Fault.TIMESTAMP_CERTIFICATE, "its certificate was not valid at " + at);
        }
    }

    private static boolean signsItself(X509Certificate certificate) {
        if (!certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(certificate.getPublicKey());
            return true;
        } catch (GeneralSecurityException another) {
            return false;
        }
    }
}
