package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.settings.KnownSettings;
import org.plumbline.testing.ApplicationTest;

/** What the installation was told, where administrators see it. */
class SettingsPageTest extends ApplicationTest {
    @Test
    void everySettingIsShownWithItsValueAndWhereThatComesFrom() {
        Organisation office = organisation();
        Member ada = member(office, "Ada Finch", Role.ADMINISTRATOR);

        var page = browser(ada).get("/admin/settings").page();

        assertThat(page.select("td:first-child").eachText())
                .containsExactlyElementsOf(
                        KnownSettings.all().stream().map(s -> s.key()).toList());
        assertThat(page.select("tr:contains(trail.timestamps.every)").text())
                .contains("How long after one timestamp", "1h", "unless set");
        assertThat(page.select("tr:contains(trail.witnesses)").text()).contains("not set");
        assertThat(api(ada).get("/api/v1/settings").body())
                .contains("\"key\":\"documents.ocr-dpi\",\"value\":\"200\",\"set\":false");
    }

    @Test
    void nobodyElseReadsThem() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);

        assertThat(browser(mara).get("/admin/settings").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/settings").status()).isEqualTo(403);
    }
}
