package org.plumbline.verifier;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.refusal.Refused;

/**
 * Keys that whoever verifies has from others: a C2SP tlog-policy, in whose comments {@code # organisation KEY} stands
 * for organisations, so that other programs read the same file.
 */
public record Vouched(Policy policy, List<VerifierKey> organisations) {
    private static final String ORGANISATION = "# organisation ";

    public Vouched {
        organisations = List.copyOf(organisations);
    }

    /** Reads such a file. */
    public static Vouched read(byte[] file) throws Refused {
        var organisations = new ArrayList<VerifierKey>();
        for (String line : new String(file, StandardCharsets.UTF_8).lines().toList()) {
            if (line.startsWith(ORGANISATION)) {
                organisations.add(
                        VerifierKey.parse(line.substring(ORGANISATION.length()).strip()));
            }
        }
        return new Vouched(Policy.parse(file), organisations);
    }
}
