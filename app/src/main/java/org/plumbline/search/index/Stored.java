package org.plumbline.search.index;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.StoredFieldVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is stored of a document, and of its body only the pieces that hold passages, in one go: the store is
 * compressed in blocks, and reading a document twice unpacks them twice.
 */
final class Stored extends StoredFieldVisitor {
    private static final int MOST_PASSAGES = 3;

    private final Optional<List<Span>> marked;
    private final Map<String, byte[]> bytes = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();
    private final Map<String, String> values = new HashMap<>();
    private final Map<SearchField, List<String>> texts = new EnumMap<>(SearchField.class);

    private @Nullable Pieces pieces;
    private List<Passage> passages = List.of();

    private Stored(Optional<List<Span>> marked) {
        this.marked = marked;
    }

    /** Without the body. */
    static Stored bodiless() {
        return new Stored(Optional.empty());
    }

    /** With the passages of the body around these matches, or its beginning where there are none. */
    static Stored around(List<Span> spans) {
        return new Stored(Optional.of(spans));
    }

    @Override
    public Status needsField(FieldInfo field) {
        if (!field.name.equals(Columns.PIECE)) {
            return Status.YES;
        }
        // the pieces come last, see Entry
        return marked.isEmpty() ? Status.STOP : pieces(marked.get()).needsField(field);
    }

    private Pieces pieces(List<Span> spans) {
        if (pieces == null) {
            Layout layout = layout();
            passages = spans.isEmpty()
                    ? List.of(Passage.beginning(layout.length()))
                    : Passage.best(spans, layout.length(), MOST_PASSAGES);
            pieces = new Pieces(layout);
            for (Passage passage : passages) {
                pieces.want(passage.start(), passage.end());
            }
        }
        return pieces;
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
        if (pieces != null && field.name.equals(Columns.PIECE)) {
            pieces.stringField(field, value);
            return;
        }
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

    /** The passages of the body, in reading order; none where it is empty or wasn't asked for. */
    List<Hit.Snippet> snippets() {
        Pieces read = pieces;
        if (read == null) {
            return List.of();
        }
        int length = layout().length();
        return passages.stream()
                .map(passage -> passage.snippet(SearchField.BODY, read.text(passage.start(), passage.end()), length))
                .toList();
    }

    Layout layout() {
        return bytes(Columns.LAYOUT).map(Layout::read).orElseGet(() -> Layout.of(Body.none()));
    }
}
