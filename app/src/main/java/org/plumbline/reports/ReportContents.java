package org.plumbline.reports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plumbline.access.Access;
import org.plumbline.access.Grant;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.identity.Members;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Language;
import org.plumbline.site.Phrasebook;
import org.plumbline.site.Texts;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads what a draft's choices mean now; runs inside the act that asks. */
@Component
class ReportContents {
    private static final int BATCH = 500;

    private final Cases cases;
    private final Access access;
    private final Members members;
    private final Exhibits exhibits;
    private final Quotes quotes;
    private final ObjectProvider<ReportCharts> charts;
    private final Phrasebook phrasebook;

    ReportContents(
            Cases cases,
            Access access,
            Members members,
            Exhibits exhibits,
            Quotes quotes,
            ObjectProvider<ReportCharts> charts,
            Phrasebook phrasebook) {
        this.cases = cases;
        this.access = access;
        this.members = members;
        this.exhibits = exhibits;
        this.quotes = quotes;
        this.charts = charts;
        this.phrasebook = phrasebook;
    }

    ReportContent of(CaseId caseId, Report report) {
        CaseFile file = cases.read(caseId);
        List<Quote> found =
                quotes.of(caseId, report.picks().stream().map(Pick::statement).toList(), texts(file));
        List<Exhibit> listed = report.has(Section.EXHIBITS) ? listed(caseId, report) : List.of();
        List<ChartChoice> drawn = report.has(Section.CHARTS) ? drawn(caseId, report) : List.of();
        int missing = report.picks().size() - found.size();
        if (report.has(Section.EXHIBITS) && !report.everyExhibit()) {
            missing += report.exhibits().size() - listed.size();
        }
        if (report.has(Section.CHARTS)) {
            missing += report.charts().size() - drawn.size();
        }
        List<Grant> team = access.grants(caseId);
        return new ReportContent(
                report,
                file,
                groups(report.picks(), found),
                listed,
                drawn,
                missing,
                members.organisation(file.stamp().owner())
                        .map(Organisation::name)
                        .orElseThrow(),
                team,
                members.names(Stream.concat(
                                team.stream().map(Grant::member),
                                report.conclusion().stream().map(Conclusion::by))
                        .toList()));
    }

    /** The words of a report of this case: its language, the zone of the case. */
    Texts texts(CaseFile file) {
        return phrasebook.texts(Language.ENGLISH, file.zone());
    }

    Texts texts(CaseId caseId) {
        return texts(cases.read(caseId));
    }

    /** Charts to choose from. */
    List<ChartChoice> charts(CaseId caseId) {
        ReportCharts known = charts.getIfAvailable();
        return known == null ? List.of() : known.list(caseId);
    }

    /** Every exhibit of the case, by number. */
    List<Exhibit> exhibits(CaseId caseId) {
        var all = new ArrayList<Exhibit>();
        List<Exhibit> some = exhibits.list(caseId, 0, BATCH);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = some.size() < BATCH
                    ? List.of()
                    : exhibits.list(caseId, some.getLast().number(), BATCH);
        }
        return all;
    }

    private List<Exhibit> listed(CaseId caseId, Report report) {
        if (!report.everyExhibit() && report.exhibits().isEmpty()) {
            return List.of();
        }
        Set<UUID> wanted = new HashSet<>(report.exhibits());
        return exhibits(caseId).stream()
                .filter(e -> report.everyExhibit() || wanted.contains(e.id()))
                .toList();
    }

    private List<ChartChoice> drawn(CaseId caseId, Report report) {
        if (report.charts().isEmpty()) {
            return List.of();
        }
        Map<UUID, ChartChoice> known =
                charts(caseId).stream().collect(Collectors.toMap(ChartChoice::id, Function.identity()));
        return report.charts().stream()
                .flatMap(id -> Stream.ofNullable(known.get(id)))
                .toList();
    }

    private static List<ReportContent.Group> groups(List<Pick> picks, List<Quote> found) {
        Map<UUID, Quote> byId = found.stream().collect(Collectors.toMap(Quote::id, Function.identity()));
        var groups = new ArrayList<ReportContent.Group>();
        var heading = "";
        var quotes = new ArrayList<Quote>();
        for (Pick pick : picks) {
            if (!pick.heading().equals(heading) && !quotes.isEmpty()) {
                groups.add(new ReportContent.Group(heading, quotes));
                quotes.clear();
            }
            heading = pick.heading();
            Quote quote = byId.get(pick.statement());
            if (quote != null) {
                quotes.add(quote);
            }
        }
        if (!quotes.isEmpty()) {
            groups.add(new ReportContent.Group(heading, quotes));
        }
        return groups;
    }

    /** Names of these members. */
    Map<MemberId, String> names(List<MemberId> people) {
        return members.names(people);
    }
}
