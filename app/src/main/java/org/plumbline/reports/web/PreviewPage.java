package org.plumbline.reports.web;

import java.util.Base64;
import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.reports.Report;
import org.plumbline.reports.render.Block;
import org.plumbline.reports.render.Cell;
import org.plumbline.reports.render.CitedSources;
import org.plumbline.reports.render.ReportDocument;
import org.plumbline.reports.render.Source;

/**
 * What a report would say if it were issued now.
 *
 * @param document its content
 * @param sources its numbered sources
 */
public record PreviewPage(CaseHeader header, Report report, ReportDocument document, CitedSources sources) {
    public String href() {
        return header.href() + "/reports/" + report.id();
    }

    public List<Integer> numbers(List<Source> cited) {
        return sources.numbers(cited);
    }

    /** The sources of a row, those of its values among them. */
    public List<Integer> numbers(org.plumbline.reports.render.Statement statement) {
        List<Source> own = switch (statement) {
            case org.plumbline.reports.render.Statement.Fact fact -> fact.sources();
            case org.plumbline.reports.render.Statement.Assessment assessment -> assessment.restsOn();
        };
        return sources.numbers(own);
    }

    /** What a cell's values say, each on a line of its own. */
    public static List<Cell.Value> values(Cell cell) {
        return Cell.values(cell);
    }

    public static boolean unknown(Cell cell) {
        return cell instanceof Cell.Unknown;
    }

    public static boolean conflict(Cell cell) {
        return cell instanceof Cell.Conflict;
    }

    /** A picture inside the page itself, so that nothing more is asked for. */
    public static String data(Block.Picture picture) {
        return "data:image/png;base64,"
                + Base64.getEncoder().encodeToString(picture.png().bytes());
    }
}
