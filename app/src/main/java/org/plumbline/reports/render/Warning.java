package org.plumbline.reports.render;

/**
 * Something the file could not show as given; the person who generates it is told.
 *
 * @param kind what happened
 * @param detail which characters or picture, without words
 */
public record Warning(Kind kind, String detail) {
    /** What a file could not show as given. */
    public enum Kind {
        /** No font at hand has the character; a box stands for it. */
        NO_GLYPH("render.warning.noGlyph"),
        /** The script needs shaping that the PDF writer lacks; letters stand unjoined. */
        NOT_SHAPED("render.warning.notShaped"),
        /** A control character, or one that turns the direction of text, is shown by its code. */
        CONTROL_SHOWN("render.warning.controlShown"),
        /** The picture has more pixels than print can show and was reduced. */
        PICTURE_REDUCED("render.warning.pictureReduced");

        private final String key;

        Kind(String key) {
            this.key = key;
        }

        /** The message key; its one argument is {@code detail}. */
        public String key() {
            return key;
        }
    }
}
