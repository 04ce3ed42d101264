package org.plumbline.sample;

import java.util.Map;
import org.plumbline.cases.CaseFile;
import org.plumbline.identity.Member;

/** One sample case; loaded through the same doors as any other. */
interface SampleCase {
    /** The title by which it is known to be there. */
    String title();

    /** Opens the case; runs as the sample investigator. */
    CaseFile open(Map<String, Member> members);

    /** Does the work of the case that was opened; runs as the sample investigator, for the purpose of the case. */
    void work(CaseFile file, Map<String, Member> members);
}
