package org.plumbline.identity.ways;

import java.util.Map;
import java.util.Objects;
import org.plumbline.kernel.Acting;
import org.springframework.stereotype.Component;

/**
 * Signatures of the acting person by one of their passkeys, over something other than signing in: inside the act that
 * is signed, so that the passkey's counter is kept with it.
 */
@Component
public class PasskeySignatures {
    private final PasskeyTable table;
    private final PasskeyCheck check;
    private final PasskeyOptions options;
    private final PasskeyEntry entry;

    PasskeySignatures(PasskeyTable table, PasskeyCheck check, PasskeyOptions options, PasskeyEntry entry) {
        this.table = table;
        this.check = check;
        this.options = options;
        this.entry = entry;
    }

    /**
     * A signature with all that checks it.
     *
     * @param algorithm COSE algorithm (RFC 9053): -7, -8 or -257
     * @param publicKey SubjectPublicKeyInfo in DER
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; handed from checks to records only
    public record Signed(
            int algorithm,
            byte[] publicKey,
            byte[] credential,
            byte[] authenticatorData,
            byte[] clientData,
            byte[] signature) {}

    /** Whether the acting person has a passkey that works. */
    public boolean possible() {
        return !table.of(Acting.require().member()).isEmpty();
    }

    /** What the browser is asked for to sign this challenge with one of the acting person's passkeys. */
    public Map<String, Object> ask(byte[] challenge) {
        return options.using(challenge, table.of(Acting.require().member()));
    }

    /**
     * The signature that a browser's answer holds.
     *
     * @throws org.plumbline.kernel.Refused when it is not over this challenge by a passkey of the acting person
     */
    // The library's annotations stand on the elements of its arrays, where the checker reads them otherwise.
    @SuppressWarnings("NullAway")
    public Signed check(String json, byte[] challenge) {
        PasskeyCheck.Answered answered = check.answered(json);
        PasskeyTable.Stored mine = entry.known(answered)
                .filter(known ->
                        known.passkey().member().equals(Acting.require().member()))
                .orElseThrow(() -> PasskeyCheck.refused("passkey-wrong"));
        entry.use(mine, answered, challenge);
        PasskeyCheck.Key key = check.key(mine.credential());
        return new Signed(
                key.algorithm(),
                key.key().getEncoded(),
                mine.credential().id(),
                Objects.requireNonNull(answered.data().getAuthenticatorDataBytes()),
                Objects.requireNonNull(answered.data().getCollectedClientDataBytes()),
                Objects.requireNonNull(answered.data().getSignature()));
    }
}
