package org.plumbline.search.web;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.search.batch.Batch;
import org.plumbline.site.web.CsvFile;
import org.springframework.http.ResponseEntity;

/** What a list found as CSV, and a list as CSV. */
final class BatchFile {
    private static final String PERSON = "person";
    private static final String OTHER = "other";

    private BatchFile() {}

    /** Row, term, kind and count. */
    static ResponseEntity<byte[]> of(Batch batch) {
        return CsvFile.of(
                "batch-search.csv",
                below(
                        List.of("row", "term", "kind", "found"),
                        batch.lines().stream()
                                .map(line -> List.of("" + line.row(), line.term(), kind(line), "" + line.count()))
                                .toList()));
    }

    /** The terms as a list that says of each what it is. */
    static String list(Batch batch) {
        return CsvFile.text(below(
                List.of("term", "kind"),
                batch.lines().stream()
                        .map(line -> List.of(line.term(), kind(line)))
                        .toList()));
    }

    private static String kind(Batch.Line line) {
        return line.person() ? PERSON : OTHER;
    }

    private static List<List<String>> below(List<String> names, List<List<String>> rows) {
        return Stream.concat(Stream.of(names), rows.stream()).toList();
    }
}
