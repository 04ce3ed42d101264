package org.plumbline.charts.picture;

import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads path data (SVG 2, section 9.3) as far as our glyphs use it: M, m, L, l, H, h, V, v, A, a and z, with arcs of
 * circles only.
 */
final class Outline {
    private static final Pattern PIECE = Pattern.compile("[MmLlHhVvAaZz]|-?(?:\\d+\\.?\\d*|\\.\\d+)");

    private final Path2D path = new Path2D.Double();
    private final Matcher pieces;
    private double x;
    private double y;

    private Outline(String data) {
        this.pieces = PIECE.matcher(data);
    }

    static Path2D read(String data) {
        return new Outline(data).read();
    }

    private Path2D read() {
        char command = 'M';
        boolean more = pieces.find();
        while (more) {
            String piece = pieces.group();
            if (Character.isLetter(piece.charAt(0))) {
                command = piece.charAt(0);
                more = pieces.find();
                if (command == 'z' || command == 'Z') {
                    path.closePath();
                }
                continue;
            }
            step(command, Double.parseDouble(piece));
            command = command == 'M' ? 'L' : command == 'm' ? 'l' : command;
            more = pieces.find();
        }
        return path;
    }

    private void step(char command, double first) {
        double baseX = Character.isLowerCase(command) ? x : 0;
        double baseY = Character.isLowerCase(command) ? y : 0;
        switch (Character.toUpperCase(command)) {
            case 'M' -> {
                to(baseX + first, baseY + next());
                path.moveTo(x, y);
            }
            case 'L' -> line(baseX + first, baseY + next());
            case 'H' -> line(baseX + first, y);
            case 'V' -> line(x, baseY + first);
            case 'A' -> {
                next();
                next();
                boolean large = next() != 0;
                boolean sweep = next() != 0;
                arc(first, large, sweep, baseX + next(), baseY + next());
            }
            default -> throw new IllegalArgumentException("Path data has the command " + command);
        }
    }

    private void line(double toX, double toY) {
        to(toX, toY);
        path.lineTo(x, y);
    }

    /** SVG 2, appendix B.2.4, for one radius. */
    private void arc(double asked, boolean large, boolean sweep, double toX, double toY) {
        double half = Math.hypot(toX - x, toY - y) / 2;
        double radius = Math.max(asked, half);
        double high = Math.sqrt(Math.max(0, radius * radius - half * half)) / (2 * half);
        double side = large == sweep ? -1 : 1;
        double centreX = (x + toX) / 2 + side * high * (y - toY) * -1;
        double centreY = (y + toY) / 2 + side * high * (toX - x) * -1;
        double from = Math.toDegrees(Math.atan2(y - centreY, x - centreX));
        double turn = Math.toDegrees(Math.atan2(toY - centreY, toX - centreX)) - from;
        turn = sweep && turn < 0 ? turn + 360 : !sweep && turn > 0 ? turn - 360 : turn;
        // Java measures angles with y up, path data with y down.
        var drawn =
                new Arc2D.Double(centreX - radius, centreY - radius, 2 * radius, 2 * radius, -from, -turn, Arc2D.OPEN);
        path.append(drawn.getPathIterator(new AffineTransform()), true);
        to(toX, toY);
    }

    private double next() {
        if (!pieces.find()) {
            throw new IllegalArgumentException("Path data ends too early");
        }
        return Double.parseDouble(pieces.group());
    }

    private void to(double toX, double toY) {
        x = toX;
        y = toY;
    }
}
