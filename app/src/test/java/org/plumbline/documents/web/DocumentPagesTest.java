package org.plumbline.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.documents.Harbour;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.Browser.Upload;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentPagesTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Cases cases;

    private Member mara;
    private Member ines;
    private CaseFile harbour;
    private String home;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening()));
        home = "/cases/" + harbour.id();
    }

    @Test
    void aPersonWithoutScriptsHandsFilesInReadsTheLedgerAndADocument() {
        Browser browser = browser(mara);
        var documents = browser.get(home + "/documents");

        var ledger = browser.upload(
                documents,
                "/ingestions",
                Map.of("title", "Quay papers"),
                Upload.of("files", "quay.txt", "The quay was dredged twice."),
                Upload.of("files", "empty.txt", ""));
        ledger = settled(browser, ledger.path());

        assertThat(ledger.page().select("main h1").text()).isEqualTo("Quay papers");
        assertThat(ledger.page().select(".pl-strip b").eachText()).containsExactly("2", "1", "1");
        assertThat(ledger.page().select(".pl-strip span").eachText()).containsExactly("all items", "Read", "Empty");
        assertThat(browser.get(ledger.path() + "?state=empty")
                        .page()
                        .select("table tbody tr")
                        .size())
                .isEqualTo(1);
        String href = ledger.page().select("a:containsOwn(quay.txt)").attr("href");
        var document = browser.get(href);
        assertThat(document.page().select(".doc-text").text()).contains("dredged twice");
        assertThat(document.page().select("main h1").text()).contains("E0001");
        assertThat(browser.get(home + "/documents").page().select("td a").eachText())
                .contains("quay.txt");
        var exhibits = browser.get(home + "/exhibits");
        assertThat(exhibits.page().select("tbody tr").size()).isEqualTo(2);
        assertThat(exhibits.page().text()).contains("sealed under this case’s own key");
        var exhibit = browser.get(exhibits.page().select("tbody td a").attr("href"));
        assertThat(exhibit.page().select(".pl-hash span").eachText()).hasSize(8).allMatch(group -> group.length() == 8);
        assertThat(browser.get(exhibit.path() + "/derived").page().text()).contains("quay.txt", "Read");
    }

    @Test
    void aFormWithoutFilesIsRefusedWithASentence() {
        Browser browser = browser(mara);

        var answer = browser.upload(browser.get(home + "/documents"), "/ingestions", Map.of("title", "Nothing"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().text()).contains("Choose at least one file.");
        assertThat(answer.page().select("input[name=title]").val()).isEqualTo("Nothing");
    }

    @Test
    void theOriginalComesInRangesSavedInASandboxAndNeverKept() {
        Browser api = api(mara);
        String ingestion = ingest(api, "quay.txt", "The quay was dredged twice.");
        String exhibit = json(api.get(ingestion + "/items"))
                .path("items")
                .path(0)
                .path("exhibit")
                .stringValue("");

        var part = api.get("/api/v1" + home + "/exhibits/" + exhibit + "/content", "Range", "bytes=4-7");

        assertThat(part.status()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("quay");
        assertThat(part.header("Content-Disposition")).startsWith("attachment");
        assertThat(part.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(part.header("Cache-Control")).contains("no-store");
        assertThat(part.header("Content-Security-Policy")).contains("sandbox");
    }

    @Test
    void theApiWalksFromFileToText() {
        Browser api = api(mara);

        String ingestion = ingest(api, "box/quay.txt", "The quay was dredged twice.");

        JsonNode item =
                json(api.get(ingestion + "/items?state=indexed")).path("items").path(0);
        assertThat(item.path("path").stringValue("")).isEqualTo("box/quay.txt");
        String document = item.path("document").stringValue("");
        String documents = "/api/v1" + home + "/documents";
        assertThat(json(api.get(documents + "/" + document)).path("media_type").stringValue(""))
                .isEqualTo("text/plain");
        assertThat(json(api.get(documents + "/" + document + "/text"))
                        .path("text")
                        .stringValue(""))
                .contains("dredged twice");
        assertThat(json(api.get(documents)).path("items").size()).isEqualTo(1);
        var stale = api.bytes("POST", ingestion + "/items/" + item.path("id").stringValue("") + "/retry", new byte[0]);
        assertThat(stale.status()).isEqualTo(428);
    }

    @Test
    void nothingOfItIsThereForAnotherMember() {
        String ingestion = ingest(api(mara), "quay.txt", "Words.");
        Browser other = api(ines);

        assertThat(other.get(ingestion).status()).isEqualTo(404);
        assertThat(other.get("/api/v1" + home + "/exhibits").status()).isEqualTo(404);
        assertThat(other.get("/api/v1" + home + "/documents").status()).isEqualTo(404);
        assertThat(other.bytes("POST", ingestion + "/files?path=x.txt", "x".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(404);
        assertThat(browser(ines).get(home + "/documents").status()).isEqualTo(404);
    }

    @Test
    void markupOfADocumentIsShownAsText() {
        Browser browser = browser(mara);
        var ledger = browser.upload(
                browser.get(home + "/documents"),
                "/ingestions",
                Map.of(),
                Upload.of("files", "x.txt", "<script>alert(1)</script> and <b>bold</b>"));

        var document = browser.get(settled(browser, ledger.path())
                .page()
                .select("a:containsOwn(x.txt)")
                .attr("href"));

        assertThat(document.page().select("main script")).isEmpty();
        assertThat(document.page().select("main b:containsOwn(bold)")).isEmpty();
        assertThat(document.page().select(".doc-text").text()).contains("<script>alert(1)</script>");
    }

    private String ingest(Browser api, String path, String words) {
        String ingestions = "/api/v1" + home + "/ingestions";
        var begun = api.json("POST", ingestions, "{\"title\":\"Quay\",\"expected\":1}");
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        String ingestion = ingestions + "/" + json(begun).path("id").stringValue("");
        var added = api.bytes("POST", ingestion + "/files?path=" + path, words.getBytes(StandardCharsets.UTF_8));
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        assertThat(api.json("POST", ingestion + "/complete", "{}").status()).isEqualTo(200);
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (json(api.get(ingestion)).path("open").longValue(1) > 0) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(100_000_000);
        }
        return ingestion;
    }

    private static Browser.Answer settled(Browser browser, String ledger) {
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (true) {
            var page = browser.get(ledger);
            assertThat(page.status()).as(page.body()).isEqualTo(200);
            if (page.page().select("progress").isEmpty()) {
                return page;
            }
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(100_000_000);
        }
    }

    private static JsonNode json(Browser.Answer answer) {
        return JSON.readTree(answer.body());
    }
}
