package org.plumbline.cases;

import java.time.LocalDate;
import java.util.Optional;
import org.plumbline.kernel.MemberId;

/**
 * What is needed to open a case.
 *
 * @param validUntil last day of the authority
 * @param supervisor a colleague who supervises; absent when the opener does
 */
public record OpenCase(
        String title,
        CaseType type,
        Caveat caveat,
        String question,
        String legalBasis,
        String reference,
        String purpose,
        LocalDate validFrom,
        LocalDate validUntil,
        Optional<MemberId> supervisor) {}
