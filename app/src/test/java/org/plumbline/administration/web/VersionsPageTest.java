package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Versions and licences where administrators see them. The bill of materials here is a small one of the tests' own; the
 * acceptance tests hold the real one to what is shipped.
 */
class VersionsPageTest extends ApplicationTest {
    @Test
    void everyPartIsNamedWithItsVersion() {
        Member ada = administrator();

        var page = browser(ada).get("/admin/versions").page();
        JsonNode api = JsonMapper.shared()
                .readTree(api(ada).get("/api/v1/admin/versions").body());

        var own = page.expectFirst("section[aria-labelledby=h-own]");
        assertThat(own.select("dt").eachText())
                .contains(
                        "Plumbline", "Commit", "Java", "PostgreSQL", "Apache Lucene", "Apache Tika", "Reading of scans")
                .contains("Form of entries of the trail", "Form of backups", "Form of the records")
                // A part without words would be shown by its key.
                .noneMatch(word -> word.contains("version."));
        assertThat(own.text())
                .contains(
                        "plumbline.org/entry@v1",
                        "built from source",
                        Runtime.version().toString());
        assertThat(api.required("parts")
                        .valueStream()
                        .map(part -> part.required("part").asString()))
                .contains("java", "postgresql", "lucene", "tika", "ocr", "entry", "index", "backup");
    }

    @Test
    void librariesAreFoundByNameAndByLicence() {
        Member ada = administrator();

        var all = browser(ada).get("/admin/versions").page();
        var byLicence = browser(ada).get("/admin/versions?q=epl-2").page();
        var byName = api(ada).get("/api/v1/admin/versions/libraries?q=HTMX").body();
        var none = browser(ada).get("/admin/versions?q=zyxquill").page();

        assertThat(all.select("#h-libraries ~ small, .pl-panel__head small").text())
                .contains("4 parts of 4");
        assertThat(all.text()).contains("org.example:nowhere 1 not stated", "org.webjars.npm:htmx.org in the browser");
        assertThat(byLicence.select("tbody tr").eachText())
                .singleElement()
                .asString()
                .contains("logback-classic");
        assertThat(byName).contains("\"name\":\"htmx.org\"", "\"browser\":true").doesNotContain("commons-csv");
        assertThat(none.text()).contains("No library has these words");
    }

    @Test
    void aTextIsReadFromTheArchiveThatBringsItAndNothingElseIs() {
        Member ada = administrator();
        var browser = browser(ada);

        String link = browser.get("/admin/versions?q=commons-csv")
                .page()
                .expectFirst("tbody a:contains(NOTICE)")
                .attr("href");
        var notice = browser.get(link);
        var other = browser.get("/admin/versions/text?part=org.apache.commons:commons-csv&name=META-INF/MANIFEST.MF");
        var absent = browser.get("/admin/versions/text?part=org.example:nowhere&name=LICENSE");

        assertThat(notice.body()).contains("Apache Commons CSV");
        assertThat(notice.header("content-type")).startsWith("text/plain");
        assertThat(other.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(browser.get("/admin/versions/text?part=plumbline&name=../application.yml")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void nobodyElseReadsThem() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);

        assertThat(browser(mara).get("/admin/versions").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/admin/versions").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/admin/versions/libraries").status()).isEqualTo(403);
    }

    private Member administrator() {
        return member(organisation(), "Ada Finch", Role.ADMINISTRATOR);
    }
}
