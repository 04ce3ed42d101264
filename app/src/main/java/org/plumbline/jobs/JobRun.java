package org.plumbline.jobs;

import org.plumbline.kernel.CaseId;

/** What a running job is given. */
public interface JobRun {
    JobId id();

    /** The case it works in. */
    CaseId caseId();

    /** What was asked, as the starter wrote it. */
    String data();

    /** Says how far the work is; cheap enough to call after each item. */
    void progress(long done, long total);

    /** True when the application stops or nothing can be written: end soon, keeping what is done. */
    boolean shouldStop();

    /** Said before the run returns: it ends here because a person paused the work, and {@link Jobs#resume} goes on. */
    void paused();
}
