package org.plumbline.reports.render;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Fits the text of one PDF to the fonts at hand, and remembers which it needs. */
final class FontFit {
    /** U+25A1: what stands for a character that no font at hand has. */
    private static final char BOX = '\u25a1';

    /**
     * Scripts whose letters change shape or order (Unicode chapters 12, 13 and 16) in ways the PDF writer cannot do.
     */
    private static final Set<UnicodeScript> SHAPED = EnumSet.of(
            UnicodeScript.DEVANAGARI,
            UnicodeScript.BENGALI,
            UnicodeScript.GURMUKHI,
            UnicodeScript.GUJARATI,
            UnicodeScript.ORIYA,
            UnicodeScript.TAMIL,
            UnicodeScript.TELUGU,
            UnicodeScript.KANNADA,
            UnicodeScript.MALAYALAM,
            UnicodeScript.SINHALA,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR,
            UnicodeScript.TIBETAN,
            UnicodeScript.SYRIAC,
            UnicodeScript.MONGOLIAN);

    private final FontShelf shelf;
    private final Consumer<Warning> warnings;
    private final Set<FontShelf.Face> needed = new LinkedHashSet<>();

    FontFit(FontShelf shelf, Consumer<Warning> warnings) {
        this.shelf = shelf;
        this.warnings = warnings;
    }

    String fit(String text) {
        String readable = ReadableText.of(text, warnings);
        StringBuilder fitted = new StringBuilder(readable.length());
        readable.codePoints().forEach(point -> fitted.appendCodePoint(fit(point)));
        return fitted.toString();
    }

    /** Fonts from outside the application that the text needs. */
    List<FontShelf.Face> found() {
        List<FontShelf.Face> found = new ArrayList<>(needed);
        found.removeIf(face -> face.file().isEmpty());
        return List.copyOf(found);
    }

    private int fit(int point) {
        if (SHAPED.contains(UnicodeScript.of(point))) {
            warnings.accept(
                    new Warning(Warning.Kind.NOT_SHAPED, UnicodeScript.of(point).name()));
        }
        Optional<FontShelf.Face> face = shelf.faceFor(point);
        face.ifPresent(needed::add);
        if (face.isEmpty() && Character.getType(point) != Character.FORMAT) {
            warnings.accept(new Warning(Warning.Kind.NO_GLYPH, String.format("U+%04X", point)));
        }
        return face.isPresent() || Character.getType(point) == Character.FORMAT ? point : BOX;
    }
}
