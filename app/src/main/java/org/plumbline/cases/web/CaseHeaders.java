package org.plumbline.cases.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseSummary;
import org.plumbline.cases.Cases;
import org.plumbline.identity.Members;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes the header of a case's pages; reading the case for it joins the page's entry on the trail. */
@Component
public class CaseHeaders {
    private static final int INITIALS = 4;

    private final Cases cases;
    private final Members members;
    private final List<CaseTab> tabs;
    private final Clock clock;

    CaseHeaders(Cases cases, Members members, ObjectProvider<CaseTab> tabs, Clock clock) {
        this.cases = cases;
        this.members = members;
        this.tabs =
                tabs.stream().sorted(Comparator.comparingInt(CaseTab::order)).toList();
        this.clock = clock;
    }

    /**
     * The header of a page of this case.
     *
     * @param currentTab key of the tab the page belongs to
     * @throws org.plumbline.kernel.Refused when the acting person may not see the case
     */
    public CaseHeader of(CaseId id, String currentTab) {
        CaseSummary summary = cases.summary(id);
        CaseFile file = summary.file();
        var people = new ArrayList<>(summary.team());
        people.add(file.lead());
        file.supervisor().ifPresent(people::add);
        Map<MemberId, String> names = members.names(people);
        return new CaseHeader(
                file,
                names.getOrDefault(file.lead(), ""),
                file.supervisor().map(s -> names.getOrDefault(s, "")),
                summary.team().stream()
                        .limit(INITIALS)
                        .map(m -> Initials.of(names.getOrDefault(m, "")))
                        .toList(),
                summary.team().size(),
                summary.mayWrite(),
                summary.mayDecide(),
                summary.glassUntil(),
                LocalDate.now(clock.withZone(file.zone())),
                tabs,
                currentTab);
    }
}
