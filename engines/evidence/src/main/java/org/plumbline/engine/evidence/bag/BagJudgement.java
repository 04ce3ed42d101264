package org.plumbline.engine.evidence.bag;

import java.util.List;
import java.util.Map;

/**
 * What a reading of a bag came to.
 *
 * @param faults in the order found; a bag without any is valid: complete, and each file as its manifests say
 * @param warnings what is odd and doesn't make it invalid
 * @param sha256 what each file's SHA-256 is, by path, as far as a manifest lists it; checked where there are no faults
 */
public record BagJudgement(List<BagFinding> faults, List<BagFinding> warnings, Map<String, String> sha256) {
    public BagJudgement {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
        sha256 = Map.copyOf(sha256);
    }

    /** Whether the bag is valid (RFC 8493 section 3). */
    public boolean valid() {
        return faults.isEmpty();
    }
}
