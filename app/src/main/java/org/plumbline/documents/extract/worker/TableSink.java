package org.plumbline.documents.extract.worker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.TablePart;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Takes the tables out of the XHTML that a Tika parser writes. A table within a cell is words of that cell; a heading
 * between tables, as workbooks have one for each sheet, is the name of the next.
 */
final class TableSink extends DefaultHandler {
    private static final Set<String> LINES = Set.of("p", "br", "li", "div", "tr");
    private static final int LONGEST_NAME = 200;
    private static final int MOST_SPANNED = 100;

    private final TableRows rows;
    private final StringBuilder name = new StringBuilder();
    private final StringBuilder cell = new StringBuilder();
    private final List<String> row = new ArrayList<>();
    private int tables;
    private int spanned;
    private boolean inCell;
    private boolean heading;

    TableSink(TableRows rows) {
        this.rows = rows;
    }

    @Override
    public void startElement(@Nullable String uri, String local, String qName, Attributes attributes) {
        switch (local) {
            case "table" -> beginTable();
            case "tr" -> beginRow();
            case "td", "th" -> beginCell(attributes);
            default -> {
                boolean title = tables == 0 && local.matches("h[1-6]");
                if (title) {
                    name.setLength(0);
                }
                heading |= title;
            }
        }
        if (inCell && LINES.contains(local) && !cell.isEmpty()) {
            cell.append('\n');
        }
    }

    private void beginTable() {
        tables++;
        if (tables == 1) {
            rows.table(name.toString().strip());
            name.setLength(0);
        }
    }

    private void beginRow() {
        if (tables == 1) {
            row.clear();
        }
    }

    private void beginCell(Attributes attributes) {
        if (tables == 1) {
            inCell = true;
            cell.setLength(0);
            spanned = spanned(attributes.getValue("colspan"));
        } else if (inCell && !cell.isEmpty()) {
            cell.append(' ');
        }
    }

    private static int spanned(@Nullable String columns) {
        String said = columns == null ? "" : columns.strip();
        return said.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(said), 1, MOST_SPANNED) : 1;
    }

    @Override
    public void endElement(@Nullable String uri, String local, String qName) {
        switch (local) {
            case "table" -> tables--;
            case "tr" -> endRow();
            case "td", "th" -> endCell();
            default -> heading &= !local.matches("h[1-6]");
        }
    }

    private void endRow() {
        if (tables == 1) {
            rows.row(row);
            row.clear();
        }
    }

    private void endCell() {
        if (tables == 1 && inCell) {
            inCell = false;
            row.add(cell.toString().strip());
            for (int i = 1; i < spanned; i++) {
                row.add("");
            }
        }
    }

    @Override
    public void characters(char[] characters, int start, int length) {
        if (heading) {
            name.append(characters, start, Math.clamp(LONGEST_NAME - name.length(), 0, length));
        } else if (inCell) {
            cell.append(characters, start, Math.clamp(TablePart.LONGEST_CELL - cell.length(), 0, length));
        }
    }
}
