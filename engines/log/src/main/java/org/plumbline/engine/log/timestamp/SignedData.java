package org.plumbline.engine.log.timestamp;

import java.io.ByteArrayInputStream;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * The CMS around a timestamp (RFC 5652, RFC 3161 section 2.4.2), of one signer whose certificate is in it and is named
 * by what is signed (RFC 5035, RFC 5816).
 *
 * @param content the TSTInfo
 * @param signer whose signature over it was checked
 */
@SuppressWarnings("ArrayRecordComponent") // Read once, never compared.
record SignedData(byte[] content, X509Certificate signer) {
    private static final String SIGNED_DATA = "1.2.840.113549.1.7.2";
    private static final String TIMESTAMP = "1.2.840.113549.1.9.16.1.4";
    private static final String CONTENT_TYPE = "1.2.840.113549.1.9.3";
    private static final String MESSAGE_DIGEST = "1.2.840.113549.1.9.4";
    private static final String SIGNING_CERTIFICATE = "1.2.840.113549.1.9.16.2.12";
    private static final String SIGNING_CERTIFICATE_V2 = "1.2.840.113549.1.9.16.2.47";
    private static final int SIGNER_PARTS = 6;

    /** Reads it and checks its signature. */
    static SignedData checked(byte[] token) throws Refused {
        List<Der> outer = Der.of(token).children(Der.SEQUENCE);
        requireObject(Der.child(outer, 0), SIGNED_DATA);
        List<Der> parts = single(Der.child(outer, 1).as(Der.CONTEXT)).children(Der.SEQUENCE);
        List<Der> inner = Der.child(parts, 2).children(Der.SEQUENCE);
        requireObject(Der.child(inner, 0), TIMESTAMP);
        byte[] content =
                single(Der.child(inner, 1).as(Der.CONTEXT)).as(Der.OCTETS).content();
        List<Der> signer = single(parts.getLast().as(Der.SET)).children(Der.SEQUENCE);
        if (signer.size() < SIGNER_PARTS || parts.get(3).tag() != Der.CONTEXT) {
            throw new Refused(Fault.TIMESTAMP_CERTIFICATE, "it carries no certificate, or signs nothing about it");
        }
        return checked(content, certificates(parts.get(3)), signer);
    }

    private static SignedData checked(byte[] content, List<X509Certificate> certificates, List<Der> signer)
            throws Refused {
        Der digest = signer.get(2);
        Der attributes = signer.get(3).as(Der.CONTEXT);
        requireObject(value(attributes, CONTENT_TYPE), TIMESTAMP);
        byte[] stated = value(attributes, MESSAGE_DIGEST).as(Der.OCTETS).content();
        if (!MessageDigest.isEqual(stated, Algorithms.digest(digest, content))) {
            throw new Refused(Fault.TIMESTAMP_SIGNATURE, "what is signed is another content");
        }
        X509Certificate certificate = named(attributes, certificates);
        requireIdentified(signer.get(1), certificate);
        byte[] signed = attributes.whole().clone();
        // What is signed is the set as such, not under the tag it has in the message (RFC 5652, section 5.4).
        signed[0] = (byte) Der.SET;
        Algorithms.verify(
                signer.get(4),
                digest,
                certificate.getPublicKey(),
                signed,
                signer.get(5).as(Der.OCTETS).content());
        return new SignedData(content, certificate);
    }

    private static List<X509Certificate> certificates(Der set) throws Refused {
        var certificates = new ArrayList<X509Certificate>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Der each : set.children()) {
                if (each.tag() == Der.SEQUENCE) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(each.whole())));
                }
            }
        } catch (CertificateException e) {
            throw new Refused(Fault.TIMESTAMP_CERTIFICATE, "a certificate in it cannot be read");
        }
        return certificates;
    }

    /** The certificate that the signed attributes name by its digest. */
    private static X509Certificate named(Der attributes, List<X509Certificate> certificates) throws Refused {
        Optional<Der> second = find(attributes, SIGNING_CERTIFICATE_V2);
        Der all = second.isPresent() ? second.get() : value(attributes, SIGNING_CERTIFICATE);
        Der list = Der.child(all.children(Der.SEQUENCE), 0);
        List<Der> own = Der.child(list.children(Der.SEQUENCE), 0).children(Der.SEQUENCE);
        boolean states = second.isPresent() && Der.child(own, 0).tag() == Der.SEQUENCE;
        byte[] hash = Der.child(own, states ? 1 : 0).as(Der.OCTETS).content();
        for (X509Certificate certificate : certificates) {
            byte[] bytes = encoded(certificate);
            byte[] digest = states
                    ? Algorithms.digest(own.getFirst(), bytes)
                    : Algorithms.digest(second.isPresent() ? "SHA-256" : "SHA-1", bytes);
            if (MessageDigest.isEqual(digest, hash)) {
                return certificate;
            }
        }
        throw new Refused(Fault.TIMESTAMP_CERTIFICATE, "it does not carry the certificate it says it is signed with");
    }

    /** By issuer and number; a signer that is identified otherwise is the one that the signed attributes name. */
    private static void requireIdentified(Der identifier, X509Certificate certificate) throws Refused {
        if (identifier.tag() == Der.SEQUENCE) {
            List<Der> parts = identifier.children();
            boolean same = Arrays.equals(
                            Der.child(parts, 0).whole(),
                            certificate.getIssuerX500Principal().getEncoded())
                    && Der.child(parts, 1).integer().equals(certificate.getSerialNumber());
            if (!same) {
                throw new Refused(Fault.TIMESTAMP_CERTIFICATE, "its signer is not whom the signed certificate names");
            }
        }
    }

    private static Der value(Der attributes, String object) throws Refused {
        return find(attributes, object)
                .orElseThrow(() -> new Refused(Fault.TIMESTAMP_SIGNATURE, "nothing is signed about " + object));
    }

    private static Optional<Der> find(Der attributes, String object) throws Refused {
        for (Der attribute : attributes.children()) {
            List<Der> parts = attribute.children(Der.SEQUENCE);
            if (Der.child(parts, 0).object().equals(object)) {
                return Optional.of(single(Der.child(parts, 1).as(Der.SET)));
            }
        }
        return Optional.empty();
    }

    private static Der single(Der in) throws Refused {
        List<Der> all = in.children();
        if (all.size() != 1) {
            throw Der.broken(all.size() + " values instead of one");
        }
        return all.getFirst();
    }

    private static void requireObject(Der value, String expected) throws Refused {
        if (!value.object().equals(expected)) {
            throw Der.broken("it is a " + value.object() + ", not a " + expected);
        }
    }

    static byte[] encoded(X509Certificate certificate) throws Refused {
        try {
            return certificate.getEncoded();
        } catch (CertificateException e) {
            throw new Refused(Fault.TIMESTAMP_CERTIFICATE, "the certificate cannot be written");
        }
    }
}
