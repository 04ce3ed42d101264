package org.plumbline.search.index;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Normalizer2;
import com.ibm.icu.text.Transliterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a name sounds like, in whichever script and romanisation it is written, so that one spelling finds the others.
 * Other scripts become Latin by ICU's transliterations; the customs of romanisation are then made one by rules.
 *
 * @param letters the sound, in letters of English
 * @param consonants what is left of it without vowels; scripts that leave them out are compared by this
 * @param script how the word was written
 */
record Sound(String letters, String consonants, Writing script) {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 40;

    /** Letters that only carry a vowel, which is not written. */
    private static final String SILENT = "عאע";

    private static final Normalizer2 COMPOSED = Normalizer2.getNFCInstance();
    private static final Normalizer2 APART = Normalizer2.getNFDInstance();
    private static final Transliterator LATIN = Transliterator.getInstance("Any-Latin");
    private static final Transliterator GREEK = Transliterator.getInstance("Greek-Latin/UNGEGN");
    private static final Transliterator PLAIN = Transliterator.getInstance("Latin-ASCII");

    /** Which scripts are compared how. */
    enum Writing {
        LATIN,
        /** With vowels, and with a capital to begin a name. */
        CASED,
        /** Without vowels. */
        CONSONANTS,
        OTHER
    }

    /** A rule applied after those before it. Capitals stand for sounds that later rules leave alone. */
    private record Rule(Pattern from, String to) {
        static Rule of(String from, String to) {
            return new Rule(Pattern.compile(from), to);
        }
    }

    private static final List<Rule> ONE_FOR_LETTERS = List.of(
            Rule.of("[äæ]", "a"),
            Rule.of("[öø]", "o"),
            Rule.of("ü", "u"),
            Rule.of("å", "a"),
            Rule.of("ß", "s"),
            Rule.of("[šşșś]", "S"),
            Rule.of("[žżź]", "Z"),
            Rule.of("[čćĉ]", "C"),
            Rule.of("ŝ", "SC"),
            Rule.of("û", "iu"),
            Rule.of("â", "ia"),
            Rule.of("ł", "l"));

    private static final List<Rule> ONE_FOR_SPELLINGS = List.of(
            Rule.of("tsch|tch|cz|ts|tz", "C"),
            Rule.of("sch|sh|sz", "S"),
            Rule.of("zh", "Z"),
            Rule.of("kh", "h"),
            Rule.of("ch", "C"),
            Rule.of("ck|q", "k"),
            Rule.of("ph", "f"),
            Rule.of("th", "t"),
            Rule.of("dh", "d"),
            Rule.of("gh", "g"),
            Rule.of("x", "ks"),
            Rule.of("c(?=[eiy]|ova?$)", "C"),
            Rule.of("(?<=.{4}i)c$", "C"),
            Rule.of("c", "k"),
            Rule.of("w", "v"),
            Rule.of("(?<=[oe])ff$", "v"),
            Rule.of("ou|oo|ue", "u"),
            Rule.of("ae|aa", "a"),
            Rule.of("oe", "o"),
            Rule.of("[jy]", "i"),
            Rule.of("ie", "e"),
            Rule.of("(?<=[dt])er$", "r"),
            Rule.of("([a-zA-Z])\\1+", "$1"));

    private static final Pattern VOWELS = Pattern.compile("(?<!^)[aeiouv]");
    private static final Pattern FIRST_VOWEL = Pattern.compile("^[aeiou]");
    private static final Pattern TWICE = Pattern.compile("(.)\\1+");
    private static final Pattern UNSOUNDED = Pattern.compile("[^a-zA-Z]");

    /**
     * Of a word as it is written; empty where it is none of letters alone, too short, or in a script with another way.
     */
    static Optional<Sound> of(String written) {
        if (written.length() < SHORTEST || written.length() > LONGEST) {
            return Optional.empty();
        }
        String word = UCharacter.foldCase(COMPOSED.normalize(written), true).replace("ß", "ss");
        Writing script = writing(word);
        if (script == Writing.OTHER) {
            return Optional.empty();
        }
        String letters = isAscii(word) ? word : spelt(latin(word, script));
        String heard = applied(ONE_FOR_SPELLINGS, letters).toLowerCase(Locale.ROOT);
        heard = TWICE.matcher(heard).replaceAll("$1");
        return Optional.of(new Sound(heard, consonants(heard), script));
    }

    private static String latin(String word, Writing script) {
        return switch (script) {
            case LATIN, OTHER -> word;
            case CONSONANTS -> (SILENT.indexOf(word.charAt(0)) < 0 ? "" : "a") + LATIN.transliterate(articleless(word));
            case CASED ->
                UScript.getScript(word.codePointAt(0)) == UScript.GREEK
                        ? GREEK.transliterate(word)
                        : LATIN.transliterate(word).replace("c", "ts"); // a Cyrillic one sounds so
        };
    }

    private static String articleless(String word) {
        return word.startsWith("ال") && word.length() > 4 ? word.substring(2) : word;
    }

    /** In the letters of English. */
    private static String spelt(String latin) {
        String one = applied(ONE_FOR_LETTERS, COMPOSED.normalize(latin));
        String plain = isAscii(one) ? one : PLAIN.transliterate(APART.normalize(one));
        return UNSOUNDED.matcher(plain).replaceAll("");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    private static String applied(List<Rule> rules, String text) {
        String result = text;
        for (Rule rule : rules) {
            result = rule.from().matcher(result).replaceAll(rule.to());
        }
        return result;
    }

    private static String consonants(String heard) {
        // without vowels written, one in front may be missing too
        String begun = FIRST_VOWEL.matcher(heard).replaceFirst("a");
        return TWICE.matcher(VOWELS.matcher(begun).replaceAll("")).replaceAll("$1");
    }

    private static Writing writing(String word) {
        List<Writing> all = word.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .mapToObj(Sound::writingOf)
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : Writing.OTHER;
    }

    private static Writing writingOf(int c) {
        if (!Character.isLetter(c)) {
            return Writing.OTHER;
        }
        return switch (UScript.getScript(c)) {
            case UScript.LATIN -> Writing.LATIN;
            case UScript.CYRILLIC, UScript.GREEK, UScript.ARMENIAN -> Writing.CASED;
            case UScript.ARABIC, UScript.HEBREW, UScript.SYRIAC -> Writing.CONSONANTS;
            default -> Writing.OTHER;
        };
    }
}
