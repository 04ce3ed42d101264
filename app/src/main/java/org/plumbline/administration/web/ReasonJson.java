package org.plumbline.administration.web;

import org.jspecify.annotations.Nullable;

/** Why something is done, over the API. */
record ReasonJson(@Nullable String reason) {
    String said() {
        return MemberInput.text(reason);
    }
}
