package org.plumbline.audit.log;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.timestamp.TimestampQuestion;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/**
 * An authority for timestamps inside this server, with a key of its own whose certificate signs itself. It says no more
 * than this server's clock does, so what it gives is marked self-asserted; but its tokens have the form of all others.
 */
final class EmbeddedAuthority {
    private static final String SIGNATURE = "SHA256withECDSA";
    private static final String CURVE = "secp256r1";
    private static final Duration VALID = Duration.ofDays(36_525);
    private static final int NUMBER_BITS = 127;
    private static final int NAME_BYTES = 8;

    /** No policy of anybody's: "all that is asked", 2.5.29.32.0 (RFC 5280, section 4.2.1.4). */
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("2.5.29.32.0");

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;
    private final SecureRandom random;

    private EmbeddedAuthority(PrivateKey key, X509Certificate certificate, Clock clock, SecureRandom random) {
        this.key = key;
        this.certificate = certificate;
        this.clock = clock;
        this.random = random;
    }

    /** Takes its key in from the plain file of before the master key, which holds the same text. */
    static void takeIn(KeyFolder keys) {
        keys.takeIn(
                KeyKind.TIMESTAMPS,
                "timestamps.pem",
                text -> Base64.getEncoder().encodeToString(part(text, "CERTIFICATE")));
    }

    /** The authority of this folder; a new one where there is none. */
    static EmbeddedAuthority of(KeyFolder keys, Clock clock, SecureRandom random) throws IOException {
        try {
            takeIn(keys);
            String text = keys.of(KeyKind.TIMESTAMPS, () -> made(clock.instant(), random))
                    .secret();
            byte[] key = part(text, "PRIVATE KEY");
            var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new java.io.ByteArrayInputStream(part(text, "CERTIFICATE")));
            PrivateKey read = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
            return new EmbeddedAuthority(read, certificate, clock, random);
        } catch (GeneralSecurityException | IllegalArgumentException | IllegalStateException e) {
            throw new IOException("The key for timestamps cannot be read or made", e);
        }
    }

    /** The token that answers a question. */
    byte[] ask(TimestampQuestion question) throws IOException, Refused {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, key, certificate),
                    digests.get(new org.bouncycastle.asn1.x509.AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                    POLICY);
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            var answers = new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
            return question.answeredBy(
                    answers.generate(new TimeStampRequest(question.bytes()), number(random), Date.from(clock.instant()))
                            .getEncoded());
        } catch (TSPException | OperatorException | GeneralSecurityException e) {
            throw new IOException("The embedded authority gave no timestamp", e);
        }
    }

    /** Key and certificate as PEM; the public part is the certificate in base64. */
    private static KeyFolder.Key made(Instant now, SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(CURVE), random);
            KeyPair pair = generator.generateKeyPair();
            var name = new byte[NAME_BYTES];
            random.nextBytes(name);
            byte[] certificate = certificate(pair, HexFormat.of().formatHex(name), now, random)
                    .getEncoded();
            return new KeyFolder.Key(
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()) + pem("CERTIFICATE", certificate),
                    Base64.getEncoder().encodeToString(certificate));
        } catch (IOException | GeneralSecurityException | OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate certificate(KeyPair pair, String name, Instant now, SecureRandom random)
            throws IOException, GeneralSecurityException, OperatorException {
        var subject = new X500Name("CN=Plumbline " + name + " (self-asserted)");
        var builder = new JcaX509v3CertificateBuilder(
                subject,
                number(random),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(VALID)),
                subject,
                pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate())));
    }

    private static BigInteger number(SecureRandom random) {
        return new BigInteger(NUMBER_BITS, random).add(BigInteger.ONE);
    }

    private static String pem(String kind, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
    }

    private static byte[] part(String text, String kind) {
        String begin = "-----BEGIN " + kind + "-----";
        int from = text.indexOf(begin);
        int to = text.indexOf("-----END " + kind + "-----");
        if (from < 0 || to < from) {
            throw new IllegalArgumentException("no " + kind);
        }
        return Base64.getMimeDecoder().decode(text.substring(from + begin.length(), to));
    }
}
