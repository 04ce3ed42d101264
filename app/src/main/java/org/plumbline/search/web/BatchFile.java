package org.plumbline.search.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.plumbline.search.batch.Batch;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** What a list found as CSV, and a list as CSV. */
final class BatchFile {
    private static final String PERSON = "person";
    private static final String OTHER = "other";

    private BatchFile() {}

    /** Row, term, kind and count; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
    static ResponseEntity<byte[]> of(Batch batch) {
        List<List<String>> rows = batch.lines().stream()
                .map(line -> List.of("" + line.row(), harmless(line.term()), kind(line), "" + line.count()))
                .toList();
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"batch-search.csv\"")
                .body(csv(List.of("row", "term", "kind", "found"), rows).getBytes(StandardCharsets.UTF_8));
    }

    /** The terms as a list that says of each what it is. */
    static String list(Batch batch) {
        return csv(
                List.of("term", "kind"),
                batch.lines().stream()
                        .map(line -> List.of(line.term(), kind(line)))
                        .toList());
    }

    private static String kind(Batch.Line line) {
        return line.person() ? PERSON : OTHER;
    }

    private static String harmless(String cell) {
        return cell.matches("(?s)[=+\\-@\t\r].*") ? "'" + cell : cell;
    }

    private static String csv(List<String> names, List<List<String>> rows) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            printer.printRecord(names);
            for (List<String> row : rows) {
                printer.printRecord(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return out.toString();
    }
}
