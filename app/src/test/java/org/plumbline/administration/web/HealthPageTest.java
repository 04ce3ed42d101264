package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is there, what is missing and what fails, where administrators see it. */
class HealthPageTest extends ApplicationTest {
    @Test
    void eachPartIsShownWithItsStateWhatThatMeansAndWhatToDo() {
        Member ada = member(organisation(), "Ada Finch", Role.ADMINISTRATOR);

        var page = browser(ada).get("/admin/health").page();

        assertThat(page.select("td:first-child").eachText())
                .containsExactlyInAnyOrder(
                        "Disk",
                        "Clock",
                        "Database",
                        "Clocks",
                        "The trail’s seal",
                        "Times on the trail",
                        "Witnesses",
                        "Mail",
                        "Timestamps",
                        "Background work",
                        "Walls around reading",
                        "Reading of scans",
                        "Archives and mailboxes of rare kinds",
                        "Fonts of reports",
                        "Search index",
                        "Vault",
                        "Backup");
        assertThat(page.select("tr:contains(Witnesses)").text())
                .contains("Missing", "Nobody outside countersigns", "trail.witnesses");
        // The tests' own server answers before data is on the disk.
        assertThat(page.expectFirst("tbody tr").text()).contains("Database", "Failing", "a power cut loses");
    }

    @Test
    void theApiSaysTheSame() {
        Member ada = member(organisation(), "Ada Finch", Role.ADMINISTRATOR);

        JsonNode list = JsonMapper.shared()
                .readTree(api(ada).get("/api/v1/admin/health").body());

        JsonNode first = list.path("items").path(0);
        assertThat(first.required("part").asString()).isEqualTo("database");
        assertThat(first.required("state").asString()).isEqualTo("failing");
        assertThat(first.required("code").asString()).isEqualTo("not-durable");
        assertThat(first.required("facts").required("version").asString()).startsWith("18");
        assertThat(first.required("next").asString()).contains("fsync");
    }

    @Test
    void nobodyElseReadsItOrMakesABundle() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);

        assertThat(browser(mara).get("/admin/health").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/admin/health").status()).isEqualTo(403);
        assertThat(api(mara).json("POST", "/api/v1/admin/support-bundle", "").status())
                .isEqualTo(403);
        assertThat(browser().get("/healthz").body()).isEqualTo("ok\n");
    }
}
