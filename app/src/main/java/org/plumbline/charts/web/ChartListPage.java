package org.plumbline.charts.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.charts.ChartLine;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Form;

/**
 * The charts of a case, and the form for another.
 *
 * @param names who saved them, by member
 * @param start name of the entity a new chart begins with, where one was chosen
 * @param first address of the first page of the list, empty on it
 * @param next address of the next page, empty for none
 */
public record ChartListPage(
        CaseHeader header,
        List<ChartLine> charts,
        Map<MemberId, String> names,
        Form form,
        Optional<String> start,
        String first,
        String next) {
    public ChartListPage {
        charts = List.copyOf(charts);
        names = Map.copyOf(names);
    }

    public String href() {
        return header.href() + "/charts";
    }

    public String savedBy(ChartLine chart) {
        return names.getOrDefault(chart.savedBy(), "");
    }
}
