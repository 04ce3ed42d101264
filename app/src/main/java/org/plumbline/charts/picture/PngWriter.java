package org.plumbline.charts.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.plumbline.charts.picture.Mark.Ink;

/** Writes marks as pixels. */
record PngWriter(Sheet sheet, Lettering lettering) {
    private static final double SHARP = 2;
    /** Pixels; a page of paper shows no more, and memory stays under 150 MB. */
    private static final double WIDEST = 6_000;

    byte[] write() {
        Rectangle2D paper = sheet.paper();
        double scale = Math.min(SHARP, WIDEST / Math.max(paper.getWidth(), paper.getHeight()));
        var image = new BufferedImage(
                Math.max(1, (int) Math.ceil(paper.getWidth() * scale)),
                Math.max(1, (int) Math.ceil(paper.getHeight() * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        try {
            pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            pen.setColor(colour(Ink.PAPER));
            pen.fillRect(0, 0, image.getWidth(), image.getHeight());
            pen.scale(scale, scale);
            pen.translate(-paper.getX(), -paper.getY());
            sheet.marks().forEach(mark -> put(pen, mark));
        } finally {
            pen.dispose();
        }
        return bytes(image);
    }

    private void put(Graphics2D pen, Mark mark) {
        switch (mark) {
            case Mark.Drawn drawn -> put(pen, drawn);
            case Mark.Written written -> put(pen, written);
        }
    }

    private static void put(Graphics2D pen, Mark.Drawn drawn) {
        if (drawn.fill() != Ink.NONE) {
            pen.setColor(colour(drawn.fill()));
            pen.fill(drawn.shape());
        }
        pen.setColor(colour(drawn.stroke()));
        float width = (float) drawn.width();
        pen.setStroke(
                drawn.dashed()
                        ? new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {7, 5}, 0)
                        : new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(drawn.shape());
    }

    private void put(Graphics2D pen, Mark.Written written) {
        if (written.text().isEmpty()) {
            return;
        }
        Font font = lettering.font(written.text(), written.size(), written.bold());
        var glyphs = font.layoutGlyphVector(
                pen.getFontRenderContext(),
                written.text().toCharArray(),
                0,
                written.text().length(),
                Font.LAYOUT_LEFT_TO_RIGHT);
        var place = AffineTransform.getTranslateInstance(written.x(), written.y());
        place.rotate(Math.toRadians(written.degrees()));
        place.translate(-glyphs.getLogicalBounds().getWidth() / 2, 0);
        Shape letters = place.createTransformedShape(glyphs.getOutline());
        pen.setColor(colour(Ink.PAPER));
        pen.setStroke(new BasicStroke(3.5f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        pen.draw(letters);
        pen.setColor(colour(written.ink()));
        pen.fill(letters);
    }

    private static Color colour(Ink ink) {
        return Color.decode(ink.code);
    }

    private static byte[] bytes(BufferedImage image) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing a picture to memory failed", e);
        }
        return out.toByteArray();
    }
}
