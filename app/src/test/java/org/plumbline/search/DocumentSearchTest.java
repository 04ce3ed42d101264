package org.plumbline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.documents.Ingestions;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** An ingested file is found, and its hits are shown in its text. */
class DocumentSearchTest extends ApplicationTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Search search;

    @Test
    void anIngestedFileIsFoundWithItsFacetsAndItsHitsAreNamedByPlace() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        CaseFile harbour = Acting.as(acting(mara), () -> cases.open(harbour()));
        String text = "Harbour Ledger\n\nThe stevedore was paid twice for the north quay.\n";
        Acting.as(acting(mara), () -> {
            var ingestion = ingestions.begin(harbour.id(), "Ledger", Optional.of(1), Optional.empty());
            ingestions.add(
                    harbour.id(),
                    ingestion.id(),
                    Received.of("papers/ledger.txt", Origin.COMMAND),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return ingestions.complete(harbour.id(), ingestion.id());
        });
        untilFound(mara, "stevedore");

        Browser browser = browser(mara);
        Browser.Answer page = browser.get("/cases/" + harbour.id() + "/search?q=%22paid+twice%22");
        Element hit = page.page().expectFirst(".pl-hit");
        assertThat(hit.text()).contains("paid twice", "ledger.txt", "Text");
        assertThat(page.page().select(".pl-narrow a").eachText()).contains("Text 1", "Document 1");

        String document = hit.expectFirst("a").attr("href").replaceAll("\\?.*", "");
        int start = text.indexOf("paid");
        assertThat(browser.get(document + "/places?q=%22paid+twice%22").body())
                .contains("\"start\":" + start, "\"end\":" + (start + "paid twice".length()));
        Element bar = browser.get(document + "/hits?q=%22paid+twice%22").page().expectFirst("[data-hits]");
        assertThat(bar.attr("data-hits")).isEqualTo(start + "-" + (start + "paid twice".length()));
        Browser.Answer shown = browser.get(document + "?q=stevedore");
        assertThat(shown.page().expectFirst("[data-text-start]").wholeText()).contains("stevedore was paid");
        assertThat(browser.get(document + "/preview?q=stevedore").body()).doesNotContain("<html");
        Member other = member(organisation(), "Ines Abernal", Role.INVESTIGATOR);
        assertThat(browser(other).get(document + "/places?q=stevedore").status())
                .isEqualTo(404);
    }

    private void untilFound(Member member, String query) {
        Instant end = Instant.now().plus(PATIENCE);
        var never = new CountDownLatch(1);
        try {
            while (!(Acting.as(acting(member), () -> search.find(Asked.of(query, Optional.empty())))
                            instanceof Finding.Found found
                    && found.total() == 1)) {
                assertThat(Instant.now()).as("waiting for the document").isBefore(end);
                never.await(100, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OpenCase harbour() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour works",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(2),
                today.plusDays(30),
                Optional.empty());
    }
}
