package org.plumbline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.plumbline.search.index.Facet;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.SearchRequest;

class DateCountsTest {
    private static final Facet KINDS = new Facet(FacetName.KIND, List.of(), 0);

    private static final Facet MONTHS = new Facet(
            FacetName.DATE,
            List.of(
                    new Facet.Value("", 4, false),
                    new Facet.Value("2018", 0, true),
                    new Facet.Value("2018-02", 1, false),
                    new Facet.Value("2018-11", 2, false),
                    new Facet.Value("2019-01", 3, false),
                    new Facet.Value("2019-05", 5, false)),
            0);

    @Test
    void yearsAreCountedUnlessOneIsChosen() {
        assertThat(DateCounts.of(Set.of()).asked()).isEqualTo(SearchRequest.Counts.BY_YEAR);
        assertThat(DateCounts.of(Set.of("2018", "2019")).asked()).isEqualTo(SearchRequest.Counts.BY_YEAR);
        assertThat(DateCounts.of(Set.of("")).asked()).isEqualTo(SearchRequest.Counts.BY_YEAR);
        assertThat(DateCounts.of(Set.of("2018", "")).asked()).isEqualTo(SearchRequest.Counts.BY_YEAR);
        assertThat(DateCounts.of(Set.of("soon")).asked()).isEqualTo(SearchRequest.Counts.BY_YEAR);
        assertThat(DateCounts.of(Set.of("2018")).asked()).isEqualTo(SearchRequest.Counts.BY_MONTH);
        assertThat(DateCounts.of(Set.of("2018", "2018-02")).asked()).isEqualTo(SearchRequest.Counts.BY_MONTH);
    }

    @Test
    void behindTheYearThatIsChosenStandItsMonths() {
        List<Facet> arranged = DateCounts.of(Set.of("2018")).arranged(List.of(KINDS, MONTHS));

        assertThat(arranged.getFirst()).isEqualTo(KINDS);
        assertThat(arranged.getLast().values())
                .containsExactly(
                        new Facet.Value("", 4, false),
                        new Facet.Value("2018", 3, true),
                        new Facet.Value("2018-02", 1, false),
                        new Facet.Value("2018-11", 2, false),
                        new Facet.Value("2019", 8, false));
    }

    @Test
    void withoutAChosenYearNothingIsArranged() {
        assertThat(DateCounts.of(Set.of()).arranged(List.of(KINDS))).containsExactly(KINDS);
    }
}
