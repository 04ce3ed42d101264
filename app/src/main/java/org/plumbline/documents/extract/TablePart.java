package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The tables of a file, of one of which rows were asked for. Nothing of it is kept.
 *
 * @param outcome how the reading ended
 * @param tables the tables of the file in their order, the first thousand
 */
public record TablePart(Outcome outcome, List<Size> tables) {
    /** A page of HTML may have a table for each of its lines. */
    public static final int MOST_TABLES = 1_000;

    public static final int MOST_COLUMNS = 1_000;

    /** What a cell of a spreadsheet holds at most. */
    public static final int LONGEST_CELL = 32_767;

    /** Of all rows together; in bytes at most three times as many and one row more. */
    public static final int MOST_CHARACTERS = 3 << 20;

    public TablePart {
        tables = List.copyOf(tables);
    }

    /**
     * A table of a file.
     *
     * @param name of a sheet, or the heading before it; may be empty
     */
    public record Size(String name, long rows, int columns) {}

    /**
     * The tables of an extraction that was asked for rows.
     *
     * @param each is given the rows that are there, in their order, of each the first thousand cells
     */
    public static TablePart of(Extraction extraction, Consumer<List<String>> each) throws IOException {
        if (!extraction.children().isEmpty()) {
            try {
                read(extraction.children().getFirst().content(), each);
            } catch (UncheckedIOException | IllegalStateException notAsWritten) {
                return new TablePart(
                        new Outcome.Failed(Outcome.Reason.WORKER_MISBEHAVED, "no rows of a table"), List.of());
            }
        }
        return new TablePart(extraction.outcome(), tables(extraction));
    }

    /** A worker gone wrong must not make the application read a link. */
    private static void read(Path content, Consumer<List<String>> each) throws IOException {
        try (var in = new InputStreamReader(
                        Files.newInputStream(content, LinkOption.NOFOLLOW_LINKS), StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(in, CSVFormat.RFC4180)) {
            for (CSVRecord row : parser) {
                each.accept(row.toList());
            }
        }
    }

    private static List<Size> tables(Extraction extraction) {
        List<Section> sections = extraction.sections();
        List<String> sizes = extraction.text().lines().toList();
        var tables = new ArrayList<Size>();
        for (int i = 0; i < Math.min(sections.size(), sizes.size()); i++) {
            String[] size = sizes.get(i).split("\t", 2);
            if (size.length == 2 && size[0].matches("\\d{1,18}") && size[1].matches("\\d{1,9}")) {
                tables.add(new Size(sections.get(i).label(), Long.parseLong(size[0]), Integer.parseInt(size[1])));
            }
        }
        return tables;
    }
}
