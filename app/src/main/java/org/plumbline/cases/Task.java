package org.plumbline.cases;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Stamp;

/**
 * Something to be done in a case by one person until a date.
 *
 * @param due last day, in the zone
 * @param completed whether its owner has completed it
 * @param result what came of it; empty until completed
 */
public record Task(
        UUID id,
        Stamp stamp,
        String title,
        MemberId assignee,
        LocalDate due,
        ZoneId zone,
        boolean completed,
        String result) {}
