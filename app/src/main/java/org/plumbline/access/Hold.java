package org.plumbline.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;

/**
 * What keeps things of a case from being disposed of, erased, expired or recalled.
 *
 * @param scope what it covers
 * @param of the exhibit or the subject that it covers; absent where it covers the whole case
 * @param authority who orders it or which rule asks for it: a court, a request to preserve, a statute
 * @param reason why it is placed
 * @param until its last day where the case is; absent where it stays until somebody lifts it
 */
public record Hold(
        UUID id,
        CaseId caseId,
        Scope scope,
        Optional<UUID> of,
        String authority,
        String reason,
        Optional<LocalDate> until,
        Instant placedAt,
        MemberId placedBy) {

    /** What a hold covers. */
    public enum Scope {
        /** Everything of the case. */
        CASE,
        /** One exhibit, and what was taken out of it or made of it. */
        EXHIBIT,
        /** What the case has about one subject; as this can be anything of it, everything is kept. */
        SUBJECT;

        /** In lower case. */
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What it covers as texts say it: {@code case}, {@code exhibit:ID} or {@code subject:ID}. */
    public String covers() {
        return of.map(id -> scope.code() + ":" + id).orElse(scope.code());
    }

    /** Whether it keeps things at this moment; a hold that was lifted is not asked. */
    public boolean isInForce(Instant now, ZoneId zone) {
        return until.filter(LocalDate.ofInstant(now, zone)::isAfter).isEmpty();
    }
}
