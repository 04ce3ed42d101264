package org.plumbline.jobs;

/**
 * Port: one kind of background work. A run that was cut off is run again with the same record, so a job does its work
 * in steps that find out for themselves what is already done.
 */
public interface Job {
    /** A stable name, such as {@code ingest}. */
    String kind();

    /** Whether it can be done here now; where it can't, the job waits and is looked at again within a minute. */
    default boolean ready() {
        return true;
    }

    /**
     * Does the work until it is done or {@link JobRun#shouldStop()}. An exception ends the job as failed, with the
     * exception's class as its note.
     */
    void run(JobRun run);
}
