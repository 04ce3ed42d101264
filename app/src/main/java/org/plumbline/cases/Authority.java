package org.plumbline.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.plumbline.kernel.Stamp;

/**
 * What allows an inquiry: its legal basis and the purpose it gives.
 *
 * @param legalBasis statute, section or order, in words
 * @param reference number or name of the order
 * @param purpose what the material may be used for
 * @param validFrom first day, in the zone
 * @param validUntil last day, in the zone
 */
public record Authority(
        UUID id,
        Stamp stamp,
        String legalBasis,
        String reference,
        String purpose,
        LocalDate validFrom,
        LocalDate validUntil,
        ZoneId zone) {}
