package org.plumbline.custody.uploads;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.custody.Received;
import org.plumbline.custody.UploadTaker;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Stamp;

/**
 * A file that somebody began to send in pieces.
 *
 * @param arriving by which the vault knows its bytes
 * @param as how it is handed in
 * @param bytes how many there will be
 * @param sha256 of the whole file, as the sender stated it
 * @param compared comparison digests that were asked for
 * @param metadata as it was stated, to be told again
 * @param expires when its bytes are let go of, unless it was received by then
 * @param ended how it ended; absent while it may go on
 * @param exhibit what it became
 */
public record Upload(
        UUID id,
        Stamp stamp,
        UUID arriving,
        Received as,
        long bytes,
        Optional<Digest> sha256,
        Set<ComparisonKind> compared,
        UploadTaker.Destination to,
        String metadata,
        Instant expires,
        Optional<End> ended,
        Optional<UUID> exhibit) {
    public Upload {
        compared = Set.copyOf(compared);
    }

    /** How an upload ends by what somebody does; one that nobody ends expires. */
    public enum End {
        /** It became an exhibit. */
        RECEIVED,
        /** Its sender gave it up. */
        GIVEN_UP,
        /** All of it arrived and could not be kept. */
        REFUSED;

        /** The word that stands in records. */
        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static End ofCode(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The case it goes into. */
    public CaseId caseId() {
        return stamp.caseId().orElseThrow();
    }

    public boolean isReceived() {
        return ended.filter(End.RECEIVED::equals).isPresent();
    }

    /** Whether its bytes are let go of, or will be soon. */
    public boolean isOver(Instant now) {
        return ended.isPresent() ? !isReceived() : expires.isBefore(now);
    }

    /** Where it stands, in one word: begun, receiving, received, given-up, refused or expired. */
    public String state(long offset, Instant now) {
        return ended.map(End::code).orElse(isOver(now) ? "expired" : offset > 0 ? "receiving" : "begun");
    }
}
