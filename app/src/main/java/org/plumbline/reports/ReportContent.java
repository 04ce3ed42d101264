package org.plumbline.reports;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.access.Grant;
import org.plumbline.cases.CaseFile;
import org.plumbline.custody.Exhibit;
import org.plumbline.kernel.MemberId;

/**
 * What a draft's choices mean now, to the person who asks.
 *
 * @param groups statements under their headings, in order
 * @param exhibits those to list, by number
 * @param charts chosen charts that are there, in order
 * @param missing how many chosen statements, charts and exhibits may not be seen by this person or are gone
 * @param organisation the owner's name
 * @param team live standings in the case, oldest first
 * @param names of the team and of whoever concluded
 */
public record ReportContent(
        Report report,
        CaseFile file,
        List<Group> groups,
        List<Exhibit> exhibits,
        List<ChartChoice> charts,
        int missing,
        String organisation,
        List<Grant> team,
        Map<MemberId, String> names) {

    /** Statements that share a table. */
    public record Group(String heading, List<Quote> quotes) {
        public Group {
            quotes = List.copyOf(quotes);
        }
    }

    public ReportContent {
        groups = List.copyOf(groups);
        exhibits = List.copyOf(exhibits);
        charts = List.copyOf(charts);
        team = List.copyOf(team);
        names = Map.copyOf(names);
    }

    public Stream<Quote> quotes() {
        return groups.stream().flatMap(g -> g.quotes().stream());
    }

    /** Statements whose source says nowhere to find it again. */
    public List<Quote> untraceable() {
        return quotes().filter(q -> !q.traceable()).toList();
    }

    /** Statements that were retracted after they were chosen. */
    public List<Quote> retracted() {
        return quotes().filter(q -> q.retracted().isPresent()).toList();
    }
}
