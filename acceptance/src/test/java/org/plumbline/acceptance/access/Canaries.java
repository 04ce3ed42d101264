package org.plumbline.acceptance.access;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A word that stands in every record of one part of the world and nowhere else. */
final class Canaries {
    private static final Pattern WORD = Pattern.compile("canary[a-z]{2}\\d+", Pattern.CASE_INSENSITIVE);

    private Canaries() {}

    /** @param part two letters */
    static String word(String part, int organisation) {
        return "canary" + part + organisation;
    }

    /** The words in a text, in lower case. */
    static Set<String> in(String text) {
        var found = new TreeSet<String>();
        WORD.matcher(text).results().forEach(r -> found.add(r.group().toLowerCase(java.util.Locale.ROOT)));
        return found;
    }
}
