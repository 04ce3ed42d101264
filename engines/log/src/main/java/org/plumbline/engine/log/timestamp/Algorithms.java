package org.plumbline.engine.log.timestamp;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** The algorithms of timestamps that we take, by their object identifiers (RFC 5754, RFC 5758, RFC 8419). */
final class Algorithms {
    static final String SHA_256 = "2.16.840.1.101.3.4.2.1";

    private static final Map<String, String> DIGESTS =
            Map.of(SHA_256, "SHA-256", "2.16.840.1.101.3.4.2.2", "SHA-384", "2.16.840.1.101.3.4.2.3", "SHA-512");

    private static final String RSA = "1.2.840.113549.1.1.1";

    private static final Map<String, String> SIGNATURES = Map.of(
            "1.2.840.113549.1.1.11", "SHA256withRSA",
            "1.2.840.113549.1.1.12", "SHA384withRSA",
            "1.2.840.113549.1.1.13", "SHA512withRSA",
            "1.2.840.10045.4.3.2", "SHA256withECDSA",
            "1.2.840.10045.4.3.3", "SHA384withECDSA",
            "1.2.840.10045.4.3.4", "SHA512withECDSA",
            "1.3.101.112", "Ed25519");

    private Algorithms() {}

    /** The digest of an AlgorithmIdentifier. */
    static byte[] digest(Der algorithm, byte[] of) throws Refused {
        return digest(digestName(algorithm), of);
    }

    static byte[] digest(String name, byte[] of) {
        try {
            return MessageDigest.getInstance(name).digest(of);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no " + name, e);
        }
    }

    /** Refuses unless this key has signed these bytes. */
    static void verify(Der algorithm, Der digest, PublicKey key, byte[] signed, byte[] signature) throws Refused {
        String object = first(algorithm);
        String name = object.equals(RSA) ? digestName(digest).replace("-", "") + "withRSA" : SIGNATURES.get(object);
        if (name == null) {
            throw unknown(object);
        }
        try {
            Signature check = Signature.getInstance(name);
            check.initVerify(key);
            check.update(signed);
            if (!check.verify(signature)) {
                throw new Refused(Fault.TIMESTAMP_SIGNATURE, "it is not signed by the certificate in it");
            }
        } catch (GeneralSecurityException e) {
            throw new Refused(Fault.TIMESTAMP_SIGNATURE, "its signature cannot be checked: " + e.getMessage());
        }
    }

    private static String digestName(Der algorithm) throws Refused {
        String object = first(algorithm);
        String name = DIGESTS.get(object);
        if (name == null) {
            throw unknown(object);
        }
        return name;
    }

    private static String first(Der algorithm) throws Refused {
        List<Der> parts = algorithm.children(Der.SEQUENCE);
        return Der.child(parts, 0).object();
    }

    private static Refused unknown(String object) {
        return new Refused(Fault.TIMESTAMP_ALGORITHM, object);
    }
}
