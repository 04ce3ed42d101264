package org.plumbline.search.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.plumbline.cases.CaseNumbers;
import org.plumbline.cases.web.CaseHeader;
import org.plumbline.search.Finding;
import org.plumbline.search.index.Facet;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Hit;
import org.plumbline.search.index.Order;
import org.plumbline.search.index.Problem;
import org.plumbline.site.Texts;
import org.springframework.stereotype.Component;

/** Turns a finding into its page. */
@Component
class SearchPages {
    private static final int YEAR = 4;
    private static final int LONGEST = 10;

    private final CaseNumbers numbers;

    SearchPages(CaseNumbers numbers) {
        this.numbers = numbers;
    }

    /** The page before anything was asked. */
    SearchPage start(SearchAddress address, Optional<CaseHeader> header, Texts texts) {
        return page(address, header, texts, SearchPage.State.START, Optional.empty(), nothing());
    }

    SearchPage of(SearchAddress address, Optional<CaseHeader> header, Finding finding, Texts texts) {
        return switch (finding) {
            case Finding.Loading loading ->
                page(address, header, texts, SearchPage.State.LOADING, Optional.empty(), nothing());
            case Finding.Misread misread ->
                page(
                        address,
                        header,
                        texts,
                        SearchPage.State.MISREAD,
                        Optional.of(fault(misread.problem(), address.text(), texts)),
                        nothing());
            case Finding.Found found ->
                page(
                        address,
                        header,
                        texts,
                        found.total() == 0 ? SearchPage.State.NOTHING : SearchPage.State.FOUND,
                        Optional.empty(),
                        found);
        };
    }

    private static Finding.Found nothing() {
        return new Finding.Found(0, List.of(), Optional.empty(), List.of(), Optional.empty());
    }

    private SearchPage page(
            SearchAddress address,
            Optional<CaseHeader> header,
            Texts texts,
            SearchPage.State state,
            Optional<SearchPage.Fault> fault,
            Finding.Found found) {
        return new SearchPage(
                header,
                state,
                address.path(),
                address.text(),
                address.hidden().stream()
                        .map(h -> new SearchPage.Hidden(h.name(), h.value()))
                        .toList(),
                fault,
                found.total(),
                found.results().stream()
                        .map(r -> line(r, header.isEmpty(), texts))
                        .toList(),
                found.facets().stream()
                        .map(f -> box(f, address, texts))
                        .filter(b -> !b.values().isEmpty())
                        .toList(),
                tokens(address, texts),
                Arrays.stream(Order.values()).map(o -> order(o, address, texts)).toList(),
                address.after().isPresent() ? address.first() : "",
                found.next().map(address::following).orElse(""),
                header.isPresent() ? address.at("/search").href() : "",
                header.map(h -> address.at(h.href() + "/saved-searches").href()).orElse(""),
                found.corrected().map(query -> new SearchPage.Choice(query, "", address.asking(query), false)));
    }

    SearchPage.Line line(Finding.Result result, boolean namesCase, Texts texts) {
        Hit hit = result.hit();
        var facts = new ArrayList<String>();
        if (namesCase && !hit.kind().equals("case")) {
            hit.caseId().map(numbers::number).filter(n -> !n.isEmpty()).ifPresent(facts::add);
        }
        if (!hit.source().isEmpty()) {
            facts.add(
                    hit.name().isEmpty()
                            ? hit.source()
                            : texts.say("search.from", "source", hit.source(), "name", hit.name()));
        }
        hit.page().ifPresent(p -> facts.add(texts.say("search.page", "page", p)));
        hit.date().map(texts::date).ifPresent(facts::add);
        facts.add(SearchWords.kind(hit, texts));
        return new SearchPage.Line(
                result.place().href(),
                result.place().preview().orElse(""),
                SearchWords.icon(hit),
                hit.title(),
                facts,
                hit.snippets());
    }

    /** A facet of which every record says nothing has nothing to choose from. */
    private static SearchPage.Box box(Facet facet, SearchAddress address, Texts texts) {
        boolean silent = facet.values().stream().allMatch(v -> v.value().isEmpty() && !v.selected());
        List<SearchPage.Choice> values = silent
                ? List.of()
                : facet.values().stream()
                        .map(v -> choice(facet, v, address, texts))
                        .toList();
        String name = SearchAddress.parameter(facet.name());
        return new SearchPage.Box(name, texts.say("search.facet." + name), values, facet.others());
    }

    private static SearchPage.Choice choice(Facet facet, Facet.Value value, SearchAddress address, Texts texts) {
        boolean dates = facet.name() == FacetName.DATE;
        boolean inner = dates && value.value().length() > YEAR;
        return new SearchPage.Choice(
                SearchWords.value(facet.name(), value.value(), texts),
                texts.number(value.count()),
                inner ? address.inPlaceOf(facet.name(), value.value()) : address.toggled(facet.name(), value.value()),
                value.selected(),
                dates && !value.value().isEmpty() ? level(facet, value, inner) : 0,
                inner);
    }

    /** The longest bar is that of the year, or month, with the most; whatever is there has one. */
    private static int level(Facet facet, Facet.Value value, boolean inner) {
        long most = facet.values().stream()
                .filter(each -> !each.value().isEmpty() && (each.value().length() > YEAR) == inner)
                .mapToLong(Facet.Value::count)
                .max()
                .orElse(0);
        return value.count() == 0 ? 0 : (int) Math.max(1, Math.round(LONGEST * (double) value.count() / most));
    }

    static List<SearchPage.Token> tokens(SearchAddress address, Texts texts) {
        var tokens = new ArrayList<SearchPage.Token>();
        address.selected()
                .forEach((name, values) -> values.forEach(v -> tokens.add(new SearchPage.Token(
                        texts.say("search.facet." + SearchAddress.parameter(name)),
                        SearchWords.value(name, v, texts),
                        address.toggled(name, v)))));
        return tokens;
    }

    private static SearchPage.Choice order(Order order, SearchAddress address, Texts texts) {
        return new SearchPage.Choice(
                texts.say("search.order." + SearchAddress.word(order)),
                "",
                address.ordered(order),
                order == address.order());
    }

    private static SearchPage.Fault fault(Problem problem, String query, Texts texts) {
        int at = Math.clamp(problem.at(), 0, query.length());
        int end = at < query.length() ? query.offsetByCodePoints(at, 1) : at;
        return new SearchPage.Fault(
                SearchWords.sentence(problem, texts),
                query.substring(0, at),
                query.substring(at, end),
                query.substring(end));
    }
}
