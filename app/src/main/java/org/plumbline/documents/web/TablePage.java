package org.plumbline.documents.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.documents.ShownTable;
import org.plumbline.documents.extract.TablePart;
import org.plumbline.site.Texts;
import org.plumbline.site.web.Tab;

/** Rows of a table of a document, with its other tables and the ways to the rows beside them. */
public record TablePage(CaseHeader header, ShownTable table) {
    static final int ROWS = 100;

    /** A browser lays out so many well; the file to be saved has all. */
    private static final int COLUMNS = 100;

    private static final int LETTERS = 26;
    private static final int LONG = 40;

    /** The document itself. */
    public String href() {
        return header.href() + "/documents/" + table.document().id();
    }

    /** The tables of the document, as tabs; none where there is one alone. */
    public List<Tab> tabs(Texts texts) {
        List<TablePart.Size> all = table.tables();
        return all.size() < 2
                ? List.of()
                : IntStream.rangeClosed(1, all.size())
                        .mapToObj(number -> new Tab(
                                name(number, texts),
                                href(number, 1),
                                texts.number(all.get(number - 1).rows()),
                                number == table.number()))
                        .toList();
    }

    /** What a table is called: as the file calls it, or by its number. */
    public String name(int number, Texts texts) {
        String name =
                number <= table.tables().size() ? table.tables().get(number - 1).name() : "";
        return name.isEmpty() ? texts.say("documents.table.number", "number", number) : name;
    }

    /** The size of the table shown; absent where the file has no such table. */
    public Optional<TablePart.Size> size() {
        return table.number() <= table.tables().size()
                ? Optional.of(table.tables().get(table.number() - 1))
                : Optional.empty();
    }

    /** The letters of the columns shown, as spreadsheets have them. */
    public List<String> columns() {
        int columns = Math.min(COLUMNS, size().map(TablePart.Size::columns).orElse(0));
        return IntStream.range(0, columns).mapToObj(TablePage::letters).toList();
    }

    /** Whether there are more columns than are shown. */
    public boolean wider() {
        return size().map(TablePart.Size::columns).orElse(0) > COLUMNS;
    }

    /** The cells of a row, one for each column shown. */
    public List<String> cells(List<String> row) {
        int columns = columns().size();
        var cells = new ArrayList<>(row.subList(0, Math.min(row.size(), columns)));
        while (cells.size() < columns) {
            cells.add("");
        }
        return cells;
    }

    /** Whether the words of a cell need room beside each other. */
    public static boolean isLong(String cell) {
        return cell.length() > LONG;
    }

    /** The number of the last row shown. */
    public long last() {
        return table.from() + table.rows().size() - 1;
    }

    public Optional<String> earlier() {
        return table.from() > 1
                ? Optional.of(href(table.number(), Math.max(1, table.from() - ROWS)))
                : Optional.empty();
    }

    public Optional<String> later() {
        boolean more = !table.rows().isEmpty()
                && last() < size().map(TablePart.Size::rows).orElse(0L);
        return more ? Optional.of(href(table.number(), last() + 1)) : Optional.empty();
    }

    /** The table as a file. */
    public String save() {
        return href() + "/tables/csv?table=" + table.number();
    }

    private String href(int number, long from) {
        return href() + "/tables?table=" + number + (from > 1 ? "&from=" + from : "");
    }

    /** A, B and so on to Z, AA, AB. */
    private static String letters(int column) {
        String last = String.valueOf((char) ('A' + column % LETTERS));
        return column < LETTERS ? last : letters(column / LETTERS - 1) + last;
    }
}
