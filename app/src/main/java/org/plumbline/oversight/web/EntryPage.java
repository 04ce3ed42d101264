package org.plumbline.oversight.web;

import org.plumbline.audit.log.Seal;
import org.plumbline.cases.web.TrailLine;

/**
 * One entry with all its facts; records by kind and identifier, no titles.
 *
 * @param seal how far it is sealed
 * @param verifier the key that checkpoints are verified with, as it is written; empty until the log is open
 */
public record EntryPage(TrailLine line, Seal seal, String verifier) {
    /** What vouches for that key and asks for no witness, as a C2SP tlog-policy. */
    public String policy() {
        return "log " + verifier + "\nquorum none\n";
    }

    /** Where the proof is to be had. */
    public String proof() {
        return "/oversight/entries/" + line.entry().id() + "/proof";
    }
}
