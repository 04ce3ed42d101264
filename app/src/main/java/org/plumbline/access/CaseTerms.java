package org.plumbline.access;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.plumbline.kernel.CaseId;

/**
 * What decisions need of a case.
 *
 * @param number its number in the organisation
 * @param caveats its handling caveats
 * @param purpose the purpose its authority gives
 * @param authorityFrom first day of the authority, in the zone
 * @param authorityUntil last day of the authority, in the zone
 * @param zone the zone the authority's days are in
 */
public record CaseTerms(
        CaseId caseId,
        String number,
        Set<String> caveats,
        String purpose,
        LocalDate authorityFrom,
        LocalDate authorityUntil,
        ZoneId zone) {
    public CaseTerms {
        caveats = Set.copyOf(caveats);
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("A case needs a purpose");
        }
        if (authorityUntil.isBefore(authorityFrom)) {
            throw new IllegalArgumentException("An authority ends on " + authorityUntil + ", before it begins");
        }
    }

    /** The same under other caveats. */
    public CaseTerms under(Set<String> others) {
        return new CaseTerms(caseId, number, others, purpose, authorityFrom, authorityUntil, zone);
    }
}
