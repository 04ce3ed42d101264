package org.plumbline.bench.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is asked: words common and rare, two of them, one of several, phrases, neighbours, beginnings, fields, dates.
 */
final class Questions {
    private Questions() {}

    /** The same ones each time, of every language alike. */
    static List<String> all() {
        return asked("", "2015 TO 2018-06");
    }

    /** The same with each word quoted, so that it is found as it stands and in no other form. */
    static List<String> literal() {
        return asked("\"", "2015-01-01 TO 2018-06-30");
    }

    private static List<String> asked(String quote, String years) {
        var random = new Random(Corpus.SEED);
        var queries = new ArrayList<String>();
        for (Vocabulary language : Vocabulary.values()) {
            for (int round = 0; round < 4; round++) {
                String first = language.word(random.nextInt(25, 60));
                String second = language.word(random.nextInt(60, 1_000));
                String common = quote + first + quote;
                String usual = quote + second + quote;
                String rare = quote + language.word(random.nextInt(1_000, 12_000)) + quote;
                queries.addAll(List.of(
                        common,
                        usual,
                        rare,
                        common + " " + usual,
                        usual + " OR " + rare,
                        "\"" + language.word(random.nextInt(20)) + language.gap() + first + "\"",
                        "\"" + first + language.gap() + second + "\"~5",
                        "title:" + usual,
                        common + " date:[" + years + "]",
                        common + " -" + usual));
                if (!language.gap().isEmpty()) {
                    queries.add(second.substring(0, Math.min(4, second.length())) + "*");
                }
            }
        }
        return queries;
    }
}
