package org.plumbline.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plumbline.search.index.Facet;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.SearchRequest;

/** How results are counted by date: by year, and by month too within the one year that is chosen. */
final class DateCounts {
    private static final int YEAR = 4;

    private final Optional<String> year;
    private final Set<String> selected;

    private DateCounts(Optional<String> year, Set<String> selected) {
        this.year = year;
        this.selected = selected;
    }

    static DateCounts of(Set<String> selected) {
        List<String> years = selected.stream()
                .map(value -> value.matches("\\d{4}(-\\d{2})?") ? value.substring(0, YEAR) : "")
                .distinct()
                .toList();
        return new DateCounts(
                years.size() == 1 ? Optional.of(years.getFirst()).filter(y -> !y.isEmpty()) : Optional.empty(),
                selected);
    }

    SearchRequest.Counts asked() {
        return year.isPresent() ? SearchRequest.Counts.BY_MONTH : SearchRequest.Counts.BY_YEAR;
    }

    /** The facets with that of dates put in order: the years, and behind the one chosen its months. */
    List<Facet> arranged(List<Facet> facets) {
        return year.isEmpty()
                ? facets
                : facets.stream()
                        .map(facet -> facet.name() == FacetName.DATE ? arranged(facet, year.get()) : facet)
                        .toList();
    }

    private Facet arranged(Facet months, String chosen) {
        var values = new ArrayList<Facet.Value>();
        for (Facet.Value each : months.values()) {
            boolean month = each.value().length() > YEAR;
            String of = month ? each.value().substring(0, YEAR) : each.value();
            if (values.isEmpty() || !year(values.getLast()).equals(of)) {
                values.add(new Facet.Value(of, sum(months, of), selected.contains(of)));
            }
            if (month && of.equals(chosen)) {
                values.add(each);
            }
        }
        return new Facet(FacetName.DATE, values, months.others());
    }

    private static String year(Facet.Value value) {
        return value.value().length() > YEAR ? value.value().substring(0, YEAR) : value.value();
    }

    private static long sum(Facet months, String of) {
        return months.values().stream()
                .filter(each -> year(each).equals(of))
                .mapToLong(Facet.Value::count)
                .sum();
    }
}
