package org.plumbline.identity;

import java.util.Optional;
import org.plumbline.kernel.Role;

/**
 * A role in a member's history: asked for, answered, given and ended, as far as it came.
 *
 * @param answered by whom, when and why the second person answered
 * @param given since when it is held; absent while it waits, or when it was declined
 */
public record RoleRecord(
        Role role, Optional<RoleRequest> request, Optional<Step> answered, Optional<Step> given, Optional<Step> ended) {
    /** Where a role of somebody's history stands. */
    public enum State {
        WAITING,
        LAPSED,
        DECLINED,
        WITHDRAWN,
        HELD,
        ENDED;

        /** The form used in message keys and over the API. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public State state() {
        if (ended.isPresent()) {
            return State.ENDED;
        }
        if (given.isPresent()) {
            return State.HELD;
        }
        RoleRequest asked = request.orElseThrow(() -> new IllegalStateException("A role neither given nor asked for"));
        return asked.answer()
                .map(answer -> answer == Answer.DECLINED ? State.DECLINED : State.WITHDRAWN)
                .orElse(asked.lapsed() ? State.LAPSED : State.WAITING);
    }
}
