package org.plumbline.charts.picture;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** One outline and one glyph for each sort of record, as {@code assets/charts/symbols.js} has them; all of one size. */
enum Symbol {
    COMPANY(Form.CIRCLE, Glyph.BUILDING, "Company", "Organization", "LegalEntity"),
    BODY(Form.ROUNDED, Glyph.COLUMNS, "PublicBody"),
    PERSON(Form.HEXAGON, Glyph.HEAD, "Person"),
    CONTRACT(Form.SQUARE, Glyph.SHEET + Glyph.SEAL, "Contract", "ContractAward", "License", "Debt", "Payment"),
    DOCUMENT(
            Form.SQUARE,
            Glyph.SHEET + Glyph.LINES,
            "Document",
            "Pages",
            "HyperText",
            "PlainText",
            "Email",
            "Table",
            "Workbook",
            "Image",
            "Folder",
            "Package",
            "Audio",
            "Video",
            "Article",
            "Page"),
    THING(
            Form.OCTAGON,
            Glyph.BOX,
            "Asset",
            "Vehicle",
            "Vessel",
            "Airplane",
            "RealEstate",
            "Security",
            "Identification"),
    ACCOUNT(Form.OCTAGON, Glyph.PURSE, "BankAccount", "CryptoWallet", "UserAccount"),
    EVENT(Form.PENTAGON, Glyph.DAY, "Event", "CourtCase", "Sanction", "Project", "Assessment"),
    PLACE(Form.DIAMOND, Glyph.PIN, "Address"),
    OTHER(Form.CIRCLE, Glyph.DOT);

    /** Width and height of every outline. */
    static final double SIZE = 34;

    private static final double GLYPH = 0.82;

    private final Form form;
    private final String glyph;
    private final Set<String> schemata;

    Symbol(Form form, String glyph, String... schemata) {
        this.form = form;
        this.glyph = glyph;
        this.schemata = Set.of(schemata);
    }

    static Symbol of(String schema) {
        return Arrays.stream(values())
                .filter(symbol -> symbol.schemata.contains(schema))
                .findFirst()
                .orElse(OTHER);
    }

    /** The outline around this point. */
    Shape outline(double x, double y) {
        return AffineTransform.getTranslateInstance(x, y).createTransformedShape(form.shape());
    }

    /** The glyph around this point. */
    Shape glyph(double x, double y) {
        var move = AffineTransform.getTranslateInstance(x, y);
        move.scale(GLYPH, GLYPH);
        move.translate(-12, -12);
        return move.createTransformedShape(Outline.read(glyph));
    }

    private enum Form {
        CIRCLE,
        ROUNDED,
        SQUARE(-1, -1, 1, -1, 1, 1, -1, 1),
        DIAMOND(0, -1, 1, 0, 0, 1, -1, 0),
        PENTAGON(0, -1, 1, -0.236, 0.618, 1, -0.618, 1, -1, -0.236),
        HEXAGON(-0.5, -1, -1, 0, -0.5, 1, 0.5, 1, 1, 0, 0.5, -1),
        OCTAGON(-0.414, -1, -1, -0.414, -1, 0.414, -0.414, 1, 0.414, 1, 1, 0.414, 1, -0.414, 0.414, -1);

        private final List<Double> corners;

        Form(double... corners) {
            this.corners = Arrays.stream(corners).boxed().toList();
        }

        Shape shape() {
            double r = SIZE / 2;
            if (this == CIRCLE) {
                return new Ellipse2D.Double(-r, -r, SIZE, SIZE);
            }
            if (this == ROUNDED) {
                return new RoundRectangle2D.Double(-r, -r, SIZE, SIZE, SIZE / 3, SIZE / 3);
            }
            var path = new Path2D.Double();
            path.moveTo(corners.get(0) * r, corners.get(1) * r);
            for (int i = 2; i < corners.size(); i += 2) {
                path.lineTo(corners.get(i) * r, corners.get(i + 1) * r);
            }
            path.closePath();
            return path;
        }
    }

    /** The glyphs, in a square of 24. */
    private static final class Glyph {
        static final String BUILDING =
                "M3 21h18M9 8h1M9 12h1M9 16h1M14 8h1M14 12h1M14 16h1M5 21V5a2 2 0 0 1 2-2h10a2 2 0 0 1 2 2v16";
        static final String COLUMNS = "M3 21h18M3 10h18M5 6l7-3l7 3M4 10v11M20 10v11M8 14v3M12 14v3M16 14v3";
        static final String HEAD = "M8 7a4 4 0 1 0 8 0a4 4 0 1 0-8 0M5 21v-2a4 4 0 0 1 4-4h6a4 4 0 0 1 4 4v2";
        static final String SHEET =
                "M14 3v4a1 1 0 0 0 1 1h4M17 21H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2z";
        static final String LINES = " M9 13h6M9 17h6";
        static final String SEAL = " M9 14a3 3 0 1 0 6 0a3 3 0 1 0-6 0";
        static final String BOX = "M12 3l8 4.500v9l-8 4.500l-8-4.500v-9zM12 12l8-4.500M12 12v9M12 12l-8-4.500";
        static final String DAY = "M4 7a2 2 0 0 1 2-2h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2z"
                + "M16 3v4M8 3v4M4 11h16M8 15h2v2H8z";
        static final String PIN = "M9 11a3 3 0 1 0 6 0a3 3 0 1 0-6 0M12 21l-4.900-4.900a7 7 0 1 1 9.800 0z";
        static final String PURSE = "M17 8V5a1 1 0 0 0-1-1H6a2 2 0 0 0 0 4h12a1 1 0 0 1 1 1v3M4 6v12a2 2 0 0 0 2 2h12"
                + "a1 1 0 0 0 1-1v-3M20 12v4h-4a2 2 0 0 1 0-4z";
        static final String DOT = "M9 12a3 3 0 1 0 6 0a3 3 0 1 0-6 0";
    }
}
