package org.plumbline.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.ar.ArabicNormalizationFilter;
import org.apache.lucene.analysis.ar.ArabicStemFilter;
import org.apache.lucene.analysis.de.GermanLightStemFilter;
import org.apache.lucene.analysis.en.EnglishMinimalStemFilter;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.es.SpanishLightStemFilter;
import org.apache.lucene.analysis.fr.FrenchLightStemFilter;
import org.apache.lucene.analysis.ru.RussianLightStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The languages whose inflected forms are known: for English the S stemmer (D. Harman, "How effective is suffixing?",
 * JASIS 42, 1991) and then KStem (R. Krovetz, "Viewing morphology as an inference process", SIGIR 1993), the light
 * stemmers of J. Savoy and of L. Dolamic for the others, light10 for Arabic (L. Larkey and others, SIGIR 2002), each as
 * Lucene has it. They take off endings and keep what tells words apart.
 */
enum Stem {
    ENGLISH("en", 'e', Script.LATIN, word -> new KStemFilter(new EnglishMinimalStemFilter(word))),
    SPANISH("es", 's', Script.LATIN, SpanishLightStemFilter::new),
    FRENCH("fr", 'f', Script.LATIN, FrenchLightStemFilter::new),
    GERMAN("de", 'd', Script.LATIN, GermanLightStemFilter::new),
    RUSSIAN("ru", 'r', Script.CYRILLIC, RussianLightStemFilter::new),
    ARABIC("ar", 'a', Script.ARABIC, word -> new ArabicStemFilter(new ArabicNormalizationFilter(word)));

    /** Begins a stem in the index, followed by its language's letter; no word of a text begins with it. */
    static final char MARK = '\u0001';

    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;

    private final String tag;
    private final char letter;
    private final Script script;

    @SuppressWarnings("ImmutableEnumChecker") // makes a new filter each time and keeps nothing
    private final UnaryOperator<TokenStream> filter;

    Stem(String tag, char letter, Script script, UnaryOperator<TokenStream> filter) {
        this.tag = tag;
        this.letter = letter;
        this.script = script;
        this.filter = filter;
    }

    /**
     * The languages that words of a text may be in: by its language where it is stated and known, with English, which
     * stands in texts of every language; else by script alone.
     */
    static Set<Stem> of(String language) {
        String primary = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        var all = EnumSet.allOf(Stem.class);
        boolean latin = all.stream().anyMatch(stem -> stem.script == Script.LATIN && stem.tag.equals(primary));
        if (latin) {
            all.removeIf(stem -> stem.script == Script.LATIN && stem != ENGLISH && !stem.tag.equals(primary));
        }
        return all;
    }

    /** Whether a folded word can have a form in this language. */
    boolean takes(CharSequence word) {
        int length = word.length();
        if (length < SHORTEST || length > LONGEST) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!script.holds(word.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Finds the stems of one word after another. Not for several threads. */
    Stemming stemming() {
        return new Stemming(this);
    }

    private enum Script {
        LATIN {
            @Override
            boolean holds(char c) {
                return c >= 'a' && c <= 'z';
            }
        },
        CYRILLIC {
            @Override
            boolean holds(char c) {
                return c >= '\u0430' && c <= '\u045F';
            }
        },
        ARABIC {
            @Override
            boolean holds(char c) {
                return c >= '\u0621' && c <= '\u064A';
            }
        };

        abstract boolean holds(char c);
    }

    /** Puts one word after another through a filter of Lucene's. */
    static final class Stemming {
        private final Stem stem;
        private final One one = new One();
        private final TokenStream filtered;

        private Stemming(Stem stem) {
            this.stem = stem;
            this.filtered = stem.filter.apply(one);
        }

        Stem stem() {
            return stem;
        }

        /** The stem under its mark. */
        String marked(String word) {
            try {
                one.term.setEmpty().append(stem == RUSSIAN ? unfolded(word) : word);
                filtered.incrementToken();
                return "" + MARK + stem.letter + one.term;
            } catch (IOException e) {
                throw new UncheckedIOException("Reading a word in memory", e);
            }
        }

        /** Folding makes one letter of two that the endings of adjectives tell apart. */
        private static String unfolded(String word) {
            int last = word.length() - 1;
            return word.charAt(last) == 'и' && "еиоы".indexOf(word.charAt(last - 1)) >= 0
                    ? word.substring(0, last) + 'й'
                    : word;
        }
    }

    /** A stream that always has the word at hand. */
    private static final class One extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

        @Override
        public boolean incrementToken() {
            return true;
        }
    }
}
