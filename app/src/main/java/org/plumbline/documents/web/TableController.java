package org.plumbline.documents.web;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.plumbline.cases.web.CaseHeaders;
import org.plumbline.documents.ShownTable;
import org.plumbline.documents.ShownTables;
import org.plumbline.kernel.CaseId;
import org.plumbline.site.web.CsvFile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tables of a document row by row, and as files. */
@Controller
class TableController {
    private final ShownTables tables;
    private final CaseHeaders headers;

    TableController(ShownTables tables, CaseHeaders headers) {
        this.tables = tables;
        this.headers = headers;
    }

    /**
     * @param table from 1
     * @param from the first row shown, from 1
     */
    @GetMapping("/cases/{caseId}/documents/{documentId}/tables")
    ModelAndView rows(
            @PathVariable UUID caseId,
            @PathVariable UUID documentId,
            @RequestParam(defaultValue = "1") int table,
            @RequestParam(defaultValue = "1") long from) {
        var id = new CaseId(caseId);
        // First, so that this is what the entry of the trail is called by.
        ShownTable shown = tables.of(id, documentId, table, from, TablePage.ROWS);
        return new ModelAndView("documents/table", Map.of("page", new TablePage(headers.of(id, "documents"), shown)));
    }

    /** The table as CSV; where there is none, its page says why. */
    @GetMapping("/cases/{caseId}/documents/{documentId}/tables/csv")
    ResponseEntity<byte[]> save(
            @PathVariable UUID caseId, @PathVariable UUID documentId, @RequestParam(defaultValue = "1") int table) {
        ShownTable shown = tables.save(new CaseId(caseId), documentId, table);
        if (shown.rows().isEmpty()) {
            URI page = URI.create("/cases/" + caseId + "/documents/" + documentId + "/tables?table=" + table);
            return ResponseEntity.status(HttpStatus.SEE_OTHER).location(page).build();
        }
        return CsvFile.of(name(shown), shown.rows());
    }

    /** Says how far it goes where that is not to the end. */
    private static String name(ShownTable shown) {
        boolean whole = shown.why().isEmpty()
                && shown.rows().size() == shown.tables().get(shown.number() - 1).rows();
        String part = whole ? "" : "-rows-1-to-" + shown.rows().size();
        return shown.document().item().reference() + "-table-" + shown.number() + part + ".csv";
    }
}
