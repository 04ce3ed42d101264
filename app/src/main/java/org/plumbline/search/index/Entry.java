package org.plumbline.search.index;

import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Writes an {@link Indexed} as the index keeps it. The order of stored fields matters: the body's pieces come last. */
final class Entry {
    private static final int LONGEST_ORDER = 512;
    private static final FieldType TEXT = text(false);
    static final FieldType STORED_TEXT = text(true);
    private static final Collator TITLES = Collator.getInstance(ULocale.ROOT).freeze();

    private final Document document = new Document();
    private final Indexed indexed;
    private final Set<Stem> languages;

    private Entry(Indexed indexed) {
        this.indexed = indexed;
        this.languages = Stem.of(indexed.attributes().language());
    }

    static Document of(Indexed indexed) {
        var entry = new Entry(indexed);
        entry.identity();
        entry.filters();
        entry.texts();
        Completions.of(indexed)
                .forEach(term -> entry.document.add(new StringField(Columns.COMPLETION, term, Field.Store.NO)));
        entry.body();
        return entry.document;
    }

    private void identity() {
        BytesRef key = Columns.bytes(indexed.key());
        document.add(new StringField(Columns.KEY, key, Field.Store.YES));
        document.add(new SortedDocValuesField(Columns.KEY, key));
        document.add(new NumericDocValuesField(Columns.LABEL, indexed.label().value()));
        document.add(new StoredField(Columns.LABEL, indexed.label().value()));
        indexed.caseId()
                .ifPresent(
                        id -> document.add(new StringField(Columns.CASE, Columns.bytes(id.value()), Field.Store.YES)));
        byte[] order = TITLES.getCollationKey(indexed.title()).toByteArray();
        document.add(new SortedDocValuesField(
                Columns.TITLE_ORDER, new BytesRef(Arrays.copyOf(order, Math.min(order.length, LONGEST_ORDER)))));
    }

    private void filters() {
        Attributes attributes = indexed.attributes();
        filter(FacetName.KIND, indexed.kind());
        filter(FacetName.TYPE, attributes.typeGroup());
        filter(FacetName.LANGUAGE, attributes.language());
        filter(FacetName.SOURCE, attributes.source());
        attributes.date().ifPresentOrElse(this::day, () -> period(""));
    }

    private void filter(FacetName facet, String value) {
        document.add(new StringField(facet.column(), value, Field.Store.YES));
        document.add(new SortedDocValuesField(facet.column(), new BytesRef(value)));
    }

    private void day(LocalDate day) {
        document.add(new LongPoint(Columns.DAY, day.toEpochDay()));
        document.add(new NumericDocValuesField(Columns.DAY, day.toEpochDay()));
        document.add(new StoredField(Columns.DAY, day.toEpochDay()));
        long month = Period.monthOf(day);
        document.add(new NumericDocValuesField(Columns.MONTH, month));
        period(Period.year(month));
        period(Period.month(month));
    }

    private void period(String value) {
        document.add(new StringField(FacetName.DATE.column(), value, Field.Store.NO));
    }

    private void texts() {
        Attributes attributes = indexed.attributes();
        add(SearchField.TITLE, STORED_TEXT, List.of(indexed.title()));
        add(SearchField.FROM, STORED_TEXT, attributes.from());
        add(SearchField.TO, STORED_TEXT, attributes.to());
        add(SearchField.AUTHOR, STORED_TEXT, attributes.authors());
        add(SearchField.NAME, STORED_TEXT, List.of(attributes.name()));
        add(SearchField.SOURCE, STORED_TEXT, List.of(attributes.source()));
        add(SearchField.TEXT, STORED_TEXT, attributes.extra());
        add(SearchField.TYPE, TEXT, List.of(attributes.typeGroup(), attributes.mediaType()));
        add(SearchField.LANGUAGE, TEXT, List.of(attributes.language()));
        add(SearchField.KIND, TEXT, List.of(indexed.kind()));
    }

    private void add(SearchField field, FieldType type, List<String> values) {
        for (String value : values) {
            if (!value.isEmpty()) {
                document.add(new WordField(field, value, type, languages));
            }
        }
    }

    private void body() {
        Body body = indexed.body();
        if (body.text().isEmpty()) {
            return;
        }
        document.add(new WordField(SearchField.BODY, body.text(), TEXT, languages));
        Layout layout = Layout.of(body);
        document.add(new StoredField(Columns.LAYOUT, layout.toBytes()));
        for (int piece = 0; piece < layout.pieces().size(); piece++) {
            document.add(new StoredField(
                    Columns.PIECE, body.text().substring(layout.pieces().get(piece), layout.endOf(piece))));
        }
    }

    private static FieldType text(boolean stored) {
        var type = new FieldType();
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        type.setStored(stored);
        type.freeze();
        return type;
    }

    /** The participants and names whose beginnings complete a search, each once. */
    static List<String> names(Indexed indexed) {
        var names = new ArrayList<String>();
        names.add(indexed.title());
        names.add(indexed.attributes().name());
        names.addAll(indexed.attributes().authors());
        names.addAll(indexed.attributes().from());
        names.addAll(indexed.attributes().to());
        return names.stream().filter(name -> !name.isBlank()).distinct().toList();
    }
}
