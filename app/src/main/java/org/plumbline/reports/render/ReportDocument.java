package org.plumbline.reports.render;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;

/**
 * A report as its author means it, before any file format.
 *
 * @param title at most 200 characters; stands on every page
 * @param caseHeader the case the report belongs to
 * @param generatedBy the person who generates the file, as the file names them
 * @param zone the zone in which the file states its times, always named beside them
 * @param language the language of the fixed words and of the text
 * @param blocks the content in reading order
 */
public record ReportDocument(
        String title, CaseHeader caseHeader, String generatedBy, ZoneId zone, Locale language, List<Block> blocks) {
    private static final int LONGEST_TITLE = 200;

    public ReportDocument {
        Filled.require("title", title);
        Filled.require("generatedBy", generatedBy);
        if (title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException(
                    "A report title has at most " + LONGEST_TITLE + " characters, not " + title.length());
        }
        blocks = List.copyOf(blocks);
    }
}
