package org.plumbline.search.saved;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;

/**
 * An alert about a person as an overseer sees it: nothing of the case, the search or the person.
 *
 * @param agreed whether a supervisor agreed; absent while nobody has decided
 * @param decidedBy who decided
 * @param until the last day of one that was agreed to
 * @param times how often it told of something new
 */
public record PersonAlert(
        UUID id,
        MemberId askedBy,
        Instant askedAt,
        Optional<Boolean> agreed,
        Optional<MemberId> decidedBy,
        Optional<Instant> decidedAt,
        Optional<LocalDate> until,
        Optional<Instant> endedAt,
        long times) {}
