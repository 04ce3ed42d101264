package org.plumbline.reports;

import java.util.List;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.reports.render.Png;

/** Port: the charts of a case, to choose from and as pictures. */
interface ReportCharts {
    /** Charts the acting person may see, newest first. */
    List<ChartChoice> list(CaseId caseId);

    /** A chart as it is now; one that may not be seen is refused as absent. */
    Drawn draw(CaseId caseId, UUID id);

    /**
     * A chart as a picture.
     *
     * @param alt what it shows, in words
     * @param width in CSS pixels
     * @param height in CSS pixels
     */
    record Drawn(String title, String alt, Png png, int width, int height) {}
}
