package org.plumbline.jobs;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/**
 * What the scheduler keeps of a job: which one, for whom, and the compartment it works in, without which its own record
 * could not be seen.
 *
 * @param in case and compartment; absent at case level
 */
record Assignment(JobId job, MemberId member, Optional<Acting.Purpose> in) {
    private static final String BETWEEN = " ";

    Assignment(JobId job, Acting as) {
        this(job, as.member(), as.purpose().filter(p -> p.compartment().isPresent()));
    }

    /** As text: job, member and, in a compartment, case and compartment. */
    String text() {
        String who = job + BETWEEN + member;
        return in.flatMap(p -> p.compartment().map(c -> who + BETWEEN + p.caseId() + BETWEEN + c))
                .orElse(who);
    }

    static Assignment parse(String text) {
        String[] parts = text.split(BETWEEN, 4);
        Optional<Acting.Purpose> in = parts.length < 4
                ? Optional.empty()
                : Optional.of(new Acting.Purpose(
                        new CaseId(UUID.fromString(parts[2])), "", Optional.of(UUID.fromString(parts[3]))));
        return new Assignment(new JobId(UUID.fromString(parts[0])), new MemberId(UUID.fromString(parts[1])), in);
    }

    /** The member, where the job works. */
    Acting where(Acting acting) {
        return in.isPresent() ? acting.withPurpose(in) : acting;
    }
}
