package org.plumbline.settings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The certificate that people's browsers are shown, with its key.
 *
 * @param shown the certificate of the server itself, first of its chain
 */
record SiteCertificate(X509Certificate shown, PrivateKey key) {
    /** What a certificate and a key can't be used for; its message is the rest of a sentence about their file. */
    static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        Unusable(String why) {
            super(why, null, false, false);
        }
    }

    static SiteCertificate ofPem(Path certificate, Path key) throws Unusable {
        try {
            List<X509Certificate> chain = PemContent.load(certificate).getCertificates();
            PrivateKey found = PemContent.load(key).getPrivateKey();
            if (chain == null || chain.isEmpty()) {
                throw new Unusable("holds no certificate");
            }
            if (found == null) {
                throw new Unusable("has no key beside it in " + key);
            }
            return new SiteCertificate(chain.getFirst(), found);
        } catch (IOException | IllegalStateException | IllegalArgumentException e) {
            throw new Unusable("can't be used with the key " + key + ": it holds no PEM that is understood");
        }
    }

    static SiteCertificate ofStore(Path store, String password) throws Unusable {
        try (InputStream in = Files.newInputStream(store)) {
            var keys = KeyStore.getInstance("PKCS12");
            keys.load(in, password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.getKey(alias, password.toCharArray()) instanceof PrivateKey key
                        && keys.getCertificate(alias) instanceof X509Certificate shown) {
                    return new SiteCertificate(shown, key);
                }
            }
            throw new Unusable("holds no certificate with its key");
        } catch (IOException | GeneralSecurityException e) {
            throw new Unusable("can't be opened with the password of tls.password-file, or is no PKCS12 file");
        }
    }

    /** What keeps browsers from accepting it at this address now, as the rest of a sentence. */
    Optional<String> fault(URI url, Instant now) {
        if (!belongTogether()) {
            return Optional.of("belongs to another key than the one beside it");
        }
        if (now.isAfter(shown.getNotAfter().toInstant())) {
            return Optional.of("ended on " + shown.getNotAfter().toInstant());
        }
        if (now.isBefore(shown.getNotBefore().toInstant())) {
            return Optional.of("begins only on " + shown.getNotBefore().toInstant());
        }
        String host = url.getHost().toLowerCase(Locale.ROOT);
        List<String> names = names();
        return names.stream().anyMatch(name -> isFor(name, host))
                ? Optional.empty()
                : Optional.of("is for " + String.join(", ", names) + " and not for " + host + ", which url names");
    }

    /** Names of hosts, and addresses in numbers (RFC 5280 section 4.2.1.6). */
    private List<String> names() {
        try {
            var others = shown.getSubjectAlternativeNames();
            return others == null
                    ? List.of("nobody")
                    : others.stream()
                            .filter(name -> name.get(0).equals(2) || name.get(0).equals(7))
                            .map(name -> String.valueOf(name.get(1)).toLowerCase(Locale.ROOT))
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of("nobody");
        }
    }

    /** A star stands for one label at the start (RFC 6125 section 6.4.3). */
    private static boolean isFor(String name, String host) {
        return name.equals(host)
                || (name.startsWith("*.")
                        && host.indexOf('.') > 0
                        && host.substring(host.indexOf('.')).equals(name.substring(1)));
    }

    private boolean belongTogether() {
        try {
            String algorithm = switch (key.getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> key.getAlgorithm();
            };
            byte[] probe = new byte[32];
            new SecureRandom().nextBytes(probe);
            Signature signing = Signature.getInstance(algorithm);
            signing.initSign(key);
            signing.update(probe);
            Signature checking = Signature.getInstance(algorithm);
            checking.initVerify(shown.getPublicKey());
            checking.update(probe);
            return checking.verify(signing.sign());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
