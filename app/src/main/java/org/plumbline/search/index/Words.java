package org.plumbline.search.index;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.icu.ICUFoldingFilter;
import org.apache.lucene.analysis.icu.segmentation.DefaultICUTokenizerConfig;
import org.apache.lucene.analysis.icu.segmentation.ICUTokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * How text becomes words, in texts and queries alike: Unicode word boundaries by ICU (UAX 29; dictionaries for Thai,
 * Lao, Khmer and Burmese), punctuation as space, one folding of case, width, accents and compatibility forms
 * (NFKC_Casefold and the foldings of UTR 30), and beside each word of a text its stems, and what it sounds like where
 * it may be a name.
 */
final class Words extends Analyzer {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Words OF_QUERIES = new Words(Kind.QUERY, Set.of());
    private static final Map<Set<Stem>, Words> OF_TEXTS = new ConcurrentHashMap<>();
    private static final Map<Set<Stem>, Words> OF_NAMES = new ConcurrentHashMap<>();

    private final Kind kind;
    private final Set<Stem> stems;

    private enum Kind {
        QUERY,
        TEXT,
        NAMES
    }

    private Words(Kind kind, Set<Stem> stems) {
        this.kind = kind;
        this.stems = stems;
    }

    /** The words of texts in any language. */
    static Words ofTexts() {
        return ofTexts(Stem.of(""));
    }

    /** The words of texts that may be in these languages. */
    static Words ofTexts(Set<Stem> languages) {
        return OF_TEXTS.computeIfAbsent(Set.copyOf(languages), each -> new Words(Kind.TEXT, each));
    }

    /** The same for titles and names, of which every word may be a name. */
    static Words ofNames(Set<Stem> languages) {
        return OF_NAMES.computeIfAbsent(Set.copyOf(languages), each -> new Words(Kind.NAMES, each));
    }

    @Override
    protected TokenStreamComponents createComponents(String field) {
        var source = new ICUTokenizer(new DefaultICUTokenizerConfig(false, true));
        TokenStream words = new WordSplit(source, false);
        if (kind != Kind.QUERY) {
            words = new SoundKeys(words, kind == Kind.NAMES);
        }
        words = new ICUFoldingFilter(words);
        words = new WordSplit(words, true); // folding can set free what it had held together
        return new TokenStreamComponents(source, kind == Kind.QUERY ? words : new Pinyin(new Stems(words, stems)));
    }

    @Override
    protected Reader initReader(String field, Reader reader) {
        return new LineEndHyphens(reader);
    }

    /** A phrase doesn't run from one sender's name into the next. */
    @Override
    public int getPositionIncrementGap(String field) {
        return 100;
    }

    /** The words of a piece of query, one for each position. */
    static List<String> of(String text) {
        var words = new ArrayList<String>();
        try (TokenStream stream = OF_QUERIES.tokenStream("query", text)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            var step = stream.addAttribute(PositionIncrementAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                if (step.getPositionIncrement() > 0) {
                    words.add(term.toString());
                }
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading words from a text in memory", e);
        }
        return words;
    }

    /** The words of a short text as they are written, unfolded. */
    static List<String> written(String text) {
        return NO_WORD.splitAsStream(text).filter(word -> !word.isEmpty()).toList();
    }

    /** Folded as words are, for what is compared as a whole or by its beginning. */
    static String fold(String text) {
        return ICUFoldingFilter.NORMALIZER.normalize(text);
    }
}
