package org.plumbline.verifier;

import java.util.List;
import org.plumbline.engine.evidence.packages.CustodyChain;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.engine.log.note.VerifierKey;
import org.plumbline.engine.log.policy.Policy;
import org.plumbline.engine.log.statement.Statement;

/**
 * A package of which everything holds.
 *
 * @param chains in the order of the terms
 * @param statement by which the organisation gave it out
 * @param log the key that the log itself states
 */
public record CheckedPackage(
        Handling handling, List<CustodyChain> chains, Statement statement, Policy.Accepted accepted, VerifierKey log) {
    public CheckedPackage {
        chains = List.copyOf(chains);
    }

    /** Whether the organisation is among those that somebody vouched for. */
    public boolean isVouchedBy(Vouched vouched) {
        return vouched.organisations().contains(statement.key());
    }
}
