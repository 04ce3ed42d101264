package org.plumbline.identity.ways;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticatorTransport;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.authenticator.AttestedCredentialData;
import com.webauthn4j.data.attestation.authenticator.AuthenticatorData;
import com.webauthn4j.data.attestation.authenticator.COSEKey;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.data.extension.client.AuthenticationExtensionsClientOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;
import org.springframework.stereotype.Component;

/**
 * The two ceremonies of W3C Web Authentication Level 3, sections 7.1 and 7.2: user verification is required, and the
 * maker of an authenticator is not asked for (attestation "none").
 */
@Component
class PasskeyCheck {
    /** ES256, EdDSA and RS256, in the order of preference. */
    static final List<Integer> ALGORITHMS = List.of(-7, -8, -257);

    private static final int AAGUID_BYTES = 16;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final ObjectConverter converter = new ObjectConverter();
    private final WebAuthnManager manager = WebAuthnManager.createNonStrictWebAuthnManager(converter);
    private final AttestedCredentialDataConverter attested = new AttestedCredentialDataConverter(converter);
    private final SiteAddress address;

    PasskeyCheck(SiteAddress address) {
        this.address = address;
    }

    /**
     * An answer to a challenge, not checked yet.
     *
     * @param credential which passkey it names
     * @param holder whose passkey it says it is; absent when it doesn't say
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Answered(AuthenticationData data, byte[] credential, Optional<byte[]> holder) {
        // The library's annotations stand on the elements of its arrays, where the checker reads them otherwise.
        @SuppressWarnings("NullAway")
        static Answered of(AuthenticationData data) {
            byte[] handle = data.getUserHandle();
            return new Answered(
                    data,
                    Objects.requireNonNull(data.getCredentialId()),
                    handle == null || handle.length == 0 ? Optional.empty() : Optional.of(handle));
        }
    }

    /** What checks a passkey's signatures: COSE algorithm (RFC 9053) and key. */
    record Key(int algorithm, PublicKey key) {}

    /** What a use of a passkey says of it. */
    record Use(long signCount, boolean backedUp) {}

    /**
     * Checks a new credential; a wrong one is refused. Whatever the library throws at bytes from outside is about them:
     * beside its own exceptions that may be any other, such as for a field that is missing.
     */
    PasskeyCredential made(String json, byte[] challenge) {
        try {
            RegistrationData data = manager.parseRegistrationResponseJSON(measured(json));
            manager.verify(data, new RegistrationParameters(server(challenge), offered(), true, true));
            return credential(data);
        } catch (RuntimeException e) {
            throw refused("passkey-not-made");
        }
    }

    Answered answered(String json) {
        try {
            return Answered.of(manager.parseAuthenticationResponseJSON(measured(json)));
        } catch (RuntimeException e) {
            throw refused("passkey-wrong");
        }
    }

    /** Checks the signature over this challenge; a counter that went backwards has a refusal of its own. */
    Use used(Answered answered, byte[] challenge, PasskeyCredential known) {
        try {
            AuthenticationData data = manager.verify(
                    answered.data(),
                    new AuthenticationParameters(server(challenge), record(known), List.of(known.id()), true, true));
            var said = Objects.requireNonNull(data.getAuthenticatorData());
            return new Use(said.getSignCount(), said.isFlagBS());
        } catch (MaliciousCounterValueException e) {
            throw refused("passkey-copied");
        } catch (RuntimeException e) {
            throw refused("passkey-wrong");
        }
    }

    static org.plumbline.kernel.Refused refused(String code) {
        return new Refusal(code, Refusal.Kind.INVALID, java.util.Map.of(), List.of()).asException();
    }

    private ServerProperty server(byte[] challenge) {
        return ServerProperty.builder()
                .origin(Origin.create(address.origin()))
                .rpId(address.host())
                .challenge(new DefaultChallenge(challenge))
                .build();
    }

    private static String measured(String json) {
        if (json.isBlank() || json.length() > LONGEST_ANSWER) {
            throw new DataConversionException("An answer of " + json.length() + " characters");
        }
        return json;
    }

    private static List<PublicKeyCredentialParameters> offered() {
        return ALGORITHMS.stream()
                .map(COSEAlgorithmIdentifier::create)
                .map(algorithm -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, algorithm))
                .toList();
    }

    private PasskeyCredential credential(RegistrationData data) {
        AuthenticatorData<?> said =
                Objects.requireNonNull(data.getAttestationObject()).getAuthenticatorData();
        AttestedCredentialData key = Objects.requireNonNull(said.getAttestedCredentialData());
        byte[] id = key.getCredentialId();
        byte[] whole = attested.convert(key);
        return new PasskeyCredential(
                id,
                Arrays.copyOfRange(whole, AAGUID_BYTES + 2 + id.length, whole.length),
                Arrays.copyOf(whole, AAGUID_BYTES),
                said.getSignCount(),
                said.isFlagBE(),
                said.isFlagBS(),
                transports(data.getTransports()));
    }

    private static List<String> transports(@Nullable Set<AuthenticatorTransport> said) {
        return said == null
                ? List.of()
                : said.stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .limit(10)
                        .toList();
    }

    /** The public key of a passkey, as java.security has it, with its COSE algorithm. */
    Key key(PasskeyCredential known) {
        COSEKey key = attested.convert(whole(known)).getCOSEKey();
        return new Key(
                Math.toIntExact(Objects.requireNonNull(key.getAlgorithm()).getValue()),
                Objects.requireNonNull(key.getPublicKey()));
    }

    private CredentialRecordImpl record(PasskeyCredential known) {
        return new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                known.backupEligible(),
                known.backedUp(),
                known.signCount(),
                attested.convert(whole(known)),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                new AuthenticationExtensionsClientOutputs<>(),
                known.transports().stream().map(AuthenticatorTransport::create).collect(Collectors.toSet()));
    }

    private static byte[] whole(PasskeyCredential known) {
        return ByteBuffer.allocate(AAGUID_BYTES + 2 + known.id().length + known.publicKey().length)
                .put(known.authenticator())
                .putShort((short) known.id().length)
                .put(known.id())
                .put(known.publicKey())
                .array();
    }
}
