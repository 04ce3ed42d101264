package org.plumbline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.Browser;
import org.plumbline.testing.Browser.Upload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From a document's text over a suggested mention to a statement, as a browser without scripts goes. */
class MentionPagesTest extends EntitiesFixture {
    private static final String TEXT =
            "Tidewater Quays paid EUR 1,250.00 from GB29 NWBK 6016 1331 9268 19 on 14 March 2031.";

    @Test
    void mentionsAreSuggestedAndOnlyAPersonMakesAStatementOfOne() {
        EntityRecord tidewater = company("Tidewater Quays");
        Browser browser = browser(mara);
        String document = document(browser);

        var panel = browser.get(document + "/mentions");

        assertThat(panel.page().select(".pl-sugg summary").eachText())
                .containsExactly("Organisations 1", "Accounts (IBAN) 1", "Amounts 1", "Dates 1");
        assertThat(panel.page().text()).contains("a name this case knows, 96 %", "check digits hold, 99 %");
        assertThat(panel.page().select(".pl-sugg a[href*=?at=]").eachText())
                .contains("Tidewater Quays", "GB29 NWBK 6016 1331 9268 19");
        String entity = "/cases/" + harbour + "/entities/" + tidewater.id();
        assertThat(browser.get(entity).body()).doesNotContain("2031-03-14");

        String at = panel.page().select("a[href*=/statement?]").eachAttr("href").getLast();
        assertThat(at).endsWith("/statement?at=70&length=13");
        assertThat(browser.get(at).page().select("blockquote").text()).isEqualTo("14 March 2031");
        var form = browser.get(at + "&entity=" + tidewater.id());
        assertThat(form.page().select("[name=value]").text()).isEqualTo("14 March 2031");
        assertThat(form.page().select("[name=locator]").val()).isEqualTo("70+13");
        var made = browser.submit(
                form, "/statements", Map.of("property", "incorporationDate", "value", "2031-03-14", "target", ""));

        assertThat(made.status()).as(made.body()).isEqualTo(200);
        assertThat(made.page().text()).contains("Incorporation date 14 Mar 2031");
        // The source that the first statement made is offered to the next one.
        var again = browser.get(at + "&entity=" + tidewater.id());
        assertThat(again.page().select("[name=source] option[selected]").text()).isEqualTo("payment.txt");
    }

    @Test
    void anAliasIsAKnownNameWhileItStandsAndAWeakOneIsNone() {
        EntityRecord dredging = company("Longshore Dredging Ltd");
        say(dredging, "alias", "Grey Heron", article);
        say(dredging, "weakAlias", "Blue Gull", article);
        var former = say(dredging, "previousName", "Brown Tern", article);
        Browser browser = browser(mara);
        String document = document(browser, "Then Grey Heron asked Blue Gull whether Brown Tern had paid.");

        var before = browser.get(document + "/mentions").page().select(".pl-sugg a[href*=?at=]");
        asMara(() -> statements.retract(harbour, former.id(), "Another company"));
        var after = browser.get(document + "/mentions").page().select(".pl-sugg a[href*=?at=]");

        assertThat(before.eachText()).contains("Grey Heron", "Brown Tern").doesNotContain("Blue Gull");
        assertThat(after.eachText()).contains("Grey Heron").doesNotContain("Brown Tern", "Blue Gull");
    }

    @Test
    void aPersonWhoseEntryIsMissingIsNoKnownName() {
        Browser browser = browser(mara);
        String document = document(browser);

        assertThat(browser.get(document + "/mentions").page().text()).doesNotContain("a name this case knows");
    }

    @Test
    void theApiGivesPlacesOfOneDocument() {
        String document = document(browser(mara));

        JsonNode items = JsonMapper.builder()
                .build()
                .readTree(api(mara).get("/api/v1" + document + "/mentions").body())
                .required("items");

        assertThat(items.valueStream()
                        .map(i -> i.required("kind").asString() + " "
                                + i.required("value").asString()))
                .containsExactly("money EUR 1250.00", "iban GB29NWBK60161331926819", "date 2031-03-14");
        assertThat(items.get(1).required("start").asInt()).isEqualTo(TEXT.indexOf("GB29"));
    }

    @Test
    void aPassageIsChosenByItsSentencesWithoutAMouse() {
        EntityRecord tidewater = company("Tidewater Quays");
        Browser browser = browser(mara);
        String document = document(browser, "Rent was due.\n" + TEXT + " Nobody asked.");

        String way = browser.get(document).page().select("[data-passage-go]").attr("href");
        var choice = browser.get(way);

        assertThat(way).isEqualTo(document + "/statement?at=0");
        assertThat(choice.page().select("#f-at option").eachText())
                .containsExactly("1. Rent was due.", "2. " + TEXT.substring(0, 60) + "…", "3. Nobody asked.");
        String from = choice.page().select("#f-at option").get(1).val();
        String to = choice.page().select("#f-end option").get(1).val();
        var taken = browser.get(document + "/statement?at=" + from + "&end=" + to);
        assertThat(taken.page().select("blockquote").text()).isEqualTo(TEXT);
        var form = browser.get(
                document + "/statement?at=" + from + "&length=" + TEXT.length() + "&entity=" + tidewater.id());
        assertThat(form.page().select("[name=locator]").val()).isEqualTo("14+" + TEXT.length());
        assertThat(form.page().select("[name=value]").text()).isEqualTo(TEXT);
    }

    @Test
    void aPassageThatEndsBeforeItBeginsOrIsTooLongIsNotTaken() {
        Browser browser = browser(mara);
        String document = document(browser, "The quay was let. ".repeat(200));

        var back = browser.get(document + "/statement?at=18&end=17");
        var over = browser.get(document + "/statement?at=0&end=2501");
        var selected = browser.get(document + "/statement?at=0&length=2001");

        assertThat(back.status()).isEqualTo(422);
        assertThat(back.page().select("#f-end-error").text())
                .isEqualTo("The passage ends before it begins. Choose a last sentence that is the first one or stands "
                        + "after it.");
        assertThat(back.page().select("#f-at option[selected]").text()).isEqualTo("1. The quay was let.");
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.page().select("#f-end-error").text())
                .isEqualTo(
                        "The passage has 2501 characters, and a quotation takes at most 2000. Choose a shorter one.");
        assertThat(selected.page().select("[data-summary]").text()).contains("The passage has 2001 characters");
        assertThat(browser.get(document + "/statement?at=0&end=99999").status()).isEqualTo(404);
    }

    @Test
    void whatFollowsInALongTextIsOfferedFurtherOn() {
        Browser browser = browser(mara);
        String document = document(browser, "Quay. ".repeat(450));

        var first = browser.get(document + "/statement?at=0");
        String further =
                first.page().select("a:containsOwn(Further on in the text)").attr("href");
        var rest = browser.get(further);

        assertThat(first.page().select("#f-at option")).hasSize(400);
        assertThat(further).isEqualTo(document + "/statement?at=2400");
        assertThat(rest.page().select("#f-at option")).hasSize(50);
        assertThat(rest.page().select("a:containsOwn(Further on in the text)")).isEmpty();
    }

    @Test
    void aPlaceOutsideTheTextIsAbsentAndSoIsEverythingForAnotherOrganisation() {
        Browser browser = browser(mara);
        String document = document(browser);

        for (String place : List.of("?at=80&length=90", "?at=-1&length=3", "?at=0&length=2147483647")) {
            assertThat(browser.get(document + "/statement" + place).status())
                    .as(place)
                    .isEqualTo(404);
        }
        assertThat(browser(nuno).get(document + "/mentions").status()).isEqualTo(404);
        assertThat(browser(nuno).get(document + "/statement?at=0&length=3").status())
                .isEqualTo(404);
        assertThat(api(nuno).get("/api/v1" + document + "/mentions").status()).isEqualTo(404);
    }

    /** Hands the text in and gives the address of the document read from it. */
    private String document(Browser browser) {
        return document(browser, TEXT);
    }

    private String document(Browser browser, String text) {
        var documents = browser.get("/cases/" + harbour + "/documents");
        var ledger = browser.upload(
                documents, "/ingestions", Map.of("title", "Payments"), Upload.of("files", "payment.txt", text));
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (true) {
            var page = browser.get(ledger.path());
            String href = page.page()
                    .select("a[href*=/documents/]:containsOwn(payment.txt)")
                    .attr("href");
            if (!href.isEmpty()) {
                return href;
            }
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(100_000_000);
        }
    }
}
