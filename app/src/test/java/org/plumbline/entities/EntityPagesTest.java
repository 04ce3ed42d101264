package org.plumbline.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Acting;
import org.plumbline.testing.Browser;

/** Entities on pages and over the API. */
class EntityPagesTest extends EntitiesFixture {
    @Test
    void anotherOrganisationFindsNothing() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");

        assertThatThrownBy(
                        () -> Acting.as(acting(nuno), () -> entities.read(harbour, tidewater.id(), Optional.empty())))
                .satisfies(e -> assertThat(code(e)).isEqualTo("absent"));
        assertThat(browser(nuno)
                        .get("/cases/" + harbour + "/entities/" + tidewater.id())
                        .status())
                .isEqualTo(404);
        assertThat(api(nuno).get("/api/v1/cases/" + harbour + "/entities").status())
                .isEqualTo(404);
    }

    @Test
    void contradictingValuesStandSideBySideOnThePage() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");
        say(tidewater, "incorporationDate", "2019-04-02", article);
        say(tidewater, "incorporationDate", "2021-01-15", register);

        var page = browser(mara)
                .get("/cases/" + harbour + "/entities/" + tidewater.id())
                .page();

        assertThat(page.select(".pl-conflict__side")).hasSize(2);
    }

    @Test
    void pagesWorkWithoutScripts() {
        Browser browser = browser(mara);
        String base = "/cases/" + harbour + "/entities";
        var form = browser.get(base + "/new?schema=Company");
        var refused = browser.submit(form, "/entities", Map.of("p-name", "", "source", article.toString()));
        assertThat(refused.status()).isEqualTo(422);

        var made = browser.submit(form, "/entities", Map.of("p-name", "Eelgrass Ltd", "sourceTitle", "Ledger"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.page().select("h1").text()).isEqualTo("Eelgrass Ltd");

        var add = browser.get(made.path() + "/add?property=jurisdiction");
        var wrong = browser.submit(add, "/statements", Map.of("value", "Atlantis", "source", article.toString()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Atlantis");
        var added = browser.submit(add, "/statements", Map.of("value", "pt", "source", article.toString()));
        String statement =
                added.page().select("a[href*=/statements/]").eachAttr("href").getLast();
        var gone = browser.submit(browser.get(statement), "/retract", Map.of("reason", "Read again"));
        assertThat(gone.body()).contains("Read again");
        for (String place : List.of("/sources", "/sources/" + article, "/collections")) {
            assertThat(browser.get("/cases/" + harbour + place).status())
                    .as(place)
                    .isEqualTo(200);
        }
    }

    @Test
    void theApiMakesReadsAndRetracts() {
        Browser api = api(mara);
        String base = "/api/v1/cases/" + harbour;

        var made = api.json(
                "POST",
                base + "/entities",
                "{\"schema\":\"Company\",\"statements\":[{\"property\":\"name\","
                        + "\"value\":\"Eelgrass Ltd\",\"source\":\"" + article + "\"}]}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(api.get(base + "/entities?q=eelgrass").body()).contains("Eelgrass Ltd");
        assertThat(api.get(made.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .body())
                .contains("recorded_at");
        var refused = api.json("POST", base + "/entities", "{\"schema\":\"Person\",\"statements\":[]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("person-without-role");
    }
}
