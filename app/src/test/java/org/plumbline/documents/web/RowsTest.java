package org.plumbline.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
    @Test
    void cellsAreApartByWhatTheFileItselfPutsBetweenThem() {
        assertThat(Rows.of("date,payee\n2031-02-11,\"Quays, Ltd\"\n\n"))
                .containsExactly(List.of("date", "payee"), List.of("2031-02-11", "Quays, Ltd"));
        assertThat(Rows.of("payee;amount\nQuays;1,5\n"))
                .containsExactly(List.of("payee", "amount"), List.of("Quays", "1,5"));
        assertThat(Rows.of("a|b\n1|2")).containsExactly(List.of("a", "b"), List.of("1", "2"));
    }

    @Test
    void cellsOfASheetAreApartByTabsAndKeepTheirQuotes() {
        assertThat(Rows.of("\"north\"\tquay, east\n")).containsExactly(List.of("\"north\"", "quay, east"));
    }

    @Test
    void textCutWithinAQuoteIsShownAsFarAsItGoes() {
        assertThat(Rows.of("a,\"b\n1")).isNotEmpty();
    }
}
