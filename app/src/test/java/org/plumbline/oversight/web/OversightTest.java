package org.plumbline.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class OversightTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    private Member mara;
    private Member sunniva;
    private Member ada;
    private CaseFile file;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        sunniva = member(organisation, "Sunniva Rask", Role.OVERSEER);
        ada = member(organisation, "Ada Finch", Role.ADMINISTRATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        file = Acting.as(
                acting(mara),
                () -> cases.open(new OpenCase(
                        "Harbour",
                        CaseType.INQUIRY,
                        Caveat.NONE,
                        "",
                        "Inspection Act, section 12",
                        "IO-2031/7",
                        "Contract reconciliation",
                        today.minusDays(1),
                        today.plusDays(30),
                        Optional.empty())));
    }

    @Test
    void theOverseerReadsWhoDidWhatWithoutContent() {
        var trail = browser(sunniva).get("/oversight");
        String opening = trail.page().select("tr:contains(Opened the case) a").attr("href");
        var entry = browser(sunniva).get(opening);

        assertThat(trail.page().text())
                .contains("Mara Quill", "Opened the case")
                .doesNotContain("Harbour 2");
        assertThat(trail.page().select("td[data-label=Records]").text()).doesNotContain("Harbour", file.number());
        assertThat(entry.page().text()).contains(file.id().toString(), "cases.open");
        assertThat(entry.page().select(".pl-hash span").size()).isEqualTo(8);
    }

    @Test
    void theCheckpointIsPrintedForWhoOverseesAndNobodyElse() {
        browser(sunniva).get("/oversight");
        java.time.Instant latest = java.time.Instant.now().plusSeconds(20);
        while (browser(sunniva).get("/oversight/checkpoint").status() != 200) {
            assertThat(java.time.Instant.now()).as("a checkpoint is signed").isBefore(latest);
        }

        assertThat(browser(sunniva).get("/oversight/checkpoint").page().text())
                .containsPattern("log plumbline\\.invalid/trail/[0-9a-f]+ size [0-9]+ root [0-9a-f]{4} ")
                .containsPattern("key [0-9a-f]{8} date 20[0-9]{2}-[0-9]{2}-[0-9]{2}");
        assertThat(browser(mara).get("/oversight/checkpoint").status()).isEqualTo(403);
    }

    @Test
    void theTrailIsNarrowedToRefusals() {
        var refused = browser(ada).get("/cases/" + file.id());

        var page = browser(sunniva).get("/oversight?kind=refusal");

        assertThat(refused.status()).isEqualTo(404);
        assertThat(page.page().select("td[data-label=Outcome]").eachText())
                .isNotEmpty()
                .containsOnly("Refused");
    }

    @Test
    void figuresCountOpeningsAndReadings() {
        var page = browser(sunniva).get("/oversight");

        assertThat(page.page().select("td[data-label='Cases opened']").eachText())
                .contains("1");
    }

    @Test
    void othersAreRefusedTheTrailOfTheOrganisation() {
        assertThat(browser(mara).get("/oversight").status()).isEqualTo(403);
        assertThat(browser(ada).get("/oversight").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/trail").status()).isEqualTo(403);
    }

    @Test
    void anAdministratorSeesNoCaseAndIsToldSo() {
        var home = browser(ada).get("/");
        var list = browser(ada).get("/cases");

        assertThat(home.page().text()).contains("You administer, without content");
        assertThat(list.page().text()).contains("no content of cases").doesNotContain(file.number());
    }
}
