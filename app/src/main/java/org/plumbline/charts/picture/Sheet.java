package org.plumbline.charts.picture;

import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.QuadCurve2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.plumbline.charts.picture.Mark.Ink;

/** A scene laid out as marks on paper. */
final class Sheet {
    private static final double MARGIN = 28;
    private static final double BEND = 42;
    private static final double REACH = Symbol.SIZE / 2 + 3;

    private final Lettering lettering;
    private final List<Mark> lines = new ArrayList<>();
    private final List<Mark> figures = new ArrayList<>();
    private final Rectangle2D bounds = new Rectangle2D.Double();
    private boolean begun;

    Sheet(Scene scene, Lettering lettering) {
        this.lettering = lettering;
        Map<Set<UUID>, Integer> between = new HashMap<>();
        Map<Set<UUID>, Integer> total = new HashMap<>();
        scene.lines().forEach(line -> total.merge(ends(line), 1, Integer::sum));
        for (Scene.Line line : scene.lines()) {
            int n = between.merge(ends(line), 1, Integer::sum) - 1;
            draw(scene, line, n - (total.getOrDefault(ends(line), 1) - 1) / 2.0);
        }
        scene.figures().values().forEach(this::draw);
    }

    List<Mark> marks() {
        var all = new ArrayList<>(lines);
        all.addAll(figures);
        return all;
    }

    /** The paper that holds every mark, with a margin. */
    Rectangle2D paper() {
        return new Rectangle2D.Double(
                bounds.getX() - MARGIN,
                bounds.getY() - MARGIN,
                bounds.getWidth() + 2 * MARGIN,
                bounds.getHeight() + 2 * MARGIN);
    }

    private static Set<UUID> ends(Scene.Line line) {
        return line.from().equals(line.to()) ? Set.of(line.from()) : Set.of(line.from(), line.to());
    }

    private void draw(Scene scene, Scene.Line line, double aside) {
        Scene.Figure from = scene.figures().get(line.from());
        Scene.Figure to = scene.figures().get(line.to());
        if (from == null || to == null || line.from().equals(line.to())) {
            return;
        }
        // Parallel lines bend to the same side whichever way they run.
        double side = line.from().compareTo(line.to()) < 0 ? 1 : -1;
        double far = Math.max(1, Math.hypot(to.x() - from.x(), to.y() - from.y()));
        double bend = aside * BEND * side;
        var middle = new Point2D.Double(
                (from.x() + to.x()) / 2 - (to.y() - from.y()) / far * bend,
                (from.y() + to.y()) / 2 + (to.x() - from.x()) / far * bend);
        Point2D a = towards(from.x(), from.y(), middle, REACH);
        Point2D b = towards(to.x(), to.y(), middle, REACH);
        Ink ink = switch (line.knowledge()) {
            case FACT -> Ink.LINE;
            case ASSESSMENT -> Ink.ASSESSED;
            case CONFLICT -> Ink.DISPUTED;
        };
        boolean assessed = line.knowledge() == Scene.Knowledge.ASSESSMENT;
        double width = line.knowledge() == Scene.Knowledge.CONFLICT ? 2 : 1.6;
        var path = bend == 0
                ? new Line2D.Double(a, b)
                : new QuadCurve2D.Double(a.getX(), a.getY(), middle.x, middle.y, b.getX(), b.getY());
        lines.add(new Mark.Drawn(path, Ink.NONE, ink, width, assessed));
        lines.add(new Mark.Drawn(tip(b, middle), assessed ? Ink.PAPER : ink, ink, 1.2, false));
        label(line, a, b, middle, ink);
        include(middle.x, middle.y, 0, 0);
    }

    private void label(Scene.Line line, Point2D a, Point2D b, Point2D middle, Ink ink) {
        String text = line.knowledge() == Scene.Knowledge.CONFLICT ? "⇄ " + line.label() : line.label();
        double slope = Math.toDegrees(Math.atan2(b.getY() - a.getY(), b.getX() - a.getX()));
        double turned = slope > 90 ? slope - 180 : slope < -90 ? slope + 180 : slope;
        double x = a.getX() / 4 + b.getX() / 4 + middle.getX() / 2;
        double y = a.getY() / 4 + b.getY() / 4 + middle.getY() / 2;
        double down = 3.5;
        double radians = Math.toRadians(turned);
        figures.addFirst(new Mark.Written(
                text,
                x - Math.sin(radians) * down,
                y + Math.cos(radians) * down,
                11,
                false,
                line.knowledge() == Scene.Knowledge.FACT ? Ink.STRONG : ink,
                turned));
    }

    private void draw(Scene.Figure figure) {
        Symbol symbol = Symbol.of(figure.schema());
        double x = figure.x();
        double y = figure.y();
        figures.add(new Mark.Drawn(symbol.outline(x, y), Ink.PAPER, Ink.STRONG, 1.75, false));
        figures.add(new Mark.Drawn(symbol.glyph(x, y), Ink.NONE, Ink.STRONG, 1.5, false));
        include(x, y, REACH, REACH);
        if (!figure.letter().isEmpty()) {
            figures.add(new Mark.Drawn(
                    new RoundRectangle2D.Double(x + 10, y - 24, 15, 15, 5, 5), Ink.PAPER, Ink.TEXT, 1.3, false));
            figures.add(new Mark.Written(figure.letter(), x + 17.5, y - 12.7, 10.5, true, Ink.TEXT, 0));
            include(x + 17, y - 17, 9, 9);
        }
        double row = y + 33;
        for (String text : lettering.rows(figure.name())) {
            figures.add(new Mark.Written(text, x, row, 12, false, Ink.TEXT, 0));
            include(x, row - 4, lettering.width(text, 12) / 2 + 2, 10);
            row += 14;
        }
    }

    private static Point2D towards(double x, double y, Point2D goal, double by) {
        double far = Math.max(1, goal.distance(x, y));
        return new Point2D.Double(x + (goal.getX() - x) / far * by, y + (goal.getY() - y) / far * by);
    }

    private static Path2D tip(Point2D at, Point2D from) {
        double turn = Math.atan2(at.getY() - from.getY(), at.getX() - from.getX());
        var tip = new Path2D.Double();
        tip.moveTo(at.getX(), at.getY());
        tip.lineTo(at.getX() - 9 * Math.cos(turn - 0.42), at.getY() - 9 * Math.sin(turn - 0.42));
        tip.lineTo(at.getX() - 9 * Math.cos(turn + 0.42), at.getY() - 9 * Math.sin(turn + 0.42));
        tip.closePath();
        return tip;
    }

    private void include(double x, double y, double wide, double high) {
        var box = new Rectangle2D.Double(x - wide, y - high, 2 * wide, 2 * high);
        if (begun) {
            Rectangle2D.union(bounds, box, bounds);
        } else {
            bounds.setRect(box);
            begun = true;
        }
    }
}
