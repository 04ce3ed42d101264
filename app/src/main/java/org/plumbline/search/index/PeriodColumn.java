package org.plumbline.search.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;

/** Counts the date facet by year or month. */
final class PeriodColumn implements FacetColumn {
    private static final int MOST = 600;

    private final Set<String> selected;
    private final boolean monthly;
    private final Map<Long, long[]> counts = new HashMap<>();
    private final Map<Long, Boolean> chosen = new HashMap<>();
    private NumericDocValues months = DocValues.emptyNumeric();
    private long undated;
    private boolean dated;
    private long month;

    PeriodColumn(Set<String> selected, boolean monthly) {
        this.selected = selected;
        this.monthly = monthly;
    }

    @Override
    public void enter(LeafReader reader) throws IOException {
        months = DocValues.getNumeric(reader, Columns.MONTH);
    }

    @Override
    public boolean moveTo(int document) throws IOException {
        dated = months.advanceExact(document);
        month = dated ? months.longValue() : 0;
        if (selected.isEmpty()) {
            return true;
        }
        return dated ? chosen.computeIfAbsent(month, this::isChosen) : selected.contains("");
    }

    @Override
    public void count() {
        if (!dated) {
            undated++;
            return;
        }
        long period = monthly ? month : Math.floorDiv(month, 12L);
        counts.computeIfAbsent(period, added -> new long[1])[0]++;
    }

    @Override
    public Facet facet() {
        var totals = new TreeMap<String, Long>();
        counts.forEach(
                (period, count) -> totals.put(monthly ? Period.month(period) : Period.year(period * 12), count[0]));
        if (undated > 0) {
            totals.put("", undated);
        }
        selected.forEach(value -> totals.putIfAbsent(value, 0L));
        List<Facet.Value> values = totals.entrySet().stream()
                .map(entry -> new Facet.Value(entry.getKey(), entry.getValue(), selected.contains(entry.getKey())))
                .toList();
        // the earliest give way: a histogram of more columns can't be read
        int over = Math.max(0, values.size() - MOST);
        return new Facet(FacetName.DATE, values.subList(over, values.size()), over);
    }

    private boolean isChosen(long number) {
        return selected.contains(Period.year(number)) || selected.contains(Period.month(number));
    }
}
