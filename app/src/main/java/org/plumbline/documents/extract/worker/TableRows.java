package org.plumbline.documents.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Section;
import org.plumbline.documents.extract.TablePart;
import org.plumbline.documents.extract.Wanted;

/** The tables of a file as they are gone through: each counted, and rows of one of them kept as CSV. */
final class TableRows {
    private final Wanted.TableRows wanted;
    private final List<Counted> tables = new ArrayList<>();
    private final StringBuilder kept = new StringBuilder();
    private final CSVPrinter csv;
    private @Nullable Counted open;
    private int count;
    private boolean full;

    /** A table with what was counted in it. */
    private static final class Counted {
        private final String name;
        private long rows;
        private int columns;

        Counted(String name) {
            this.name = name;
        }
    }

    TableRows(Wanted.TableRows wanted) {
        this.wanted = wanted;
        try {
            this.csv = new CSVPrinter(kept, CSVFormat.RFC4180);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
    }

    /** Begins the next table; after so many they are counted no more. */
    void table(String name) {
        count++;
        open = new Counted(name);
        if (count <= TablePart.MOST_TABLES) {
            tables.add(open);
        }
    }

    /** The next row of the table that was begun last. */
    void row(List<String> cells) {
        Counted table = open;
        if (table == null) {
            return;
        }
        table.rows++;
        table.columns = Math.max(table.columns, cells.size());
        boolean inside =
                count == wanted.table() && table.rows >= wanted.from() && table.rows - wanted.from() < wanted.rows();
        if (inside && !full) {
            keep(cells);
        }
    }

    private void keep(List<String> cells) {
        int before = kept.length();
        List<String> first = cells.subList(0, Math.min(cells.size(), TablePart.MOST_COLUMNS));
        try {
            // A row without cells is one empty cell: a line with nothing on it would be none.
            csv.printRecord(first.isEmpty() ? List.of("") : first);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory", e);
        }
        if (kept.length() > TablePart.MOST_CHARACTERS && before > 0) {
            kept.setLength(before);
            full = true;
        }
    }

    /** Hands over what was counted and kept. */
    void give(Gathering into) throws IOException {
        for (int i = 0; i < tables.size(); i++) {
            Counted table = tables.get(i);
            into.section(Section.Kind.SHEET, i + 1, table.name, false);
            into.append(table.rows + "\t" + table.columns + "\n");
        }
        into.child(
                new ByteArrayInputStream(kept.toString().getBytes(StandardCharsets.UTF_8)),
                "rows.csv",
                "",
                "text/csv",
                Child.Relation.MEMBER);
    }
}
