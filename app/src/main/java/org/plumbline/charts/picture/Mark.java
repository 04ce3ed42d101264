package org.plumbline.charts.picture;

import java.awt.Shape;

/** One thing on the sheet; later marks lie over earlier ones. */
sealed interface Mark {
    /** Ink of the sheet, those of the light page. */
    enum Ink {
        TEXT("#14212a"),
        STRONG("#3d4d57"),
        LINE("#788891"),
        ASSESSED("#5b3f99"),
        DISPUTED("#8f4d00"),
        PAPER("#ffffff"),
        NONE("none");

        final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    /** A shape; {@code width} of its outline, broken where {@code dashed}. */
    record Drawn(Shape shape, Ink fill, Ink stroke, double width, boolean dashed) implements Mark {}

    /** Text whose middle stands at x on the base line y, turned by {@code degrees}, with a rim of paper around it. */
    record Written(String text, double x, double y, double size, boolean bold, Ink ink, double degrees)
            implements Mark {}
}
