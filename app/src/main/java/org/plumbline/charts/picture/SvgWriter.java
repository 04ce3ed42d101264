package org.plumbline.charts.picture;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/** Writes marks as an SVG document. */
record SvgWriter(Sheet sheet, String title) {
    String write() {
        Rectangle2D paper = sheet.paper();
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.1f\""
                        + " height=\"%.1f\" viewBox=\"%.1f %.1f %.1f %.1f\" role=\"img\"><title>%s</title>\n",
                paper.getWidth(),
                paper.getHeight(),
                paper.getX(),
                paper.getY(),
                paper.getWidth(),
                paper.getHeight(),
                escaped(title)));
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>\n",
                paper.getX(),
                paper.getY(),
                paper.getWidth(),
                paper.getHeight(),
                Mark.Ink.PAPER.code));
        for (Mark mark : sheet.marks()) {
            switch (mark) {
                case Mark.Drawn drawn -> put(svg, drawn);
                case Mark.Written written -> put(svg, written);
            }
        }
        return svg.append("</svg>\n").toString();
    }

    private static void put(StringBuilder svg, Mark.Drawn drawn) {
        svg.append(String.format(
                Locale.ROOT,
                "<path d=\"%s\" fill=\"%s\" stroke=\"%s\" stroke-width=\"%.2f\" stroke-linecap=\"%s\""
                        + " stroke-linejoin=\"round\"%s/>\n",
                data(drawn.shape()),
                drawn.fill().code,
                drawn.stroke().code,
                drawn.width(),
                drawn.dashed() ? "butt" : "round",
                drawn.dashed() ? " stroke-dasharray=\"7 5\"" : ""));
    }

    private static void put(StringBuilder svg, Mark.Written written) {
        svg.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(%.1f %.1f) rotate(%.1f)\" font-family=\"Inter, system-ui, sans-serif\""
                        + " font-size=\"%.1f\" font-weight=\"%d\" text-anchor=\"middle\" fill=\"%s\" stroke=\"%s\""
                        + " stroke-width=\"3.5\" stroke-linejoin=\"round\" paint-order=\"stroke\">%s</text>\n",
                written.x(),
                written.y(),
                written.degrees(),
                written.size(),
                written.bold() ? 700 : 500,
                written.ink().code,
                Mark.Ink.PAPER.code,
                escaped(written.text())));
    }

    private static String data(Shape shape) {
        var data = new StringBuilder();
        var at = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            int kind = path.currentSegment(at);
            switch (kind) {
                case PathIterator.SEG_MOVETO -> points(data.append('M'), at, 2);
                case PathIterator.SEG_LINETO -> points(data.append('L'), at, 2);
                case PathIterator.SEG_QUADTO -> points(data.append('Q'), at, 4);
                case PathIterator.SEG_CUBICTO -> points(data.append('C'), at, 6);
                default -> data.append('z');
            }
        }
        return data.toString();
    }

    private static void points(StringBuilder data, double[] at, int count) {
        for (int i = 0; i < count; i++) {
            data.append(i == 0 ? "" : " ").append(String.format(Locale.ROOT, "%.2f", at[i]));
        }
    }

    /** XML 1.0, section 2.4; control characters that XML does not know are left out. */
    private static String escaped(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", "")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;");
    }
}
