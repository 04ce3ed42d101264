package org.plumbline.search.batch;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.plumbline.kernel.Input;

/**
 * Rows and columns of a list.
 *
 * @param names of the columns; empty where the list names none
 */
record Table(String charset, List<String> names, List<Row> rows) {
    private static final int LONGEST = 4_000_000;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');

    /** @param number in the file, from 1 */
    record Row(int number, List<String> cells) {
        Row {
            cells = List.copyOf(cells);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column).strip() : "";
        }
    }

    Table {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }

    /** Reads a list; empty, with the reason refused, where it can't be read. */
    static Optional<Table> read(ListText list, boolean header, int most, Input input) {
        String text = list.text();
        if (text.length() > LONGEST) {
            input.refuse("list", "batch-too-large", Map.of("most", "" + LONGEST));
            return Optional.empty();
        }
        if (text.isBlank()) {
            input.refuse("list", "field-missing", Map.of());
            return Optional.empty();
        }
        if (text.indexOf('\0') >= 0) {
            input.refuse("list", "batch-not-text", Map.of());
            return Optional.empty();
        }
        return rows(text, most, input).map(rows -> {
            boolean named = header && !rows.isEmpty();
            return new Table(
                    list.charset(),
                    named ? rows.getFirst().cells().stream().map(String::strip).toList() : List.of(),
                    named ? rows.subList(1, rows.size()) : rows);
        });
    }

    /** The column of a name or number; the first for nothing. */
    Optional<Integer> column(String asked) {
        String wanted = asked.strip();
        if (wanted.isEmpty()) {
            return Optional.of(0);
        }
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).equalsIgnoreCase(wanted)) {
                return Optional.of(i);
            }
        }
        return wanted.matches("[1-9]\\d?")
                ? Optional.of(Integer.parseInt(wanted) - 1).filter(i -> i < width())
                : Optional.empty();
    }

    int width() {
        return Math.max(
                names.size(),
                rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0));
    }

    private static Optional<List<Row>> rows(String text, int most, Input input) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter(text))
                .setIgnoreEmptyLines(false)
                .get();
        var rows = new ArrayList<Row>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
            for (CSVRecord each : parser) {
                var row = new Row(Math.toIntExact(each.getRecordNumber()), each.toList());
                if (row.cells().stream().anyMatch(cell -> !cell.isBlank())) {
                    rows.add(row);
                }
                if (rows.size() > most + 1) {
                    break;
                }
            }
            return Optional.of(rows);
        } catch (IOException | UncheckedIOException | IllegalStateException torn) {
            input.refuse("list", "batch-row-torn", Map.of("row", "" + (last(rows) + 1)));
            return Optional.empty();
        }
    }

    private static int last(List<Row> rows) {
        return rows.isEmpty() ? 0 : rows.getLast().number();
    }

    /** The one that stands most often in the first line. */
    private static char delimiter(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return DELIMITERS.stream()
                .max(Comparator.comparingLong(
                        delimiter -> first.chars().filter(c -> c == delimiter).count()))
                .filter(delimiter -> first.indexOf(delimiter) >= 0)
                .orElse(',');
    }
}
