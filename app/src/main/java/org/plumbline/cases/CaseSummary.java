package org.plumbline.cases;

import java.util.List;
import org.plumbline.kernel.MemberId;

/**
 * A case as the head of its pages shows it.
 *
 * @param team members with a live standing, oldest first
 * @param mayWrite whether the acting person may add to the case now
 * @param mayDecide whether the acting person may decide on team and authority now
 */
public record CaseSummary(CaseFile file, List<MemberId> team, boolean mayWrite, boolean mayDecide) {
    public CaseSummary {
        team = List.copyOf(team);
    }
}
