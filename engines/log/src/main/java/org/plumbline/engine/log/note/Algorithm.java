package org.plumbline.engine.log.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.NamedParameterSpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** The two signature algorithms, over the bare keys that note keys hold. */
enum Algorithm {
    /** RFC 8032; the prefix of a public key is that of RFC 8410. */
    ED25519("Ed25519", 32, 64, "302a300506032b6570032100"),
    /** FIPS 204; the prefix of a public key is that of RFC 9881. */
    ML_DSA_44("ML-DSA-44", 1312, 2420, "30820532300b06096086480165030403110382052100");

    /** Both make a key pair out of 32 random bytes (RFC 8032 section 5.1.5, FIPS 204 algorithm 1). */
    static final int SEED_BYTES = 32;

    private final String jdkName;
    private final int keyBytes;
    private final int signatureBytes;
    private final String prefix;

    Algorithm(String jdkName, int keyBytes, int signatureBytes, String prefix) {
        this.jdkName = jdkName;
        this.keyBytes = keyBytes;
        this.signatureBytes = signatureBytes;
        this.prefix = prefix;
    }

    int signatureBytes() {
        return signatureBytes;
    }

    PublicKey publicKey(byte[] bare) throws Refused {
        if (bare.length != keyBytes) {
            throw new Refused(Fault.KEY_MATERIAL, bare.length + " bytes, not " + keyBytes);
        }
        byte[] encoded = HexFormat.of().parseHex(prefix + HexFormat.of().formatHex(bare));
        try {
            return KeyFactory.getInstance(jdkName).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException notAKey) {
            throw new Refused(Fault.KEY_MATERIAL, "no " + jdkName + " public key");
        }
    }

    byte[] bare(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Arrays.copyOfRange(encoded, encoded.length - keyBytes, encoded.length);
    }

    /**
     * The pair that a seed gives. The platform has no other way from a seed to the public key: it asks its randomness
     * once, for exactly the seed. A signer key states the identifier of its public key, so another answer would be
     * noticed.
     */
    KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(jdkName);
            generator.initialize(new NamedParameterSpec(jdkName), new Given(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has " + jdkName, e);
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(jdkName);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Signing with " + jdkName + " failed", e);
        }
    }

    void verify(PublicKey key, byte[] message, byte[] signature, String signer) throws Refused {
        try {
            Signature verifier = Signature.getInstance(jdkName);
            verifier.initVerify(key);
            verifier.update(message);
            if (verifier.verify(signature)) {
                return;
            }
        } catch (SignatureException malformed) {
            // Refused below, like a signature of another text.
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java 25 has " + jdkName, e);
        }
        throw new Refused(Fault.SIGNATURE_INVALID, "of " + signer);
    }

    /** Randomness that is given. */
    private static final class Given extends SecureRandom {
        private final byte[] seed;

        Given(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("The platform asked for " + bytes.length + " bytes, not for a seed");
            }
            System.arraycopy(seed, 0, bytes, 0, seed.length);
        }
    }
}
