package org.plumbline.cases.web;

import org.plumbline.audit.log.Seal;

/**
 * How far an entry is sealed, and what proves it.
 *
 * @param verifier the key that checkpoints are verified with, as it is written; empty until the log is open
 * @param proof where the proof is to be had
 */
public record SealPart(Seal seal, String verifier, String proof) {
    /** What vouches for that key and asks for no witness, as a C2SP tlog-policy. */
    public String policy() {
        return "log " + verifier + "\nquorum none\n";
    }
}
