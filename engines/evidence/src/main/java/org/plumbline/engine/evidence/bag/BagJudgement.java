package org.plumbline.engine.evidence.bag;

import java.util.List;

/**
 * What a reading of a bag came to.
 *
 * @param faults in the order found; a bag without any is valid: complete, and each file as its manifests say
 * @param warnings what is odd and doesn't make it invalid
 */
public record BagJudgement(List<BagFinding> faults, List<BagFinding> warnings) {
    public BagJudgement {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    /** Whether the bag is valid (RFC 8493 section 3). */
    public boolean valid() {
        return faults.isEmpty();
    }
}
