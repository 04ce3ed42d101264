package org.plumbline.search.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.documents.mentions.ContactData;
import org.plumbline.search.NamesInCase.Name;

/** When a query counts as one about a person. */
class AlertRulesTest {
    private static final List<Name> KNOWN = List.of(
            person("Ilse Marrow"),
            person("Tamura-Reyes, Kenji"),
            person("Ruy Harbourmaster Keel"),
            new Name("Harbourmaster Dredging", false, Optional.empty()),
            new Name("Keel & Sons", false, Optional.empty()));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Marrow",
                "marrow",
                "\"Ilse Marrow\"",
                "ledger AND Marrow",
                "crane OR (quay AND marrow)",
                "Marr*",
                "marow~",
                "from:\"Ilse Marrow\"",
                "NOT (crane AND NOT Marrow)",
                "\"paid to Ilse Marrow in cash\"",
                "\"Marrow Ilse\"~5",
                "Tamura",
                "\"Tamura Reyes\"",
                "\"Ruy Harbourmaster Keel\"",
                "ruy AND harbourmaster AND keel"
            })
    void somebodyIsNamed(String query) {
        assertThat(AlertRules.named(query, KNOWN)).as(query).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger",
                "",
                "crane NOT Marrow",
                "crane -marrow",
                "\"bone marrow study\"",
                "kenji",
                "keel",
                "\"Keel & Sons\"",
                "\"Harbourmaster Dredging\"",
                "harbourmaster",
                "date:2031"
            })
    void nobodyIsNamed(String query) {
        assertThat(AlertRules.named(query, KNOWN)).as(query).isEmpty();
    }

    @Test
    void contactDataIsRecognisedInAQueryAndNumbersOfRecordsAreNot() {
        assertThat(ContactData.in("from:ilse.marrow@quay.example")).contains("ilse.marrow@quay.example");
        assertThat(ContactData.in("ledger OR \"+351 21 346 1234\"")).isPresent();
        assertThat(List.of("ledger", "IO-2031/7", "date:[2031-01-01 TO 2031-02-01]", "48,000 EUR", "invoice 20310"))
                .allSatisfy(query -> assertThat(ContactData.in(query)).as(query).isEmpty());
    }

    private static Name person(String name) {
        return new Name(name, true, Optional.empty());
    }
}
