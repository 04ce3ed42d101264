package org.plumbline.custody.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.places.Place;
import org.plumbline.custody.places.StoragePlaces;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.engine.evidence.custody.Rule;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.site.Language;
import org.plumbline.site.Phrasebook;
import org.plumbline.site.Sentences;
import org.plumbline.site.Texts;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Custody on pages, without JavaScript, and what its refusals say. */
class CustodyPagesTest extends HarbourCustody {
    private final Texts texts = new Phrasebook().texts(Language.ENGLISH, java.time.ZoneId.of("UTC"));

    @Autowired
    private StoragePlaces keeping;

    private Browser page;
    private String exhibits;

    @BeforeEach
    void aBrowser() {
        exhibits = "/cases/" + harbour + "/exhibits";
        page = working(rita);
    }

    /** A browser in which the member works in the case. */
    private Browser working(org.plumbline.identity.Member who) {
        Browser browser = browser(who);
        browser.get("/cases/" + harbour);
        return browser;
    }

    @Test
    void aThingIsTakenInWithPhotographsSignedAndListed() {
        Browser.Answer form = page.get(exhibits + "/collect");

        Browser.Answer again = page.upload(
                form, "/collect", Map.of("name", "Grey bag"), Browser.Upload.of("pictures", "bag.jpg", "a picture"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("1 photograph is taken in already.").contains("value=\"Grey bag\"");
        Browser.Answer sign = page.upload(
                again,
                "/collect",
                Map.of("description", "Grey bag with powder", "quantity", "12.5", "unit", "g", "where", "Quay 4"));

        assertThat(sign.path()).as(sign.page().select(".pl-errs").text()).contains("/acts/");
        assertThat(sign.body()).contains("Grey bag with powder").contains("Let the server attest it");
        Browser.Answer exhibit = page.submit(sign, "/sign", Map.of());
        assertThat(exhibit.body())
                .contains("Attested by the server")
                .contains("12.5 g")
                .contains("Quay 4");

        String list = page.get(exhibits + "?standing=thing").body();
        assertThat(list).contains("Grey bag").doesNotContain("bag.jpg");
        assertThat(page.get(exhibits + "?standing=sealed").body()).contains("No exhibit is like this");
    }

    @Test
    void theExhibitSaysWhatIsPossibleAndWhyTheRestIsNot() {
        Exhibit bag = bag("12.5");
        done(rita, bag, "seal", Map.of("seal", "A-17"));

        String shown = page.get(exhibits + "/" + bag.id()).body();

        assertThat(shown)
                .contains("Sealed with A-17")
                .contains("acts/new?kind=break-seal")
                .doesNotContain("acts/new?kind=analyse")
                .contains("Exhibit " + bag.reference() + " is sealed with A-17; break the seal before analysing it.");
        assertThat(page.get(exhibits + "/" + bag.id() + "/acts/new?kind=analyse")
                        .body())
                .contains("break the seal before analysing it.");
        for (Kind kind : Kind.values()) {
            assertThat(page.get(exhibits + "/" + bag.id() + "/acts/new?kind=" + kind.code())
                            .status())
                    .as(kind.code())
                    .isEqualTo(200);
        }
    }

    @Test
    void anotherMembersActIsNotThere() {
        Exhibit bag = bag("12.5");
        Browser.Answer form = page.get(exhibits + "/" + bag.id() + "/acts/new?kind=seal");
        Browser.Answer sign = page.submit(form, "/acts", Map.of("seal", "A-17"));

        assertThat(working(nuno).get(sign.path()).status()).isEqualTo(404);
        assertThat(page.get(sign.path()).status()).isEqualTo(200);
    }

    @Test
    void theApiDoesTheSame() {
        Browser api = api(rita);
        String path = "/api/v1/cases/" + harbour + "/exhibits";
        String made = api.json("POST", path, "{\"name\": \"Grey bag\"}").body();
        String bag = made.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

        Browser.Answer draft =
                api.json("POST", path + "/" + bag + "/acts", "{\"kind\": \"seal\", \"details\": {\"seal\": \"A-17\"}}");
        assertThat(draft.status()).as(draft.body()).isEqualTo(201);
        String id = draft.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        Browser.Answer signed = api.json("POST", path + "/" + bag + "/acts/" + id + "/sign", "{}");

        assertThat(signed.body()).contains("\"state\":\"recorded\"").contains("\"signed\":\"attested\"");
        assertThat(api.get(path + "/" + bag + "/custody").body())
                .contains("\"seal\":\"A-17\"")
                .contains("\"analyse\":\"custody-sealed\"");
        assertThat(api.get("/api/v1/cases/" + harbour + "/custody?standing=sealed")
                        .body())
                .contains("\"seal\":\"A-17\"");
        assertThat(read(rita, java.util.UUID.fromString(bag)).acts().getFirst().signature())
                .isInstanceOfSatisfying(
                        Signature.Attested.class, s -> assertThat(s.by()).isEqualTo("token"));
    }

    @Test
    void everyRuleHasASentenceThatNamesTheExhibit() {
        for (Rule rule : Rule.values()) {
            String key = "refusal.custody-" + rule.code();
            if (rule.code().startsWith("signature")) {
                continue;
            }
            assertThat(texts.has(key)).as(key).isTrue();
        }
        Exhibit bag = bag("12.5");
        done(rita, bag, "seal", Map.of("seal", "A-17"));
        says(rita, bag, "copy", "is sealed with A-17; break the seal before copying it.");
        says(rita, bag, "check-in", "is not checked out; there is nothing to check in.");
        says(nuno, bag, "move", "Rita Vale answers for exhibit " + bag.reference() + "; ask for a transfer first.");
        says(rita, bag, "collect", "is recorded already; correct that act where it is wrong.");
    }

    @Test
    void anActsFactsStandInTheOrderOfItsFormAndInWords() {
        Browser.Answer form = page.get(exhibits + "/collect");
        var asked = new java.util.HashMap<String, String>(Map.of(
                "name", "Grey bag",
                "description", "Grey bag with powder",
                "make", "Portmark",
                "serial", "0099-A",
                "quantity", "12.5",
                "unit", "g",
                "condition", "Dry",
                "from_whom", "The crane driver",
                "where", "Quay 4"));
        asked.putAll(Map.of(
                "collected_by", "Nuno Salt",
                "authority_type", "Warrant",
                "authority_identifier", "HW-18",
                "authority_from", "2031-03-01",
                "method", "By hand",
                "tool", "Evidence kit"));
        Browser.Answer sign =
                page.upload(form, "/collect", asked, Browser.Upload.of("pictures", "bag.jpg", "a picture"));
        Browser.Answer exhibit = page.submit(sign, "/sign", Map.of());

        var facts = exhibit.page().select("section[aria-labelledby=h-acts] .pl-defs");
        List<String> said = facts.select("dt").eachText();
        List<String> labels = form.page().select("form.pl-form label").stream()
                .map(label -> label.ownText())
                .filter(said::contains)
                .toList();
        assertThat(said).startsWith("What kind of item", "Description", "Make");
        assertThat(said.subList(0, said.size() - 1)).isEqualTo(labels);
        assertThat(said.getLast()).isEqualTo("Photographs");
        assertThat(facts.select("dd").eachText())
                .startsWith("Physical")
                .contains("12.5 g")
                .doesNotContain("physical", "g");
        assertThat(facts.select("dd").eachText().getLast()).matches("E\\d{4}");
    }

    @Test
    void flagsEndingsAndPartsAreWordsToo() {
        Exhibit bag = bag("12.5");
        done(rita, bag, "split", Map.of("parts", "0.5 for the laboratory"));
        done(rita, bag, "seal", Map.of("seal", "A-17"));
        done(rita, bag, "break-seal", Map.of("seal", "A-17", "intact", "true", "reason", "To look"));

        String text = page.get(exhibits + "/" + bag.id())
                .page()
                .select("section[aria-labelledby=h-acts]")
                .text();

        assertThat(text)
                .contains("Seal number A-17 The seal was whole Yes Why To look")
                .contains("Parts for the laboratory 0.5 g What remains 12 g");
    }

    @Test
    void theFormOfATakingInIsGroupedUnderHeadings() {
        var form = page.get(exhibits + "/collect").page();

        assertThat(form.select("form.pl-form fieldset > legend").eachText())
                .containsExactly("The item", "Where and from whom", "Time", "Authority", "Method", "Photographs");
        assertThat(form.select("fieldset:has(legend:containsOwn(Authority)) label")
                        .eachText())
                .hasSize(4);
    }

    @Test
    void anItemIsDerivedFromAnother() {
        Exhibit bag = bag("12.5");
        Browser.Answer from = page.get(exhibits + "/" + bag.id());
        String way = from.page()
                .select("section[aria-labelledby=h-custody] a:containsOwn(Derive an item)")
                .attr("href");

        Browser.Answer form = page.get(way);
        Browser.Answer again = page.upload(form, "/collect", Map.of("name", "Swab"));
        Browser.Answer sign = page.upload(again, "/collect", Map.of("description", "Swab of the bag's inside"));
        Browser.Answer swab = page.submit(sign, "/sign", Map.of());

        assertThat(form.page().select("h1").text()).isEqualTo("Derive an item from " + bag.reference());
        assertThat(again.status()).isEqualTo(422);
        assertThat(swab.page().select("section[aria-labelledby=h-acts]").text()).contains("What kind of item Derived");
        assertThat(swab.page()
                        .select("section[aria-labelledby=h-facts] a[href$=/" + bag.id() + "]")
                        .text())
                .isEqualTo(bag.reference());
    }

    @Test
    void nothingIsDerivedByAReaderOrFromWhatIsNotThere() {
        Exhibit bag = bag("12.5");
        Browser reading = working(leo);

        assertThat(reading.get(exhibits + "/" + bag.id()).body()).doesNotContain("Derive an item");
        assertThat(page.get(exhibits + "/collect?of=" + java.util.UUID.randomUUID())
                        .status())
                .isEqualTo(404);
        Browser.Answer form = page.get(exhibits + "/collect");
        String number =
                page.get(exhibits + "?standing=thing").page().select("tbody tr").size() + " exhibits";
        Browser.Answer refused =
                page.upload(form, "/collect", Map.of("name", "Swab", "description", "Swab", "nature", "derived"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select(".pl-fielderr").text())
                .contains("This exhibit is a thing that was not taken out of another, so it is physical.");
        assertThat(page.get(exhibits + "?standing=thing")
                                .page()
                                .select("tbody tr")
                                .size() + " exhibits")
                .isEqualTo(number);
    }

    @Test
    void whatSomethingCanGoIntoIsChosenFromAList() {
        Exhibit bag = bag("12.5");
        Exhibit fits = bag("3");
        Exhibit gone = bag("1");
        done(rita, gone, "merge-out", Map.of("into", fits.id().toString()));
        Exhibit pieces = Acting.as(acting(rita), () -> custodies.register(harbour, "Shells", Optional.empty()));
        done(
                rita,
                pieces,
                "collect",
                Map.of("nature", "physical", "description", "Shells", "quantity", "4", "unit", "pieces"));
        Exhibit nunos = bag("2");
        done(rita, nunos, "transfer-out", Map.of("to", nuno.id().toString(), "reason", "Works on it"));
        done(nuno, nunos, "transfer-in", Map.of());

        Browser.Answer form = page.get(exhibits + "/" + bag.id() + "/acts/new?kind=merge-out");

        assertThat(form.page().select("#f-into option").eachText())
                .containsExactly("Not said", fits.reference() + " Grey bag");
        Browser.Answer sign =
                page.submit(form, "/acts", Map.of("into", fits.id().toString()));
        assertThat(page.submit(sign, "/sign", Map.of())
                        .page()
                        .select("section[aria-labelledby=h-acts]")
                        .text())
                .contains("Into " + fits.reference() + " Quantity 12.5 g");
    }

    @Test
    void whatSomethingCanGoIntoIsNamedByItsNumberOrItsTag() {
        Exhibit bag = bag("12.5");
        Exhibit fits = bag("3");
        Browser.Answer form = page.get(exhibits + "/" + bag.id() + "/acts/new?kind=merge-out");
        Browser.Answer tags = page.submit(
                page.get(exhibits + "/tags?from=" + fits.reference() + "&to=" + fits.reference()), "/tags", Map.of());
        String tag = tags.page().select(".pl-sticker__code").text();

        assertThat(page.submit(form, "/acts", Map.of("into_code", tag)).body())
                .contains("Into")
                .contains(fits.reference());
        assertThat(page.submit(form, "/acts", Map.of("into_code", fits.reference()))
                        .path())
                .contains("/acts/");
        assertThat(error(page.submit(form, "/acts", Map.of("into_code", "E0999"))))
                .contains("“E0999” is the number or tag of no exhibit of this case.");
        assertThat(error(
                        page.submit(form, "/acts", Map.of("into", fits.id().toString(), "into_code", bag.reference()))))
                .contains("“" + bag.reference() + "” is another exhibit than the one chosen from the list.");
        assertThat(page.submit(form, "/acts", Map.of()).status()).isEqualTo(422);
    }

    @Test
    void nothingIsPutIntoAPlaceThatWasClosed() {
        var ada = member(office, "Ada Finch", Role.EVIDENCE_CUSTODIAN);
        Place shed = Acting.as(acting(ada), () -> keeping.make("S", "site", "Old shed", Optional.empty(), ""));
        Place store = Acting.as(acting(ada), () -> keeping.make("Q", "site", "Quay store", Optional.empty(), ""));
        Exhibit bag = bag("12.5");
        String act = exhibits + "/" + bag.id() + "/acts/new?kind=move";
        Browser.Answer before = page.get(act);
        Browser.Answer waiting =
                page.submit(before, "/acts", Map.of("place", shed.id().toString()));
        Acting.as(acting(ada), () -> keeping.close(shed.id(), "The roof leaks"));

        assertThat(page.get(act).page().select("#f-place option").eachText()).containsExactly("Quay store");
        assertThat(error(page.submit(before, "/acts", Map.of("place", shed.id().toString()))))
                .contains("Storage place Old shed is closed; nothing is put there any more. Choose an open one.");
        Browser.Answer late = page.submit(waiting, "/sign", Map.of());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("Storage place Old shed is closed");
        Browser.Answer over = api(rita)
                .json(
                        "POST",
                        "/api/v1" + exhibits + "/" + bag.id() + "/acts",
                        "{\"kind\": \"move\", \"details\": {\"place\": \"" + shed.id() + "\"}}");
        assertThat(over.status()).isEqualTo(422);
        assertThat(over.body()).contains("custody-place-closed");
        assertThat(read(rita, bag.id()).state().place()).isEmpty();
        done(rita, bag, "move", Map.of("place", store.id().toString()));
    }

    private static String error(Browser.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        return answer.page().select(".pl-fielderr").text();
    }

    private void says(org.plumbline.identity.Member who, Exhibit bag, String kind, String words) {
        String said = Acting.as(acting(who), () -> {
            try {
                custodies.prepare(harbour, bag.id(), kind, name -> null);
                return "nothing";
            } catch (Refused refused) {
                return Sentences.of(refused.refusal(), texts);
            }
        });
        assertThat(said).contains(words);
    }
}
