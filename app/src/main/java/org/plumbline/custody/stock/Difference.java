package org.plumbline.custody.stock;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.custody.tags.TagCode;

/**
 * Something that a stock-take found otherwise than the records say. It changes nothing by itself.
 *
 * @param code the tag; absent where the thing has none
 * @param found what the records said of something that was seen
 * @param place where the records have it
 * @param seal the number that was read from it
 * @param keptSeal the number in the records
 */
public record Difference(
        Kind kind,
        Optional<TagCode> code,
        Optional<Found> found,
        Optional<UUID> place,
        Optional<String> seal,
        Optional<String> keptSeal) {

    /** In which way it differs. */
    public enum Kind {
        /** Kept here by the records from beginning to end, and not seen. */
        MISSING,
        /** Kept here by the records, and without a tag that could be scanned. */
        UNTAGGED,
        /** Seen here, and not kept here by the records. */
        MISPLACED,
        /** A tag that no exhibit of the organisation carries. */
        UNKNOWN,
        /** Seen with the number of another seal. */
        SEAL;

        /** The form used in records and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    static Difference unseen(Kept kept) {
        return new Difference(
                kept.code().isPresent() ? Kind.MISSING : Kind.UNTAGGED,
                kept.code(),
                Optional.empty(),
                Optional.of(kept.place()),
                Optional.empty(),
                kept.seal());
    }

    static Difference seen(Kind kind, Scan scan) {
        return new Difference(
                kind, Optional.of(scan.code()), Optional.of(scan.found()), scan.place(), scan.seal(), scan.keptSeal());
    }
}
