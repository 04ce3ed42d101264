package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;

/** Reads what is stored of a document, all but the pieces of its body. */
final class Stored extends StoredFieldVisitor {
    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<SearchField, List<String>> texts = new EnumMap<>(SearchField.class);

    @Override
    public Status needsField(FieldInfo field) {
        // the pieces come last, see Entry
        return field.name.equals(Columns.PIECE) ? Status.STOP : Status.YES;
    }

    @Override
    public void binaryField(FieldInfo field, byte[] value) {
        bytes.put(field.name, value);
    }

    @Override
    public void intField(FieldInfo field, int value) {
        numbers.put(field.name, (long) value);
    }

    @Override
    public void longField(FieldInfo field, long value) {
        numbers.put(field.name, value);
    }

    @Override
    public void stringField(FieldInfo field, String value) {
        SearchField.named(field.name)
                .ifPresentOrElse(
                        text -> texts.computeIfAbsent(text, added -> new ArrayList<>())
                                .add(value),
                        () -> values.put(field.name, value));
    }

    Optional<byte[]> bytes(String column) {
        return Optional.ofNullable(bytes.get(column));
    }

    Optional<Long> number(String column) {
        return Optional.ofNullable(numbers.get(column));
    }

    String value(FacetName facet) {
        return values.getOrDefault(facet.column(), "");
    }

    /** The values of a field, one a line: the offsets of its words count so. */
    String text(SearchField field) {
        return String.join("\n", texts.getOrDefault(field, List.of()));
    }

    Layout layout() {
        return bytes(Columns.LAYOUT).map(Layout::read).orElseGet(() -> Layout.of(Body.none()));
    }
}
