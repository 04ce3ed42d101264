package org.plumbline.administration.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.log.AskFailure;
import org.plumbline.audit.log.Stamped;
import org.plumbline.audit.log.TrailOutside;
import org.plumbline.site.Texts;

/**
 * Who outside vouches for the trail, in the API; each number counts entries from the first on, 0 for none.
 *
 * @param trouble why nothing is signed any more; empty while all is well
 * @param ownKey with which others' checkpoints are countersigned here
 */
record TrailOutsideJson(
        long size,
        @Nullable Instant signedAt,
        String trouble,
        List<WitnessJson> witnesses,
        @Nullable FileJson file,
        StampingJson timestamps,
        @Nullable String ownKey,
        List<LogJson> logs) {
    TrailOutsideJson {
        witnesses = List.copyOf(witnesses);
        logs = List.copyOf(logs);
    }

    /** How asking failed: the kind, the code of an answer that was refused, when, and what to do in words. */
    record FailureJson(String kind, String code, Instant at, String meaning) {
        static FailureJson of(AskFailure failure, Texts texts) {
            return new FailureJson(
                    failure.kind().code(), failure.code(), failure.at(), WitnessesPage.words(failure, texts));
        }
    }

    /** A witness; its state is good, waiting, late or failing. */
    record WitnessJson(
            String name,
            String key,
            String url,
            long size,
            long behind,
            @Nullable Instant at,
            String state,
            @Nullable FailureJson failure) {
        static WitnessJson of(TrailOutside.WitnessSeen seen, TrailOutside outside, Texts texts) {
            return new WitnessJson(
                    seen.name(),
                    seen.key(),
                    seen.url(),
                    seen.size(),
                    outside.behind(seen),
                    seen.at().orElse(null),
                    WitnessesPage.state(seen, outside),
                    seen.failure().map(one -> FailureJson.of(one, texts)).orElse(null));
        }
    }

    /** The newest checkpoint outside the data folder; without a time where it can't be read. */
    record FileJson(String file, @Nullable Instant written) {}

    /** Timestamps: whom is asked (off, embedded or an address), the newest, and how many checkpoints have none. */
    record StampingJson(
            String asked,
            long everySeconds,
            @Nullable Long size,
            @Nullable Instant at,
            @Nullable String authority,
            long awaiting,
            @Nullable FailureJson failure) {
        static StampingJson of(TrailOutside.Stamping stamping, Texts texts) {
            return new StampingJson(
                    stamping.asked(),
                    stamping.every().toSeconds(),
                    stamping.last().map(Stamped::checkpoint).orElse(null),
                    stamping.last().map(Stamped::at).orElse(null),
                    stamping.last().map(Stamped::authority).orElse(null),
                    stamping.awaiting(),
                    stamping.failure().map(one -> FailureJson.of(one, texts)).orElse(null));
        }
    }

    /** A log that is witnessed here. */
    record LogJson(String origin, String key, long size) {}

    static TrailOutsideJson of(TrailOutside outside, Texts texts) {
        return new TrailOutsideJson(
                outside.size(),
                outside.signedAt().orElse(null),
                outside.trouble(),
                outside.witnesses().stream()
                        .map(seen -> WitnessJson.of(seen, outside, texts))
                        .toList(),
                outside.file()
                        .map(kept -> new FileJson(
                                kept.file().toString(), kept.written().orElse(null)))
                        .orElse(null),
                StampingJson.of(outside.stamping(), texts),
                outside.ownKey().orElse(null),
                outside.logs().stream()
                        .map(log -> new LogJson(log.origin(), log.key(), log.size()))
                        .toList());
    }
}
