package org.plumbline.entities.web;

import java.util.List;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.entities.CollectionRecord;
import org.plumbline.entities.ImportRun;
import org.plumbline.site.web.Mark;

/**
 * One import: what became of each line.
 *
 * @param state of its job
 * @param refused refused lines, one page of them
 * @param leftOut what was left out of lines that were read
 * @param next the address of the next page, empty on the last
 */
public record ImportPage(
        CaseHeader header,
        CollectionRecord collection,
        ImportRun run,
        Mark state,
        boolean over,
        List<ImportRun.Fault> refused,
        List<ImportRun.Fault> leftOut,
        String next) {
    public ImportPage {
        refused = List.copyOf(refused);
        leftOut = List.copyOf(leftOut);
    }
}
