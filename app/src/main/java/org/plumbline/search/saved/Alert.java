package org.plumbline.search.saved;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * That whoever recorded it is told of new material which a saved search finds, in the case of that search only.
 *
 * @param search the saved search
 * @param subject the suspect it is about; present exactly for a person
 * @param reason why, in words; always given for a person
 * @param purpose of the case when it was asked for
 * @param compartment in which it was asked for; absent at case level
 * @param decision a second person's; only about a person
 * @param ended whether it, or its search, was taken away
 * @param unread how many records were found and not marked as seen
 */
public record Alert(
        UUID id,
        Stamp stamp,
        UUID search,
        About about,
        Optional<UUID> subject,
        String reason,
        String purpose,
        Optional<UUID> compartment,
        Optional<Decision> decision,
        boolean ended,
        long unread) {
    /** What an alert asks about, as whoever wants it states. */
    public enum About {
        ORGANISATION,
        CONTRACT,
        MATTER,
        PERSON;

        /** The word in records and addresses. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether it looks, and why not. */
    public enum State {
        WAITING,
        DECLINED,
        RUNNING,
        OVER,
        ENDED;

        /** The word in bundles and over the API. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What a supervisor said.
     *
     * @param until the last day, in the case's zone; present when agreed
     */
    public record Decision(boolean agreed, String reason, Optional<LocalDate> until, MemberId by, Instant at) {}

    /**
     * Records that it found for the first time.
     *
     * @param count how many
     */
    public record News(UUID id, Instant at, int count) {}

    /** @param today in the case's zone */
    public State state(LocalDate today) {
        if (ended) {
            return State.ENDED;
        }
        if (about != About.PERSON) {
            return State.RUNNING;
        }
        if (decision.isEmpty()) {
            return State.WAITING;
        }
        Optional<LocalDate> until = decision.get().until();
        if (until.isEmpty()) {
            return State.DECLINED;
        }
        return today.isAfter(until.get()) ? State.OVER : State.RUNNING;
    }

    /** What the trail calls it. */
    public Ref ref() {
        return new Ref("alert", id, stamp.owner());
    }
}
