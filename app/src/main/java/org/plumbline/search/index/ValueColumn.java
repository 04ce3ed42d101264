package org.plumbline.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** Counts a facet whose documents have one value each. */
final class ValueColumn implements FacetColumn {
    private static final int MOST = 50;
    private static final Comparator<Facet.Value> FREQUENT_FIRST =
            Comparator.comparingLong(Facet.Value::count).reversed().thenComparing(Facet.Value::value);

    private final FacetName name;
    private final Set<String> selected;
    private final Map<String, Long> totals = new HashMap<>();
    private SortedDocValues values = DocValues.emptySorted();
    private FixedBitSet chosen = new FixedBitSet(0);
    private int[] counts = new int[0];
    private int here = -1;

    ValueColumn(FacetName name, Set<String> selected) {
        this.name = name;
        this.selected = selected;
    }

    @Override
    public void enter(LeafReader reader) throws IOException {
        gather();
        values = DocValues.getSorted(reader, name.column());
        counts = new int[values.getValueCount()];
        chosen = new FixedBitSet(counts.length);
        for (String value : selected) {
            int number = values.lookupTerm(new BytesRef(value));
            if (number >= 0) {
                chosen.set(number);
            }
        }
    }

    @Override
    public boolean moveTo(int document) throws IOException {
        here = values.advanceExact(document) ? values.ordValue() : -1;
        return selected.isEmpty() || (here >= 0 && chosen.get(here));
    }

    @Override
    public void count() {
        if (here >= 0) {
            counts[here]++;
        }
    }

    @Override
    public Facet facet() {
        try {
            gather();
        } catch (IOException e) {
            throw new UncheckedIOException("Reading the values of facet " + name, e);
        }
        selected.forEach(value -> totals.putIfAbsent(value, 0L));
        List<Facet.Value> all = totals.entrySet().stream()
                .map(entry -> new Facet.Value(entry.getKey(), entry.getValue(), selected.contains(entry.getKey())))
                .sorted(FREQUENT_FIRST)
                .toList();
        List<Facet.Value> shown = IntStream.range(0, all.size())
                .filter(i -> i < MOST || all.get(i).selected())
                .mapToObj(all::get)
                .toList();
        return new Facet(name, shown, all.size() - shown.size());
    }

    private void gather() throws IOException {
        for (int number = 0; number < counts.length; number++) {
            if (counts[number] > 0) {
                totals.merge(values.lookupOrd(number).utf8ToString(), (long) counts[number], Long::sum);
            }
        }
        counts = new int[0];
    }
}
