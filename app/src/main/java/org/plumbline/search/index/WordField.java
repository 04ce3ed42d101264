package org.plumbline.search.index;

import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;

/** A field of text whose words are read in the languages of its document. */
final class WordField extends Field {
    private final Words words;

    WordField(SearchField field, String text, FieldType type, Set<Stem> languages) {
        super(field.word(), text, type);
        this.words = field.bearsNames() ? Words.ofNames(languages) : Words.ofTexts(languages);
    }

    @Override
    public TokenStream tokenStream(Analyzer unused, TokenStream unusedToo) {
        return words.tokenStream(name(), stringValue());
    }
}
