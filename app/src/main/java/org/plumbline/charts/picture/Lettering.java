package org.plumbline.charts.picture;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Fonts of the sheet, and how names break into rows. */
final class Lettering {
    /** As wide as the page lets a name be before it breaks it. */
    private static final double WIDEST = 132;

    private static final double NAME = 12;
    private static final FontRenderContext PLAIN = new FontRenderContext(null, true, true);

    private final Font shipped;
    private final Font any = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    Lettering() {
        this.shipped = shipped(any);
    }

    /** The shipped font where it has every letter of the text, otherwise whatever the machine has. */
    Font font(String text, double size, boolean bold) {
        Font font = shipped.canDisplayUpTo(text) < 0 ? shipped : any;
        return font.deriveFont(bold ? Font.BOLD : Font.PLAIN, (float) size);
    }

    double width(String text, double size) {
        return font(text, size, false).getStringBounds(text, PLAIN).getWidth();
    }

    /** Breaks a name at spaces, and a word longer than a row anywhere. */
    List<String> rows(String name) {
        var rows = new ArrayList<String>();
        for (String each : name.strip().split("\\s+")) {
            String word = each;
            if (!rows.isEmpty() && fits(rows.getLast() + " " + word)) {
                rows.set(rows.size() - 1, rows.getLast() + " " + word);
                continue;
            }
            while (!fits(word) && word.length() > 1) {
                int end = word.length();
                while (end > 1 && !fits(word.substring(0, end))) {
                    end = word.offsetByCodePoints(end, -1);
                }
                rows.add(word.substring(0, Math.max(end, 1)));
                word = word.substring(Math.max(end, 1));
            }
            rows.add(word);
        }
        return rows;
    }

    private boolean fits(String row) {
        return width(row, NAME) <= WIDEST;
    }

    private static Font shipped(Font otherwise) {
        try (var in = Lettering.class.getResourceAsStream("/org/plumbline/reports/render/fonts/inter-400.ttf")) {
            return in == null ? otherwise : Font.createFont(Font.TRUETYPE_FONT, in);
        } catch (IOException | FontFormatException e) {
            return otherwise;
        }
    }
}
