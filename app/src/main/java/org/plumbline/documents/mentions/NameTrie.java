package org.plumbline.documents.mentions;

import com.ibm.icu.text.Normalizer2;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names, word by word, small letters and without accents, so that a text is walked once however many names there are:
 * at each word at most as many steps as the longest name has words. In Han script each character is a word.
 */
final class NameTrie<T> {
    /** A name longer than this is not looked for. */
    private static final int MOST_WORDS = 12;

    private static final Normalizer2 NFKD = Normalizer2.getNFKDInstance();

    private final Node<T> root = new Node<>();

    private static final class Node<T> {
        private final Map<String, Node<T>> next = new HashMap<>();
        private @Nullable T name;
    }

    interface Hit<T> {
        void at(int start, int end, T name);
    }

    /** Takes a name in; the first of two that are alike stays. */
    void put(String name, T what) {
        Node<T> node = root;
        int words = 0;
        for (int at = next(name, 0); at < name.length() && words <= MOST_WORDS; words++) {
            int end = end(name, at);
            node = node.next.computeIfAbsent(folded(name.substring(at, end)), word -> new Node<>());
            at = next(name, end);
        }
        if (words > 0 && words <= MOST_WORDS && node.name == null) {
            node.name = what;
        }
    }

    /** Every longest name in a text, in order, none inside another. */
    void find(String text, Hit<T> hit) {
        int at = next(text, 0);
        while (at < text.length()) {
            int end = longest(text, at, hit);
            at = next(text, end < 0 ? end(text, at) : end);
        }
    }

    private int longest(String text, int start, Hit<T> hit) {
        Node<T> node = root;
        int at = start;
        int found = -1;
        T name = null;
        while (at < text.length()) {
            int end = end(text, at);
            node = node.next.get(folded(text.substring(at, end)));
            if (node == null) {
                break;
            }
            if (node.name != null) {
                found = end;
                name = node.name;
            }
            at = next(text, end);
            if (at - end > 3) {
                break; // so much between two words is no name
            }
        }
        if (name != null) {
            hit.at(start, found, name);
        }
        return found;
    }

    /** Where the next word begins. */
    private static int next(String text, int from) {
        int at = from;
        while (at < text.length() && !Character.isLetterOrDigit(text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    /** Where the word ends that begins here. */
    private static int end(String text, int from) {
        int first = text.codePointAt(from);
        int at = from + Character.charCount(first);
        if (han(first)) {
            return at;
        }
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int type = Character.getType(c);
            boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
            if ((!mark && !Character.isLetterOrDigit(c)) || han(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        return at;
    }

    private static boolean han(int c) {
        return c > 0x2e7f && Character.isIdeographic(c);
    }

    static String folded(String word) {
        boolean plain = word.chars().allMatch(c -> c < 128);
        String open = plain ? word : NFKD.normalize(word).replaceAll("\\p{M}", "");
        return open.toLowerCase(Locale.ROOT);
    }
}
