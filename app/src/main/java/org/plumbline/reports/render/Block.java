package org.plumbline.reports.render;

import java.time.LocalDate;
import java.util.List;

/** One element of a report's content. */
public sealed interface Block {
    /** Whose words a paragraph holds: ours, or a source's. */
    enum Voice {
        OURS,
        QUOTATION
    }

    /** At which edge of its column a value stands; amounts and counts at the end. */
    enum Align {
        START,
        END
    }

    /**
     * A heading, also a bookmark of the file.
     *
     * @param level 1 to 3
     * @param text the words
     */
    record Heading(int level, String text) implements Block {
        public Heading {
            if (level < 1 || level > 3) {
                throw new IllegalArgumentException("A heading has level 1 to 3, not " + level);
            }
            Filled.require("heading", text);
        }
    }

    /**
     * Running text with its citations.
     *
     * @param voice a quotation is set in a serif with a rule
     * @param runs the text in order
     */
    record Paragraph(Voice voice, List<Run> runs) implements Block {
        public Paragraph {
            runs = List.copyOf(runs);
        }
    }

    /**
     * A conclusion someone draws, set apart from every fact.
     *
     * @param runs the conclusion
     * @param grade how far its sources and information are trusted
     * @param author who concludes
     * @param date when
     * @param restsOn what it rests on
     */
    record Conclusion(List<Run> runs, Grade grade, String author, LocalDate date, List<Source> restsOn)
            implements Block {
        public Conclusion {
            Filled.require("author of an assessment", author);
            runs = List.copyOf(runs);
            restsOn = List.copyOf(restsOn);
        }
    }

    /**
     * A column of a table.
     *
     * @param heading its name
     * @param align where values stand
     * @param weight its share of the width beside the other columns', 1 to 20
     */
    record Column(String heading, Align align, int weight) {
        public Column {
            if (weight < 1 || weight > 20) {
                throw new IllegalArgumentException("A column's weight is 1 to 20, not " + weight);
            }
        }
    }

    /**
     * Statements, one a row; the renderer adds the columns for sources and kind.
     *
     * @param caption what the table shows; blank for none
     * @param columns the columns the caller fills
     * @param statements one cell for each column
     */
    record StatementTable(String caption, List<Column> columns, List<Statement> statements) implements Block {
        public StatementTable {
            columns = List.copyOf(columns);
            statements = List.copyOf(statements);
            Rows.check(columns.size(), statements.stream().map(Statement::cells).toList());
        }
    }

    /**
     * A plain table.
     *
     * @param caption what the table shows; blank for none
     * @param columns its columns
     * @param rows each with one cell a column; a cell is a list of runs, an empty one is unknown
     */
    record TableBlock(String caption, List<Column> columns, List<List<List<Run>>> rows) implements Block {
        public TableBlock {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            Rows.check(columns.size(), rows);
        }
    }

    /**
     * A picture, scaled down to the page when larger.
     *
     * @param png the bytes of a PNG file
     * @param alt what it shows, for those who cannot see it
     * @param caption the words below it; blank for none
     * @param width its natural width in CSS pixels (96 an inch)
     * @param height its natural height in CSS pixels
     */
    record Picture(Png png, String alt, String caption, int width, int height) implements Block {
        public Picture {
            Filled.require("picture description", alt);
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("A picture has a size, not " + width + " x " + height);
            }
        }
    }

    /**
     * Exhibits with their digests.
     *
     * @param exhibits in the order to show
     */
    record ExhibitList(List<Exhibit> exhibits) implements Block {
        public ExhibitList {
            exhibits = List.copyOf(exhibits);
        }
    }

    /** Where the numbered sources stand; the renderer appends them when no block says so. */
    record SourceList() implements Block {}

    /** What follows starts on a new page. */
    record PageBreak() implements Block {}
}
