package org.plumbline.documents.web;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.plumbline.documents.extract.Delimiters;

/** The rows and cells of a sheet's text: tabs between cells as sheets are read, or what the file itself puts there. */
final class Rows {
    private static final int MOST_COLUMNS = 60;

    private Rows() {}

    static List<List<String>> of(String body) {
        CSVFormat format =
                Delimiters.ofSheet(body).builder().setIgnoreEmptyLines(true).get();
        try (CSVParser rows = CSVParser.parse(new StringReader(body), format)) {
            return rows.stream()
                    .map(row -> row.stream().limit(MOST_COLUMNS).toList())
                    .toList();
        } catch (IOException | UncheckedIOException | IllegalStateException noSuchRows) {
            // Quoted otherwise than the format allows, or cut within a quote: the lines as they are.
            return body.lines().filter(line -> !line.isBlank()).map(List::of).toList();
        }
    }
}
