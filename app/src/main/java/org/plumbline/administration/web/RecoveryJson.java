package org.plumbline.administration.web;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.Answer;
import org.plumbline.identity.Recovery;

/** A way back in: asked for, answered, used, as far as it came. */
record RecoveryJson(
        UUID id,
        UUID member,
        StepJson asked,
        @Nullable String answer,
        @Nullable StepJson answered,
        @Nullable Instant usedAt) {
    static RecoveryJson of(Recovery r) {
        return new RecoveryJson(
                r.id(),
                r.member().value(),
                StepJson.of(r.asked()),
                r.answer().map(Answer::code).orElse(null),
                StepJson.of(r.answered()),
                r.used().orElse(null));
    }
}
