package org.plumbline.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cmp.PKIFailureInfo;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.asn1.cmp.PKIStatusInfo;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** An authority for timestamps (RFC 3161) on 127.0.0.1 with a certificate that another one has signed. */
public final class TimestampAuthority implements AutoCloseable {
    private static final String SIGNATURE = "SHA256withRSA";
    private static final int TOO_MANY_BYTES = 70_000;

    private final HttpServer server;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final KeyPair key;
    private final X509Certificate root;
    private final X509Certificate certificate;
    private final X509Certificate otherPurpose;

    /** How the next questions are answered. */
    public volatile Way way = Way.SOUND;

    /** Ways of answering. */
    public enum Way {
        SOUND,
        OTHER_NONCE,
        OTHER_IMPRINT,
        OTHER_PURPOSE,
        OTHER_SIGNATURE,
        NO_CERTIFICATE,
        GARBAGE,
        TOO_BIG,
        SLOW,
        REJECTED,
        FAILING,
        ELSEWHERE,
        OTHER_TYPE
    }

    /** Starts one. */
    public TimestampAuthority() throws IOException, GeneralSecurityException, OperatorException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        KeyPair rootKey = keys.generateKeyPair();
        key = keys.generateKeyPair();
        root = certificate("Meridian Time Root", "Meridian Time Root", rootKey, rootKey, null);
        certificate = certificate("Meridian Time", "Meridian Time Root", key, rootKey, KeyPurposeId.id_kp_timeStamping);
        otherPurpose =
                certificate("Meridian Mail", "Meridian Time Root", key, rootKey, KeyPurposeId.id_kp_emailProtection);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** Where it is asked. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/time");
    }

    /** The certificate that has signed its own. */
    public X509Certificate root() {
        return root;
    }

    /** The certificate it signs with. */
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public void close() {
        ended.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] answer = answer(exchange.getRequestBody().readAllBytes());
            int status = way == Way.FAILING ? 500 : way == Way.ELSEWHERE ? 307 : 200;
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.getResponseHeaders()
                    .set("Content-Type", way == Way.OTHER_TYPE ? "text/html" : "application/timestamp-reply");
            exchange.sendResponseHeaders(status, 0);
            if (way == Way.SLOW) {
                exchange.getResponseBody().write(answer, 0, 1);
                exchange.getResponseBody().flush();
                ended.await();
            }
            exchange.getResponseBody().write(answer);
        } catch (GeneralSecurityException | OperatorException | TSPException | CMSException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private byte[] answer(byte[] question)
            throws IOException, GeneralSecurityException, OperatorException, TSPException, CMSException {
        var asked = new TimeStampRequest(question);
        return switch (way) {
            case OTHER_NONCE ->
                sound(request(asked.getMessageImprintDigest(), asked.getNonce().add(BigInteger.ONE)), true);
            case OTHER_IMPRINT -> sound(request(new byte[32], asked.getNonce()), true);
            case OTHER_PURPOSE -> otherPurpose(asked);
            case OTHER_SIGNATURE -> otherSignature(sound(asked, true));
            case NO_CERTIFICATE -> sound(asked, false);
            case GARBAGE -> "<html>Welcome</html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            case TOO_BIG -> new byte[TOO_MANY_BYTES];
            case REJECTED ->
                responses(true)
                        .generateFailResponse(PKIStatus.REJECTION, PKIFailureInfo.badRequest, "closed today")
                        .getEncoded();
            case SOUND, SLOW, FAILING, ELSEWHERE, OTHER_TYPE -> sound(asked, true);
        };
    }

    private byte[] sound(TimeStampRequest asked, boolean withCertificate)
            throws IOException, GeneralSecurityException, OperatorException, TSPException {
        return responses(withCertificate)
                .generate(asked, BigInteger.TEN, Date.from(Instant.now()))
                .getEncoded();
    }

    private TimeStampResponseGenerator responses(boolean withCertificate)
            throws GeneralSecurityException, OperatorException, TSPException {
        var tokens = new TimeStampTokenGenerator(
                new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, key.getPrivate(), certificate),
                new JcaDigestCalculatorProviderBuilder().build().get(new AlgorithmIdentifier(TSPAlgorithms.SHA256)),
                new ASN1ObjectIdentifier("2.5.29.32.0"));
        if (withCertificate) {
            tokens.addCertificates(new JcaCertStore(List.of(root, certificate)));
        }
        return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED);
    }

    private static TimeStampRequest request(byte[] imprint, BigInteger nonce) throws IOException {
        var requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        return requests.generate(TSPAlgorithms.SHA256, imprint, nonce);
    }

    private static byte[] otherSignature(byte[] answer) {
        answer[answer.length - 1] ^= 1;
        return answer;
    }

    /** The library makes none with such a certificate, so it is signed by hand. */
    private byte[] otherPurpose(TimeStampRequest asked)
            throws IOException, GeneralSecurityException, OperatorException, TSPException, CMSException {
        byte[] content = (byte[]) new TimeStampResponse(sound(asked, true))
                .getTimeStampToken()
                .toCMSSignedData()
                .getSignedContent()
                .getContent();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(otherPurpose.getEncoded());
        var attributes = new ASN1EncodableVector();
        attributes.add(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(hash)))));
        var generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSimpleSignerInfoGeneratorBuilder()
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(new AttributeTable(attributes)))
                .build(SIGNATURE, key.getPrivate(), otherPurpose));
        generator.addCertificates(new JcaCertStore(List.of(otherPurpose)));
        var token = generator.generate(new CMSProcessableByteArray(PKCSObjectIdentifiers.id_ct_TSTInfo, content), true);
        var answer = new ASN1EncodableVector();
        answer.add(new PKIStatusInfo(PKIStatus.granted));
        answer.add(token.toASN1Structure());
        return new DERSequence(answer).getEncoded("DER");
    }

    private static X509Certificate certificate(
            String name,
            String by,
            KeyPair own,
            KeyPair signing,
            @org.jspecify.annotations.Nullable KeyPurposeId purpose)
            throws IOException, GeneralSecurityException, OperatorException {
        Instant now = Instant.now();
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name("CN=" + by),
                new BigInteger(64, new java.security.SecureRandom()),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(30))),
                new X500Name("CN=" + name),
                own.getPublic());
        if (purpose == null) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(signing.getPrivate())));
    }
}
