package org.plumbline.administration.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.identity.Step;
import org.plumbline.kernel.MemberId;

/** A decision over the API: who, when and why. */
record StepJson(@Nullable UUID by, Instant at, String reason) {
    static StepJson of(Step step) {
        return new StepJson(step.by().map(MemberId::value).orElse(null), step.at(), step.reason());
    }

    static @Nullable StepJson of(Optional<Step> step) {
        return step.map(StepJson::of).orElse(null);
    }
}
