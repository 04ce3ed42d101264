package org.plumbline.reports.render;

import java.util.function.Consumer;

/** Pictures of a DOCX, in line with the text and never wider or higher than the page. */
final class DocxPictures {
    /** Type area of 170 x 215 mm in English Metric Units, 36,000 a millimetre (ECMA-376 Part 1, 20.1.2.1). */
    private static final long WIDEST = 170L * 36_000;

    private static final long HIGHEST = 215L * 36_000;
    private static final long UNITS_PER_PIXEL = 9525;

    private final DocxText text;
    private final Wml wml;
    private final DocxPackage parts;
    private final Consumer<Warning> warnings;
    private int count;

    DocxPictures(DocxText text, DocxPackage parts, Consumer<Warning> warnings) {
        this.text = text;
        this.wml = text.wml();
        this.parts = parts;
        this.warnings = warnings;
    }

    void picture(Block.Picture picture) {
        count++;
        double scale = Math.min(
                UNITS_PER_PIXEL, Math.min((double) WIDEST / picture.width(), (double) HIGHEST / picture.height()));
        String width = units(picture.width() * scale);
        String height = units(picture.height() * scale);
        String relation = parts.addPicture(count, Pictures.printable(picture, warnings));
        text.open("Figure", "");
        wml.open("w:r").open("w:drawing").open("wp:inline", "distT", "0", "distB", "0", "distL", "0", "distR", "0");
        wml.leaf("wp:extent", "cx", width, "cy", height);
        String name = "picture-" + count;
        String alt = ReadableText.of(picture.alt(), warnings);
        wml.leaf("wp:docPr", "id", Integer.toString(count), "name", name, "descr", alt);
        wml.open("a:graphic").open("a:graphicData", "uri", DocxPackage.PICTURE).open("pic:pic");
        wml.open("pic:nvPicPr").leaf("pic:cNvPr", "id", Integer.toString(count), "name", name, "descr", alt);
        wml.leaf("pic:cNvPicPr").close();
        wml.open("pic:blipFill").leaf("a:blip", "r:embed", relation);
        wml.open("a:stretch").leaf("a:fillRect").close().close();
        wml.open("pic:spPr").open("a:xfrm").leaf("a:off", "x", "0", "y", "0");
        wml.leaf("a:ext", "cx", width, "cy", height).close();
        wml.open("a:prstGeom", "prst", "rect").leaf("a:avLst").close().close();
        wml.close().close().close().close().close().close().close();
        if (!picture.caption().isBlank()) {
            text.paragraph("FigureCaption", picture.caption());
        }
    }

    private static String units(double units) {
        return Long.toString(Math.max(1, Math.round(units)));
    }
}
