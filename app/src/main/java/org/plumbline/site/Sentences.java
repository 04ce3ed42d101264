package org.plumbline.site;

import java.util.Locale;
import org.plumbline.kernel.Refusal;

/**
 * The words of a refusal: the sentence {@code refusal.<code>}, and where a bundle has them its
 * {@code refusal.<code>.title} and {@code refusal.<code>.next}; otherwise those of its kind.
 */
public final class Sentences {
    private Sentences() {}

    /** What was refused and by which rule. */
    public static String of(Refusal refusal, Texts texts) {
        return text(refusal, "", texts);
    }

    /** What is wrong with one field. */
    public static String of(Refusal.Field field, Texts texts) {
        return texts.say("refusal." + field.code(), field.arguments());
    }

    /** The heading of the page that refuses. */
    public static String title(Refusal refusal, Texts texts) {
        return text(refusal, ".title", texts);
    }

    /** What the reader can do now. */
    public static String next(Refusal refusal, Texts texts) {
        return text(refusal, ".next", texts);
    }

    private static String text(Refusal refusal, String part, Texts texts) {
        String own = "refusal." + refusal.code() + part;
        if (texts.has(own)) {
            return texts.say(own, refusal.arguments());
        }
        String kind = refusal.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return texts.say("site.refused." + kind + part);
    }
}
