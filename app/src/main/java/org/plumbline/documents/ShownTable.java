package org.plumbline.documents;

import java.util.List;
import org.plumbline.documents.extract.TablePart;

/**
 * Rows of a table of a document, given to whoever looks at it and kept nowhere.
 *
 * @param number of the table that was asked for, from 1
 * @param from the first row that was asked for, from 1
 * @param tables the tables of the document in their order; empty where that could not be told
 * @param rows those that were asked for and are there; none where the table is not one of the tables
 * @param why what is missing; empty where nothing is
 */
public record ShownTable(
        Document document,
        int number,
        long from,
        List<TablePart.Size> tables,
        List<List<String>> rows,
        List<Reason> why) {
    public ShownTable {
        tables = List.copyOf(tables);
        rows = List.copyOf(rows);
        why = List.copyOf(why);
    }
}
