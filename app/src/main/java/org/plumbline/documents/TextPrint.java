package org.plumbline.documents;

import com.ibm.icu.text.BreakIterator;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plumbline.kernel.Digest;

/**
 * What a text is compared by: the digest of its words, and the least hashes of its shingles, five words each (A.
 * Broder, On the resemblance and containment of documents, 1997). Words are found as ICU breaks them, so texts without
 * spaces between words have shingles too.
 *
 * @param words how many words were looked at
 * @param signature the least value of each of 128 hash functions; empty for a text too short to be compared so
 * @param bands one value for each four of the first 64 of them: texts that share one are candidates (A. Rajaraman and
 *     J. Ullman, Mining of massive datasets, section 3.4)
 */
record TextPrint(Digest text, int words, List<Integer> signature, List<Integer> bands) {
    TextPrint {
        signature = List.copyOf(signature);
        bands = List.copyOf(bands);
    }

    static final int SHINGLE = 5;
    static final int PERMUTATIONS = 128;
    static final int ROWS = 4;

    /** Two texts alike by 0.8 share none of so many twice in ten thousand times. */
    static final int BANDS = 16;

    /** With fewer words two texts share too little by intention, and too much by chance. */
    static final int LEAST_WORDS = 20;

    /** A longer text is compared by its beginning: about 500 printed pages. */
    static final int LONGEST = 1_000_000;

    static TextPrint of(String body) {
        List<String> words = words(body);
        Digest text = Digest.of(String.join(" ", words).getBytes(StandardCharsets.UTF_8));
        if (words.size() < LEAST_WORDS) {
            return new TextPrint(text, words.size(), List.of(), List.of());
        }
        int[] signature = signature(shingles(words));
        return new TextPrint(text, words.size(), boxed(signature), boxed(bands(signature)));
    }

    /** How alike two texts are: shingles in both, of the shingles in either (Jaccard), from 0 to 1. */
    static double likeness(String one, String other) {
        Set<Long> a = shingles(words(one));
        Set<Long> b = shingles(words(other));
        long both = a.stream().filter(b::contains).count();
        long either = a.size() + b.size() - both;
        return either == 0 ? 0 : (double) both / either;
    }

    /** What the signatures say of the likeness, within about 0.09 nineteen times of twenty. */
    static double estimate(List<Integer> one, List<Integer> other) {
        int same = 0;
        for (int i = 0; i < PERMUTATIONS; i++) {
            same += one.get(i).equals(other.get(i)) ? 1 : 0;
        }
        return (double) same / PERMUTATIONS;
    }

    /** The words of a text in small letters and one form; whatever stands between them is left out. */
    static List<String> words(String body) {
        String start = Plain.text(body, LONGEST);
        String text = Normalizer.normalize(start, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        BreakIterator breaks = BreakIterator.getWordInstance(Locale.ROOT);
        breaks.setText(text);
        var words = new ArrayList<String>();
        int from = breaks.first();
        for (int to = breaks.next(); to != BreakIterator.DONE; to = breaks.next()) {
            if (breaks.getRuleStatus() != BreakIterator.WORD_NONE) {
                words.add(text.substring(from, to));
            }
            from = to;
        }
        return words;
    }

    static Set<Long> shingles(List<String> words) {
        var shingles = new HashSet<Long>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(hash(words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }

    /**
     * FNV-1a over UTF-16 units, 64 bits (G. Fowler, L. Noll, K. Vo, 1991), with a unit that no word has between words.
     */
    private static long hash(List<String> words) {
        long hash = 0xcbf29ce484222325L;
        for (String word : words) {
            for (int i = 0; i < word.length(); i++) {
                hash = (hash ^ word.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ ' ') * 0x100000001b3L;
        }
        return hash;
    }

    private static int[] signature(Set<Long> shingles) {
        long[] least = new long[PERMUTATIONS];
        Arrays.fill(least, Long.MAX_VALUE);
        for (long shingle : shingles) {
            long seed = shingle;
            for (int i = 0; i < PERMUTATIONS; i++) {
                seed += 0x9e3779b97f4a7c15L;
                least[i] = Math.min(least[i], mixed(seed));
            }
        }
        return Arrays.stream(least)
                .mapToInt(value -> (int) (value ^ value >>> 32))
                .toArray();
    }

    /**
     * The finisher of SplitMix64 (G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, 2014).
     */
    private static long mixed(long value) {
        long z = (value ^ value >>> 30) * 0xbf58476d1ce4e5b9L;
        z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
        return z ^ z >>> 31;
    }

    /** The number of the band is part of its value, so that only the same bands of two texts meet. */
    private static int[] bands(int[] signature) {
        int[] bands = new int[BANDS];
        for (int band = 0; band < bands.length; band++) {
            long value = band;
            for (int row = 0; row < ROWS; row++) {
                value = mixed(value * 31 + signature[band * ROWS + row]);
            }
            bands[band] = (int) value;
        }
        return bands;
    }

    private static List<Integer> boxed(int[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
