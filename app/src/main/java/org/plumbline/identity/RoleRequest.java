package org.plumbline.identity;

import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Role;

/**
 * A role that somebody asked for and that needs a second person. Until it is confirmed it isn't held.
 *
 * @param asked by whom, when and why
 * @param answer what the second person said; absent while it waits
 * @param lapsed whether who asked may no longer ask, or the member has left: then nobody can confirm it
 */
public record RoleRequest(UUID id, MemberId member, Role role, Step asked, Optional<Answer> answer, boolean lapsed) {
    /** Whether a second person can still confirm it. */
    public boolean waits() {
        return answer.isEmpty() && !lapsed;
    }

    boolean isAskedBy(MemberId other) {
        return asked.by().filter(other::equals).isPresent();
    }
}
