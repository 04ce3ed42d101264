package org.plumbline.engine.model.statement;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.model.value.PartialDate;

/** The time for which a statement says something; an absent end is open. */
public record Validity(@Nullable PartialDate from, @Nullable PartialDate until) {
    private static final Validity OPEN = new Validity(null, null);

    public Validity {
        if (from != null && until != null && until.latest().isBefore(from.earliest())) {
            throw new IllegalArgumentException("a validity ends after it begins: " + from + " to " + until);
        }
    }

    /** Without a stated beginning or end. */
    public static Validity open() {
        return OPEN;
    }

    /** The stated beginning. */
    public Optional<PartialDate> begins() {
        return Optional.ofNullable(from);
    }

    /** The stated end. */
    public Optional<PartialDate> ends() {
        return Optional.ofNullable(until);
    }

    /**
     * Whether there may be a day in both. A day shared only as the end of one and the beginning of the other is none.
     */
    public boolean mayOverlap(Validity other) {
        return !endsBefore(other) && !other.endsBefore(this);
    }

    private boolean endsBefore(Validity other) {
        return ends().isPresent()
                && other.begins().isPresent()
                && !ends().get().latest().isAfter(other.begins().get().earliest());
    }
}
