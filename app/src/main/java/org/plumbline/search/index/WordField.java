package org.plumbline.search.index;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;

/** A field of text whose words are read in the languages of its document. */
final class WordField extends Field {
    private final Set<Stem> languages;

    WordField(SearchField field, String text, FieldType type, Set<Stem> languages) {
        super(field.word(), text, type);
        this.languages = languages;
    }

    @Override
    public TokenStream tokenStream(Analyzer unused, TokenStream unusedToo) {
        return Words.ofTexts(languages).tokenStream(name(), stringValue());
    }
}
