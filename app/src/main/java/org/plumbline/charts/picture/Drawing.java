package org.plumbline.charts.picture;

import java.awt.geom.Rectangle2D;

/** A drawn scene, to be written as a file. */
public final class Drawing {
    private final Sheet sheet;
    private final Lettering lettering;

    private Drawing(Sheet sheet, Lettering lettering) {
        this.sheet = sheet;
        this.lettering = lettering;
    }

    /** Draws a scene. */
    public static Drawing of(Scene scene) {
        var lettering = new Lettering();
        return new Drawing(new Sheet(scene, lettering), lettering);
    }

    /** A PNG file at twice the size of a screen, smaller where the chart is very wide. */
    public byte[] png() {
        return new PngWriter(sheet, lettering).write();
    }

    /** An SVG document, text as text. */
    public String svg(String title) {
        return new SvgWriter(sheet, title).write();
    }

    Rectangle2D paper() {
        return sheet.paper();
    }
}
