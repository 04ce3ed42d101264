package org.plumbline.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.entities.Entities;
import org.plumbline.entities.Sources;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** The pages and the API of charts, walked without scripts. */
class ChartPagesTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Entities entities;

    @Autowired
    private Sources sources;

    private Member mara;
    private ChartWorld world;
    private String charts;

    @BeforeEach
    void harbour() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        world = Acting.as(acting(mara), () -> ChartWorld.make(cases, sources, entities));
        charts = "/cases/" + world.id() + "/charts";
    }

    private Browser.Answer begun(Browser browser) {
        var list = browser.get(charts + "?entity=" + world.crane());
        return browser.submit(list, "/charts", Map.of("title", "Who owns the cranes"));
    }

    @Test
    void aChartBegunFromAnEntityShowsItsTablesWithoutScripts() {
        var browser = browser(mara);

        var page = begun(browser);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.page().select("h1").text()).contains("Who owns the cranes");
        assertThat(page.page().select("[data-rows=nodes] tr")).hasSize(1);
        assertThat(page.page().select("[data-rows=nodes] a").attr("href")).endsWith("/entities/" + world.crane());
        assertThat(page.page().select("[data-chart]").attr("data-editable")).isEqualTo("true");
        assertThat(page.page().select("[data-chart]").attr("data-words")).contains("{nodes} entities");
        assertThat(browser.get(charts).page().select("td a").text()).isEqualTo("Who owns the cranes");
    }

    @Test
    void aChartWithoutATitleIsRefusedBesideItsField() {
        var browser = browser(mara);

        var again = browser.submit(browser.get(charts), "/charts", Map.of("title", " "));

        assertThat(again.status()).isEqualTo(422);
        assertThat(again.page().select("#f-title[aria-invalid=true]")).hasSize(1);
    }

    @Test
    void theScriptsAddressesAnswerAsTheContractSays() {
        var browser = browser(mara);
        var page = begun(browser).page().select("[data-chart]");
        var json = JsonMapper.shared();

        var data = json.readTree(browser.get(page.attr("data-data-url")).body());
        var more = json.readTree(browser.get(page.attr("data-expand-url") + "?node=" + world.crane())
                .body());
        var menu = json.readTree(browser.get(page.attr("data-neighbours-url") + "?node=" + world.crane())
                .body());
        var details = browser.get(page.attr("data-details-url") + "?node=" + world.orla());

        assertThat(data.path("version").asInt()).isEqualTo(1);
        assertThat(data.path("nodes").path(0).has("x")).isFalse();
        assertThat(more.path("nodes").size()).isEqualTo(3);
        assertThat(more.path("links")
                        .path(0)
                        .path("sources")
                        .path(0)
                        .path("label")
                        .asString())
                .startsWith("Register of companies");
        assertThat(menu.path("total").asInt()).isEqualTo(3);
        assertThat(details.body()).contains("Orla Venn", "witness");
        assertThat(browser.get(page.attr("data-suggest-url") + "?q=heron").body())
                .contains("Heron Barges");
    }

    @Test
    void aSaveNeedsItsVersionAndTheToken() {
        var browser = browser(mara);
        var page = begun(browser).page().select("[data-chart]");
        String layout = page.attr("data-layout-url");
        String body = "{\"title\":\"Cranes\",\"nodes\":[{\"id\":\"" + world.crane()
                + "\",\"x\":1.5,\"y\":2,\"pinned\":true,\"hidden\":false}],\"filter\":{\"undated\":true}}";
        String header = page.attr("data-csrf-header");
        String token = page.attr("data-csrf-token");

        assertThat(browser.json("PUT", layout, body, "If-Match", "\"1\"").status())
                .isEqualTo(403);
        assertThat(browser.json("PUT", layout, body, header, token).status()).isEqualTo(428);
        var saved = browser.json("PUT", layout, body, header, token, "If-Match", "\"1\"");
        var stale = browser.json("PUT", layout, body, header, token, "If-Match", "\"1\"");

        assertThat(saved.body()).contains("\"version\":2", "saved_at");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("\"version\":2", "\"by\":\"Mara Quill\"");
        assertThat(browser.json("POST", page.attr("data-export-url"), "{\"format\":\"svg\"}", header, token)
                        .status())
                .isEqualTo(204);
        assertThat(browser.json("POST", page.attr("data-copy-url"), body, header, token)
                        .status())
                .isEqualTo(201);
    }

    @Test
    void theApiDoesWhatThePageDoes() {
        var api = api(mara);
        String all = "/api/v1/cases/" + world.id() + "/charts";

        var made = api.json("POST", all, "{\"title\":\"Cranes\",\"entities\":[\"" + world.crane() + "\"]}");
        String one = made.header("Location");
        var read = api.get(one);
        var body = "{\"title\":\"Cranes\",\"nodes\":[{\"id\":\"" + world.crane() + "\",\"x\":0,\"y\":0}]}";
        var saved = api.json("PUT", one, body, "If-Match", read.header("ETag"));
        var stale = api.json("PUT", one, body, "If-Match", read.header("ETag"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(saved.header("ETag")).isEqualTo("\"2\"");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("chart-saved-meanwhile");
        assertThat(api.json("PUT", one, body).status()).isEqualTo(428);
        assertThat(api.get(all).body()).contains("\"title\":\"Cranes\"");
        assertThat(api.get(one + "/expansion?node=" + world.crane() + "&from=2031-99")
                        .status())
                .isEqualTo(422);
        assertThat(api.get(one + "/versions").body()).contains("\"version\":2");
        assertThat(api.json("POST", one + "/exports", "{\"format\":\"png\"}").status())
                .isEqualTo(204);
        assertThat(api.get("/api/v1/cases/" + java.util.UUID.randomUUID() + "/charts")
                        .status())
                .isEqualTo(404);
    }
}
