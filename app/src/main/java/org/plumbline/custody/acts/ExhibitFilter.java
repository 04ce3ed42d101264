package org.plumbline.custody.acts;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.MemberId;

/** Which exhibits of a case a list shows. */
public record ExhibitFilter(Optional<Standing> standing, Optional<MemberId> custodian) {
    /** All of them. */
    public static final ExhibitFilter ALL = new ExhibitFilter(Optional.empty(), Optional.empty());

    /** How things stand with an exhibit. */
    public enum Standing {
        /** A thing without content. */
        THING,
        /** Something with content. */
        FILE,
        SEALED,
        OUT,
        /** Out, and not back in time. */
        OVERDUE,
        IN_TRANSFER,
        /** Released, and nobody signed for it in time. */
        NEVER_MET,
        DISPOSED;

        /** The form used in addresses and message keys. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** Reads what an address says; what is empty filters nothing. */
    public static ExhibitFilter of(@Nullable String standing, @Nullable String custodian) {
        var input = new Input();
        Optional<Standing> of = Optional.ofNullable(standing)
                .filter(s -> !s.isBlank())
                .map(s -> input.choice("standing", s, Standing.class));
        Optional<MemberId> by =
                Optional.ofNullable(custodian).filter(s -> !s.isBlank()).map(ExhibitFilter::member);
        input.check();
        return new ExhibitFilter(of, by);
    }

    private static MemberId member(String id) {
        try {
            return new MemberId(java.util.UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            return new MemberId(ActFields.NOBODY);
        }
    }
}
