package org.plumbline.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.plumbline.kernel.CaseId;
import org.plumbline.search.Asked;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Order;

/**
 * A search as an address: everything that is asked stands in it, so that it can be kept, sent and gone back to.
 *
 * @param query as typed; absent before anything was asked
 * @param after cursor of the page before; absent on the first
 */
record SearchAddress(
        String path,
        Optional<String> query,
        Map<FacetName, SequencedSet<String>> selected,
        Order order,
        Optional<String> after) {
    private static final int MOST_SELECTED = 50;

    static SearchAddress of(HttpServletRequest request, String path) {
        var selected = new EnumMap<FacetName, SequencedSet<String>>(FacetName.class);
        for (FacetName name : FacetName.values()) {
            String[] values = request.getParameterValues(parameter(name));
            if (values != null) {
                selected.put(
                        name,
                        Arrays.stream(values).limit(MOST_SELECTED).collect(Collectors.toCollection(TreeSet::new)));
            }
        }
        return new SearchAddress(
                path,
                Optional.ofNullable(request.getParameter("q")),
                selected,
                order(request.getParameter("order")),
                Optional.ofNullable(request.getParameter("after")).filter(a -> !a.isBlank()));
    }

    /** The address of a search that is kept. */
    static SearchAddress of(Asked asked, String path) {
        var selected = new EnumMap<FacetName, SequencedSet<String>>(FacetName.class);
        asked.selected().forEach((name, values) -> selected.put(name, new TreeSet<>(values)));
        return new SearchAddress(path, Optional.of(asked.query()), selected, asked.order(), Optional.empty());
    }

    private static Order order(@org.jspecify.annotations.Nullable String word) {
        return Optional.ofNullable(word).flatMap(SearchAddress::ordering).orElse(Order.RELEVANCE);
    }

    static String parameter(FacetName name) {
        return name.name().toLowerCase(Locale.ROOT);
    }

    /** The order of a word; absent for any other word. */
    static Optional<Order> ordering(String word) {
        return Arrays.stream(Order.values()).filter(o -> word(o).equals(word)).findFirst();
    }

    static String word(Order order) {
        return order.name().toLowerCase(Locale.ROOT);
    }

    /** Whether anything is asked. */
    boolean asks() {
        return query.isPresent() || !selected.isEmpty();
    }

    String text() {
        return query.orElse("");
    }

    Asked asked(Optional<CaseId> caseId, int size) {
        Map<FacetName, Set<String>> values = new EnumMap<>(FacetName.class);
        values.putAll(selected);
        return new Asked(text(), caseId, values, order, after, size);
    }

    /** The same from the first hit on. */
    Asked first(CaseId caseId, int size) {
        return new SearchAddress(path, query, selected, order, Optional.empty()).asked(Optional.of(caseId), size);
    }

    boolean has(FacetName name, String value) {
        return Optional.ofNullable(selected.get(name))
                .filter(v -> v.contains(value))
                .isPresent();
    }

    /** This search with the value chosen, or no longer chosen; from the first page on. */
    String toggled(FacetName name, String value) {
        var changed = new EnumMap<FacetName, SequencedSet<String>>(FacetName.class);
        selected.forEach((n, values) -> changed.put(n, new TreeSet<>(values)));
        SequencedSet<String> values = changed.computeIfAbsent(name, n -> new TreeSet<>());
        if (!values.remove(value)) {
            values.add(value);
        }
        return new SearchAddress(path, query, changed, order, Optional.empty()).href();
    }

    /** This search with only this month chosen in place of its year; chosen again, with the year. */
    String inPlaceOf(FacetName name, String month) {
        var changed = new EnumMap<FacetName, SequencedSet<String>>(FacetName.class);
        selected.forEach((n, values) -> changed.put(n, new TreeSet<>(values)));
        changed.put(name, new TreeSet<>(Set.of(has(name, month) ? month.substring(0, 4) : month)));
        return new SearchAddress(path, query, changed, order, Optional.empty()).href();
    }

    /** Another query in the same place, narrowed in the same way. */
    String asking(String other) {
        return new SearchAddress(path, Optional.of(other), selected, order, Optional.empty()).href();
    }

    String ordered(Order other) {
        return new SearchAddress(path, query, selected, other, Optional.empty()).href();
    }

    String following(String cursor) {
        return new SearchAddress(path, query, selected, order, Optional.of(cursor)).href();
    }

    /** The first page of this search. */
    String first() {
        return new SearchAddress(path, query, selected, order, Optional.empty()).href();
    }

    /** The same search in another place. */
    SearchAddress at(String other) {
        return new SearchAddress(other, query, selected, order, Optional.empty());
    }

    String href() {
        var parts = new java.util.ArrayList<String>();
        parts.add("q=" + encode(text()));
        hidden().forEach(h -> parts.add(h.name() + "=" + encode(h.value())));
        after.ifPresent(a -> parts.add("after=" + encode(a)));
        return path + "?" + String.join("&", parts);
    }

    /** What a form must carry besides the query to stay in this search. */
    List<Field> hidden() {
        var fields = new java.util.ArrayList<Field>();
        selected.forEach((name, values) -> values.forEach(v -> fields.add(new Field(parameter(name), v))));
        if (order != Order.RELEVANCE) {
            fields.add(new Field("order", word(order)));
        }
        return fields;
    }

    record Field(String name, String value) {}

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
