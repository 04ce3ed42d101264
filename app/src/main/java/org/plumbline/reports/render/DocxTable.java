package org.plumbline.reports.render;

import java.util.List;

/** Rows and cells of one DOCX table with fixed columns; its head repeats on each page. */
final class DocxTable {
    /** 170 mm, the type area, in twentieths of a point. */
    static final int WIDTH = 9638;

    static final String HEADED = "ReportTable";

    /** What a cell's surface and edge say of its content. */
    enum Surface {
        PLAIN(""),
        /** The first of two rows that belong together: no line between them. */
        UPPER(""),
        /** The second of two rows that belong together. */
        LOWER(""),
        ASSESSMENT("F3EFFB"),
        CONFLICT_HEAD("FCF0DA");

        private final String fill;

        Surface(String fill) {
            this.fill = fill;
        }
    }

    private final DocxText text;
    private final Wml wml;
    private final int[] widths;

    private DocxTable(DocxText text, int[] widths) {
        this.text = text;
        this.wml = text.wml();
        this.widths = widths;
    }

    /** Opens a table whose columns share the width by weight; {@link #close} it. */
    static DocxTable open(DocxText text, String style, String caption, List<Integer> weights) {
        boolean headed = style.equals(HEADED);
        int sum = weights.stream().mapToInt(Integer::intValue).sum();
        int[] widths = weights.stream().mapToInt(weight -> WIDTH * weight / sum).toArray();
        DocxTable table = new DocxTable(text, widths);
        Wml wml = table.wml.open("w:tbl").open("w:tblPr").leaf("w:tblStyle", "w:val", style);
        wml.leaf("w:tblW", "w:w", Integer.toString(WIDTH), "w:type", "dxa").leaf("w:tblLayout", "w:type", "fixed");
        wml.leaf(
                "w:tblLook",
                "w:val",
                headed ? "0620" : "0600",
                "w:firstRow",
                headed ? "1" : "0",
                "w:noHBand",
                "1",
                "w:noVBand",
                "1");
        if (!caption.isBlank()) {
            wml.leaf("w:tblCaption", "w:val", caption);
        }
        wml.close().open("w:tblGrid");
        for (int width : widths) {
            wml.leaf("w:gridCol", "w:w", Integer.toString(width));
        }
        wml.close();
        return table;
    }

    void head(List<Block.Column> columns) {
        wml.open("w:tr").open("w:trPr").leaf("w:cantSplit").leaf("w:tblHeader").close();
        for (int i = 0; i < columns.size(); i++) {
            openCell(i, 1, Surface.PLAIN);
            text.paragraph(
                    columns.get(i).align() == Block.Align.END ? "TableHeadEnd" : "TableHead",
                    columns.get(i).heading());
            wml.close();
        }
        wml.close();
    }

    /** Opens a row that stays on one page. */
    void openRow() {
        wml.open("w:tr").open("w:trPr").leaf("w:cantSplit").close();
    }

    void openCell(int column, int span, Surface surface) {
        int width = 0;
        for (int i = column; i < column + span; i++) {
            width += widths[i];
        }
        wml.open("w:tc").open("w:tcPr").leaf("w:tcW", "w:w", Integer.toString(width), "w:type", "dxa");
        if (span > 1) {
            wml.leaf("w:gridSpan", "w:val", Integer.toString(span));
        }
        edge(column, surface);
        if (!surface.fill.isEmpty()) {
            wml.leaf("w:shd", "w:val", "clear", "w:color", "auto", "w:fill", surface.fill);
        }
        wml.close();
    }

    void close() {
        wml.close();
    }

    /** A paragraph must follow a table before the next one, or the two become one. */
    void end() {
        wml.close();
        text.paragraph("AfterTable", "");
    }

    // The double rule at the start edge marks an assessment also in black and white.
    private void edge(int column, Surface surface) {
        switch (surface) {
            case UPPER -> border("w:bottom", "w:val", "nil");
            case LOWER -> border("w:top", "w:val", "nil");
            case ASSESSMENT -> {
                if (column == 0) {
                    border("w:left", "w:val", "double", "w:sz", "6", "w:space", "0", "w:color", "5A3D96");
                }
            }
            case PLAIN, CONFLICT_HEAD -> {}
        }
    }

    private void border(String side, String... attributes) {
        wml.open("w:tcBorders").leaf(side, attributes).close();
    }
}
