package org.plumbline.sample;

import java.util.Map;
import org.plumbline.identity.Member;

/** One sample case; loaded through the same doors as any other. */
interface SampleCase {
    /** Loads the case unless it is there; runs as the sample investigator. */
    void loadOnce(Map<String, Member> members);
}
