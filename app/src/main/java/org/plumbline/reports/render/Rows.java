package org.plumbline.reports.render;

import java.util.List;

/** The rule that every row of a table fills every column. */
final class Rows {
    private Rows() {}

    static void check(int columns, List<? extends List<?>> rows) {
        if (columns == 0) {
            throw new IllegalArgumentException("A table has at least one column");
        }
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).size() != columns) {
                throw new IllegalArgumentException("Row " + (i + 1) + " of a table has "
                        + rows.get(i).size() + " cells, its columns are " + columns);
            }
        }
    }
}
