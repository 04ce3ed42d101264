package org.plumbline.access;

import java.time.LocalDate;
import java.time.ZoneId;
import org.plumbline.kernel.CaseId;

/**
 * What decisions need of a case.
 *
 * @param purpose the purpose its authority gives
 * @param authorityFrom first day of the authority, in the zone
 * @param authorityUntil last day of the authority, in the zone
 * @param zone the zone the authority's days are in
 */
public record CaseTerms(CaseId caseId, String purpose, LocalDate authorityFrom, LocalDate authorityUntil, ZoneId zone) {
    public CaseTerms {
        if (purpose.isBlank()) {
            throw new IllegalArgumentException("A case needs a purpose");
        }
        if (authorityUntil.isBefore(authorityFrom)) {
            throw new IllegalArgumentException("An authority ends on " + authorityUntil + ", before it begins");
        }
    }
}
