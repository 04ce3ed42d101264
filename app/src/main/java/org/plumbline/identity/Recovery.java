package org.plumbline.identity;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;

/**
 * A way back in that one administrator asked for and another confirms.
 *
 * @param answer what the second administrator said; absent while it waits
 * @param answered by whom, when and why
 * @param used when the member signed in with it
 * @param lapsed whether who asked may no longer ask, or the member has left
 */
public record Recovery(
        UUID id,
        MemberId member,
        Step asked,
        Optional<Answer> answer,
        Optional<Step> answered,
        Optional<java.time.Instant> used,
        boolean lapsed) {
    /** Whether a second administrator can still confirm it. */
    public boolean waits() {
        return answer.isEmpty() && !lapsed;
    }

    boolean isAskedBy(MemberId other) {
        return asked.by().filter(other::equals).isPresent();
    }
}
