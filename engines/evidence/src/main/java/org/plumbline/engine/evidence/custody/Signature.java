package org.plumbline.engine.evidence.custody;

import java.time.Instant;
import java.util.Optional;

/** That a person stands by an act. */
public sealed interface Signature {
    /**
     * By a passkey of theirs: anyone can check it.
     *
     * @param publicKey SubjectPublicKeyInfo in DER
     * @param credential the identifier that the authenticator chose
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; handed from records to checks only
    record Passkey(
            Algorithm algorithm,
            byte[] publicKey,
            byte[] credential,
            byte[] authenticatorData,
            byte[] clientData,
            byte[] signature)
            implements Signature {}

    /**
     * The server says so, to whom they had just shown who they are.
     *
     * @param by through what the act came: {@code session} or {@code token}
     * @param proof by what they showed it: {@code session}, or {@code token}
     */
    record Attested(String by, String proof, Instant provenAt) implements Signature {}

    /** The algorithms that passkeys are made with here. */
    enum Algorithm {
        ES256,
        EDDSA,
        RS256;

        /** The name in the signature's text. */
        public String code() {
            return this == EDDSA ? "EdDSA" : name();
        }

        /** The algorithm of a name. */
        public static Optional<Algorithm> ofCode(String code) {
            for (Algorithm algorithm : values()) {
                if (algorithm.code().equals(code)) {
                    return Optional.of(algorithm);
                }
            }
            return Optional.empty();
        }
    }

    /** The way, as it stands in text and on the trail: {@code passkey} or {@code attested}. */
    default String way() {
        return switch (this) {
            case Passkey passkey -> "passkey";
            case Attested attested -> "attested";
        };
    }

    /** The canonical bytes. */
    default byte[] canonical() {
        return SignatureForm.write(this);
    }

    /** Reads a signature in its one form. */
    static Signature read(byte[] canonical) throws Broken {
        return SignatureForm.read(canonical);
    }
}
