package org.plumbline.custody.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.custody.Kind;
import org.plumbline.engine.evidence.custody.Rule;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Refused;
import org.plumbline.site.Language;
import org.plumbline.site.Phrasebook;
import org.plumbline.site.Sentences;
import org.plumbline.site.Texts;
import org.plumbline.testing.Browser;

/** Custody on pages, without JavaScript, and what its refusals say. */
class CustodyPagesTest extends HarbourCustody {
    private final Texts texts = new Phrasebook().texts(Language.ENGLISH, java.time.ZoneId.of("UTC"));

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
