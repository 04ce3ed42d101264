package org.plumbline.search.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.audit.Trail;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.search.Asked;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Order;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** The searches that a case keeps. */
class SavedSearchesTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private SavedSearches saved;

    @Autowired
    private Trail trail;

    @Autowired
    private Ids ids;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void aCase() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        harbour = open();
    }

    @Test
    void aSearchKeepsItsQueryItsFiltersAndItsOrder() {
        var asked = new Asked(
                "ledger OR \"north quay\"",
                Optional.of(harbour),
                Map.of(FacetName.KIND, Set.of("mail", "document"), FacetName.DATE, Set.of("2018-06")),
                Order.OLDEST,
                Optional.empty(),
                20);

        as(() -> saved.save(harbour, "  Ledgers ", asked));

        List<SavedSearch> all = Acting.as(acting(mara), () -> saved.list(harbour));
        assertThat(all).singleElement().satisfies(one -> {
            assertThat(one.name()).isEqualTo("Ledgers");
            assertThat(one.asked()).isEqualTo(asked);
        });
    }

    @Test
    void fromTheSearchPageASearchIsSavedOpenedAndRemoved() {
        Browser browser = browser(mara);
        Element button = browser.get("/cases/" + harbour + "/search?q=ledger&kind=mail&order=newest")
                .page()
                .expectFirst("a[href*=saved-searches]");
        assertThat(button.text()).isEqualTo("Save this search");

        Browser.Answer form = browser.get(button.attr("href"));
        assertThat(form.page().expectFirst("#f-q").attr("value")).isEqualTo("ledger");
        Browser.Answer kept = browser.submit(form, "/saved-searches", Map.of("name", "Ledgers in mail"));

        Element line = kept.page().expectFirst("tbody tr");
        assertThat(line.text()).contains("Ledgers in mail", "ledger", "Kind E-mail", "Mara Quill");
        assertThat(line.expectFirst("a").attr("href"))
                .isEqualTo("/cases/" + harbour + "/search?q=ledger&kind=mail&order=newest");
        assertThat(browser.get(line.expectFirst("a").attr("href")).status()).isEqualTo(200);

        Browser.Answer gone = browser.submit(kept, "/remove", Map.of());
        assertThat(gone.page().select("tbody tr")).isEmpty();
        assertThat(gone.page().text()).contains("No search is saved here");
    }

    @Test
    void whatCannotBeKeptIsRefusedWithItsReasonAndWhatWasTypedStays() {
        as(() -> saved.save(harbour, "Ledgers", asked("ledger")));

        assertThat(code("ledgerS", "crane")).isEqualTo("name saved-search-name-taken");
        assertThat(code(" ", "crane")).isEqualTo("name field-missing");
        assertThat(code("x".repeat(121), "crane")).isEqualTo("name field-too-long");
        assertThat(code("Crane", "\"crane")).isEqualTo("q query-quote-unclosed");
        assertThat(code("Crane", " ")).isEqualTo("q saved-search-asks-nothing");
        assertThat(code("Crane", "crane ".repeat(400))).isEqualTo("q field-too-long");

        Browser browser = browser(mara);
        Browser.Answer again = browser.submit(
                browser.get("/cases/" + harbour + "/saved-searches?q=crane&kind=mail"),
                "/saved-searches",
                Map.of("name", "LEDGERS"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().text()).contains("A search of this case is called “LEDGERS” already");
        assertThat(again.page().expectFirst("#f-q").attr("value")).isEqualTo("crane");
        assertThat(again.page().expectFirst("input[name=kind]").attr("value")).isEqualTo("mail");
    }

    @Test
    void anotherCaseHasItsOwnAndTakesNoneAway() {
        SavedSearch one = Acting.as(acting(mara), () -> saved.save(harbour, "Ledgers", asked("ledger")));
        CaseId other = open();

        assertThat(Acting.as(acting(mara), () -> saved.list(other))).isEmpty();
        assertThatThrownBy(() -> as(() -> saved.remove(other, one.id()))).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(() -> saved.remove(harbour, ids.next()))).isInstanceOf(Refused.class);
        as(() -> saved.remove(harbour, one.id()));
        as(() -> saved.remove(harbour, one.id()));
        assertThat(Acting.as(acting(mara), () -> saved.list(harbour))).isEmpty();
        as(() -> saved.save(harbour, "Ledgers", asked("ledger")));
        assertThat(Acting.as(acting(mara), () -> saved.list(harbour))).hasSize(1);
    }

    @Test
    void aCaseKeepsTwoHundred() {
        for (int i = 0; i < 200; i++) {
            int number = i;
            as(() -> saved.save(harbour, "Search " + number, asked("crane " + number)));
        }

        assertThat(code("One more", "crane")).isEqualTo("name saved-searches-too-many");
    }

    @Test
    void savingAndRemovingAreOnTheTrailWithTheName() {
        SavedSearch one = Acting.as(acting(mara), () -> saved.save(harbour, "Ledgers", asked("ledger")));
        as(() -> saved.remove(harbour, one.id()));

        var entries = Acting.as(acting(mara), () -> trail.ofCase(harbour, Optional.empty(), 20));

        assertThat(entries)
                .filteredOn(
                        e -> e.body().filter(b -> b.refs().contains(one.ref())).isPresent())
                .extracting(e -> e.action())
                .contains("search.save", "search.remove-saved");
        assertThat(browser(mara).get("/cases/" + harbour + "/trail").page().text())
                .contains("Saved a search", "Removed a saved search", "Ledgers");
    }

    @Test
    void theApiKeepsListsAndRemovesTheSame() {
        Browser api = api(mara);
        String path = "/api/v1/cases/" + harbour + "/saved-searches";

        Browser.Answer made = api.json(
                "POST",
                path,
                "{\"name\": \"Ledgers\", \"q\": \"ledger\", \"kind\": [\"mail\"], \"order\": \"newest\"}");
        Browser.Answer twice = api.json("POST", path, "{\"name\": \"Ledgers\", \"q\": \"crane\"}");

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.body())
                .contains("\"narrowed\":{\"kind\":[\"mail\"]}", "\"order\":\"newest\"")
                .contains("/cases/" + harbour + "/search?q=ledger&kind=mail&order=newest");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("saved-search-name-taken");
        assertThat(api.get(path).body()).contains(made.body());
        String id = Acting.as(acting(mara), () -> saved.list(harbour))
                .getFirst()
                .id()
                .toString();
        assertThat(api.json("POST", path + "/" + id + "/remove", "").status()).isEqualTo(204);
        assertThat(api.get(path).body()).isEqualTo("{\"items\":[]}");
    }

    private CaseId open() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return Acting.as(
                acting(mara),
                () -> cases.open(new OpenCase(
                                "Harbour works",
                                CaseType.INQUIRY,
                                Caveat.NONE,
                                "Who was paid for the quay?",
                                "Inspection Act, section 12",
                                "IO-2031/7",
                                "Contract reconciliation",
                                today.minusDays(2),
                                today.plusDays(30),
                                Optional.empty()))
                        .id());
    }

    private String code(String name, String query) {
        try {
            as(() -> saved.save(harbour, name, asked(query)));
            return "";
        } catch (Refused refused) {
            var field = refused.refusal().fields().getFirst();
            return field.name() + " " + field.code();
        }
    }

    private Asked asked(String query) {
        return Asked.of(query, Optional.of(harbour));
    }

    private void as(Runnable work) {
        Acting.as(acting(mara), () -> {
            work.run();
            return true;
        });
    }
}
