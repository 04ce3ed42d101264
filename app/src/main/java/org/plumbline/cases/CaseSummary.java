package org.plumbline.cases;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.kernel.MemberId;

/**
 * A case as the head of its pages shows it.
 *
 * @param team members with a live standing, oldest first
 * @param mayWrite whether the acting person may add to the case now
 * @param mayDecide whether the acting person may decide on team and authority now
 * @param glassUntil until when the acting person sees the case by break-glass alone
 */
public record CaseSummary(
        CaseFile file, List<MemberId> team, boolean mayWrite, boolean mayDecide, Optional<Instant> glassUntil) {
    public CaseSummary {
        team = List.copyOf(team);
    }
}
