package org.plumbline.cases.web;

import java.util.Arrays;
import java.util.List;

/** The one or two letters that stand for a person. */
final class Initials {
    private Initials() {}

    static String of(String name) {
        List<String> words = Arrays.stream(name.strip().split("[\\s\\p{Pd}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return "";
        }
        return words.size() == 1 ? first(words.getFirst()) : first(words.getFirst()) + first(words.getLast());
    }

    private static String first(String word) {
        return word.substring(0, word.offsetByCodePoints(0, 1));
    }
}
