package org.plumbline.bench.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * The words of one language: its real small words first, then invented ones out of its syllables. The word of rank n is
 * about n times rarer than the first (G. K. Zipf, "Human Behavior and the Principle of Least Effort", 1949).
 */
enum Vocabulary {
    EN(
            "en",
            " ",
            "the of and to in a is that for it as was with be by on not he at from this are or",
            "con tract har bour led ger in voice ship ment pay al ter min er est or ing ber tion um der sal"),
    ES(
            "es",
            " ",
            "de la que el en y a los del se las por un para con no una su al lo como más",
            "con tra to puer fac tu ra en ví o pa go ción es ter mi na do les ba har sal"),
    FR(
            "fr",
            " ",
            "de la le et les des en un du une que est pour qui dans par plus au sur ne",
            "con trat por fac tu re en voi pai e ment ter mi nal é tat cou rant eau tion"),
    DE(
            "de",
            " ",
            "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als",
            "ver trag ha fen rech nung lie fer ung zahl be ter mi nal schiff grö ße ent lich keit"),
    RU(
            "ru",
            " ",
            "и в не на я быть он с что а по это она этот к но они мы весь из у за",
            "до го вор пор т счёт по став ка пла теж тер ми нал суд но ре ги стра ция ком"),
    AR(
            "ar",
            " ",
            "في من على إلى أن عن مع هذا التي هذه ما لا كان قد بين بعد كل ذلك أو",
            "ال عق د مي نا ء فا تو رة سف ين شر كة مد فو عا ت تس لي م مح طة"),
    ZH("zh", "", "的 一 是 不 了 在 人 有 我 他 这 个 们 中 来 上 大 为 和 国", "合 同 港 口 发 票 付 款 船 公 司 码 头 仓 库 货 物 运 输 登 记 银 行 账 户 协 议 签");

    private static final int SIZE = 20_000;

    private final String tag;
    private final String gap;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nothing changes
    private final List<String> words;

    Vocabulary(String tag, String gap, String small, String syllables) {
        this.tag = tag;
        this.gap = gap;
        this.words = List.copyOf(made(new Random(tag.hashCode()), small, List.of(syllables.split(" ", -1))));
    }

    /** Language tag. */
    String tag() {
        return tag;
    }

    /** What stands between two words. */
    String gap() {
        return gap;
    }

    /** The word of a rank, from 0. */
    String word(int rank) {
        return words.get(rank);
    }

    /** A word by its frequency. */
    String word(Random random) {
        return words.get((int) Math.pow(SIZE, random.nextDouble()) - 1);
    }

    /** So many words by their frequency. */
    String words(Random random, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(word(random)).append(i % 13 == 12 ? ".\n" : gap);
        }
        return text.toString().strip();
    }

    private static List<String> made(Random random, String small, List<String> syllables) {
        Set<String> words = new LinkedHashSet<>(List.of(small.split(" ", -1)));
        while (words.size() < SIZE) {
            var word = new StringBuilder();
            for (int i = random.nextInt(2, 5); i > 0; i--) {
                word.append(syllables.get(random.nextInt(syllables.size())));
            }
            words.add(word.toString());
        }
        return new ArrayList<>(words);
    }
}
