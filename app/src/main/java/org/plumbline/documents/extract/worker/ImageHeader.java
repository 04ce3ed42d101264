package org.plumbline.documents.extract.worker;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.plumbline.documents.extract.HeaderFact;
import org.plumbline.documents.extract.Shortfall;
import org.plumbline.documents.extract.Stated;

/** The facts of a forensic image's header on their way: as facts, and as lines of text that can be found and quoted. */
final class ImageHeader {
    /** An honest header states a few dozen; more would fill the page that shows them. */
    private static final int MOST = 200;

    private final Gathering into;
    private final Set<HeaderFact> known = EnumSet.noneOf(HeaderFact.class);
    private int count;

    ImageHeader(Gathering into) {
        this.into = into;
    }

    /** Adds what is stated; nothing where it is blank. */
    void add(HeaderFact fact, String value) {
        String clean = value.replaceAll("\\p{Cntrl}+", " ").strip();
        if (clean.isEmpty()) {
            return;
        }
        if (count >= MOST) {
            into.note(new Shortfall.Damaged("more than " + MOST + " facts"));
            return;
        }
        count++;
        known.add(fact);
        var stated = new Stated(fact, clean);
        into.facts().stated(stated);
        into.append(words(fact) + ": " + stated.value() + "\n");
        switch (fact) {
            case DESCRIPTION -> into.facts().title(clean);
            case EXAMINER -> into.facts().author(clean);
            case ACQUIRED -> into.facts().created(clean);
            case PROGRAM -> into.facts().tool(clean);
            default -> {}
        }
    }

    /** Adds it unless the same was stated before: a format may say a thing twice. */
    void addOnce(HeaderFact fact, String value) {
        if (!known.contains(fact)) {
            add(fact, value);
        }
    }

    private static String words(HeaderFact fact) {
        String words = fact.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
