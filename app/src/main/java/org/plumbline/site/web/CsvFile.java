package org.plumbline.site.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Rows to be saved as CSV (RFC 4180, UTF-8). */
public final class CsvFile {
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\t\r].*");

    /** Which begins like a formula and is none. */
    private static final Pattern NUMBER = Pattern.compile("[+-][\\d.,]{1,40}%?");

    private CsvFile() {}

    /** A file of this name; a cell that a spreadsheet would take for a formula begins with an apostrophe. */
    public static ResponseEntity<byte[]> of(String name, List<List<String>> rows) {
        String text = text(rows, CsvFile::harmless);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The rows as text, each cell as it is. */
    public static String text(List<List<String>> rows) {
        return text(rows, UnaryOperator.identity());
    }

    private static String text(List<List<String>> rows, UnaryOperator<String> each) {
        var out = new StringBuilder();
        try (var printer = new CSVPrinter(out, CSVFormat.RFC4180)) {
            for (List<String> row : rows) {
                printer.printRecord(row.stream().map(each));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        return out.toString();
    }

    private static String harmless(String cell) {
        return FORMULA.matcher(cell).matches() && !NUMBER.matcher(cell).matches() ? "'" + cell : cell;
    }
}
