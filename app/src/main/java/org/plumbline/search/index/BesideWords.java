package org.plumbline.search.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/** Puts further terms in the place of each word, so that a mark of any of them covers the word as it stands. */
abstract class BesideWords extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> derived = new ArrayDeque<>();

    BesideWords(TokenStream input) {
        super(input);
    }

    /** Adds what stands beside a word. */
    abstract void derive(CharTermAttribute word, Deque<String> into);

    @Override
    public final boolean incrementToken() throws IOException {
        if (!derived.isEmpty()) {
            term.setEmpty().append(derived.remove());
            increment.setPositionIncrement(0);
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        derive(term, derived);
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        derived.clear();
    }
}
