package org.plumbline.site;

import java.util.Arrays;
import java.util.Optional;

/** A language pages can be read in. The two pseudo-languages are made from English and exist for tests and reviews. */
public enum Language {
    ENGLISH("en", "ltr"),
    /** Accented, at least 40 % longer, in brackets: shows text that is cut off or does not come from a bundle. */
    STRETCHED("en-XA", "ltr"),
    /** English read from right to left: shows layout that does not mirror. */
    MIRRORED("ar-XB", "rtl");

    private static final char RIGHT_TO_LEFT_OVERRIDE = '\u202E';
    private static final char END_OF_OVERRIDE = '\u202C';

    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char END_OF_ISOLATE = '\u2069';

    private final String tag;
    private final String direction;

    Language(String tag, String direction) {
        this.tag = tag;
        this.direction = direction;
    }

    /** The BCP 47 tag, for the {@code lang} attribute. */
    public String tag() {
        return tag;
    }

    /** {@code ltr} or {@code rtl}, for the {@code dir} attribute. */
    public String direction() {
        return direction;
    }

    /** The language of a tag, case ignored; empty when pages cannot be read in it. */
    public static Optional<Language> ofTag(String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /** A piece of literal text, without arguments, in this language. */
    String literal(String english) {
        return switch (this) {
            case ENGLISH -> english;
            case STRETCHED -> Stretching.accented(english);
            case MIRRORED -> english.isBlank() ? english : RIGHT_TO_LEFT_OVERRIDE + english + END_OF_OVERRIDE;
        };
    }

    /** A value inside a message: kept apart from right-to-left text around it (Unicode Bidirectional Algorithm). */
    String argument(String shown) {
        return this == MIRRORED ? FIRST_STRONG_ISOLATE + shown + END_OF_ISOLATE : shown;
    }

    /** A whole message, after its arguments were filled in, in this language. */
    String whole(String filled, int englishLetters) {
        return switch (this) {
            case ENGLISH, MIRRORED -> filled;
            case STRETCHED -> Stretching.bracketed(filled, englishLetters);
        };
    }
}
