package org.plumbline.entities;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.jobs.JobId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * One file on its way into a collection: {@code lines = blank + read + refused} once it is done.
 *
 * @param source the source its statements rest on
 * @param job the background work; absent for the moment before it is started
 * @param counts how far it is and what became of the lines
 * @param done whether the whole file was read
 */
public record ImportRun(
        UUID id,
        Stamp stamp,
        UUID collection,
        UUID source,
        Optional<JobId> job,
        String fileName,
        long size,
        String sha256,
        Counts counts,
        boolean done) {

    /**
     * @param lines lines taken in so far, blank ones included
     * @param read lines that gave an entity
     * @param refused lines that gave nothing
     * @param values values read, {@code marked} of them marked by the policy
     * @param leftOut values or properties left out of lines that were read
     * @param added statements added
     * @param known statements that were on record already
     */
    public record Counts(
            long lines,
            long blank,
            long read,
            long refused,
            long values,
            long marked,
            long leftOut,
            long added,
            long known) {
        static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /**
     * Why a line was refused, or how often values of a property were left out.
     *
     * @param line the line; 0 for what was left out
     * @param property the property left out; empty for a line
     * @param code stable reason code
     * @param detail the rule; never a value of the line
     */
    public record Fault(UUID id, long line, String property, String code, String detail, long times) {}

    public Ref ref() {
        return new Ref("import", id, stamp.owner());
    }
}
