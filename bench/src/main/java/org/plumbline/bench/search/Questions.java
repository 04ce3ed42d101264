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
        var random = new Random(Corpus.SEED);
        var queries = new ArrayList<String>();
        for (Vocabulary language : Vocabulary.values()) {
            for (int round = 0; round < 4; round++) {
                String common = language.word(random.nextInt(25, 60));
                String usual = language.word(random.nextInt(60, 1_000));
                String rare = language.word(random.nextInt(1_000, 12_000));
                queries.addAll(List.of(
                        common,
                        usual,
                        rare,
                        common + " " + usual,
                        usual + " OR " + rare,
                        "\"" + language.word(random.nextInt(20)) + language.gap() + common + "\"",
                        "\"" + common + language.gap() + usual + "\"~5",
                        "title:" + usual,
                        common + " date:[2015 TO 2018-06]",
                        common + " -" + usual));
                if (!language.gap().isEmpty()) {
                    queries.add(usual.substring(0, Math.min(4, usual.length())) + "*");
                }
            }
        }
        return queries;
    }
}
