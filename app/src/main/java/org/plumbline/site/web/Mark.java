package org.plumbline.site.web;

/**
 * A state in icon, word and colour.
 *
 * @param kind what the colour says
 * @param icon icon of the sprite
 * @param word the state in words
 */
public record Mark(Kind kind, String icon, String word) {
    /** What a state means for the reader. */
    public enum Kind {
        OK("ok"),
        WARN("warn"),
        BAD("bad"),
        RUN("run"),
        OFF("off");

        private final String style;

        Kind(String style) {
            this.style = style;
        }

        /** The style sheet's word for it. */
        public String style() {
            return style;
        }
    }

    public static Mark ok(String word) {
        return new Mark(Kind.OK, "circle-check", word);
    }

    public static Mark warn(String word) {
        return new Mark(Kind.WARN, "alert-triangle", word);
    }

    public static Mark bad(String word) {
        return new Mark(Kind.BAD, "alert-octagon", word);
    }

    public static Mark running(String word) {
        return new Mark(Kind.RUN, "player-play", word);
    }

    public static Mark waiting(String word) {
        return new Mark(Kind.OFF, "circle-dashed", word);
    }
}
