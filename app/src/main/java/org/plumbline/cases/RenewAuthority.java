package org.plumbline.cases;

import java.time.LocalDate;

/** A newer authority of a case, in the case's zone. */
public record RenewAuthority(
        String legalBasis, String reference, String purpose, LocalDate validFrom, LocalDate validUntil) {}
