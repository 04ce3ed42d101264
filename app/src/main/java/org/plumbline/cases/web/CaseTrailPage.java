package org.plumbline.cases.web;

import java.util.List;

/**
 * The trail of a case.
 *
 * @param first address of the newest entries, empty when they are shown
 * @param next address of older entries, empty for none
 */
public record CaseTrailPage(CaseHeader header, List<TrailLine> lines, String first, String next) {
    public CaseTrailPage {
        lines = List.copyOf(lines);
    }
}
