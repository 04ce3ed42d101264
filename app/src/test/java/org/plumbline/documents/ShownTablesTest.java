package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.documents.Harbour.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ShownTablesTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Documents documents;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void people() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR, Role.SUPERVISOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening()).id());
    }

    @Test
    void sheetsAreOpenedFromTheirDocumentAndEachCellStandsUnderItsLetter() throws IOException {
        String document = ingested("payments.xlsx", workbook());
        Browser browser = browser(mara);

        var first = browser.get(browser.get(document)
                        .page()
                        .select("a:containsOwn(cell by cell)")
                        .attr("href"))
                .page();

        assertThat(first.select("main").text()).contains("4 rows, 3 columns", "1 to 4 of 4");
        assertThat(first.select("thead th").eachText()).containsExactly("Row", "A", "B", "C");
        assertThat(first.select("tbody tr").get(3).children().stream().map(Element::text))
                .containsExactly("4", "", "120", "");
        var second = browser.get(first.select("nav[aria-label=Tables] a").get(1).attr("href"))
                .page();
        assertThat(second.select("nav[aria-label=Tables] [aria-current=page]").text())
                .startsWith("Berths");
        assertThat(second.select("tbody td").eachText()).containsExactly("7");
    }

    @Test
    void rowsAreWalkedThroughByPages() {
        String document = ingested("long.csv", numbered(250));
        Browser browser = browser(mara);

        var second = browser.get(browser.get(document + "/tables")
                        .page()
                        .select("a[rel=next]")
                        .attr("href"))
                .page();
        var third = browser.get(second.select("a[rel=next]").attr("href")).page();

        assertThat(second.select("tbody tr").eachText().getFirst()).isEqualTo("101 101 a");
        assertThat(third.select("main").text()).contains("201 to 250 of 250");
        assertThat(third.select("a[rel=next]")).isEmpty();
        assertThat(third.select("a[rel=prev]").attr("href")).endsWith("?table=1&from=101");
    }

    @Test
    void aTableIsSavedWithoutFormulas() {
        String document = ingested("sums.csv", "a;=1+1;-5,20;@x;+49 30 1\n".getBytes(StandardCharsets.UTF_8));

        var saved = browser(mara).get(document + "/tables/csv");

        assertThat(saved.body()).isEqualTo("a,'=1+1,\"-5,20\",'@x,'+49 30 1\r\n");
        assertThat(saved.header("Content-Disposition")).contains("E0001-table-1.csv");
        assertThat(browser(mara)
                        .get(document + "/tables/csv?table=3")
                        .page()
                        .select("main")
                        .text())
                .contains("There is no table 3: the file has one.");
        assertThat(actions()).contains("documents.save-table");
    }

    @Test
    void theApiGivesRowsAndTheCursorOfTheRest() {
        String path = "/api/v1" + ingested("long.csv", numbered(30));

        JsonNode rows = json(path + "/tables?from=11&limit=10");

        assertThat(rows.get("rows").size()).isEqualTo(10);
        assertThat(rows.get("rows").get(0).get(0).stringValue()).isEqualTo("11");
        assertThat(rows.get("tables").get(0).get("rows").intValue()).isEqualTo(30);
        assertThat(rows.get("next").intValue()).isEqualTo(21);
        assertThat(json(path + "/tables?from=21&limit=10").has("next")).isFalse();
        JsonNode none = json(path + "/tables?table=2");
        assertThat(none.get("why").get(0).get("sentence").stringValue())
                .isEqualTo("There is no table 2: the file has one.");
        String many = "/api/v1"
                + ingested(
                        "many.html",
                        "<table><tr><td>t</td></tr></table>".repeat(1_001).getBytes(StandardCharsets.UTF_8));
        assertThat(json(many + "/tables?table=1001").get("rows").size()).isZero();
        assertThat(api(mara).get(path + "/tables?table=0").status()).isEqualTo(404);
    }

    @Test
    void whatHasNoTableSaysSoAndLookingIsOnTheTrail() {
        String text = ingested("quay.txt", "The quay".getBytes(StandardCharsets.UTF_8));
        Browser browser = browser(mara);

        assertThat(browser.get(text).page().select("a:containsOwn(cell by cell)"))
                .isEmpty();
        assertThat(browser.get(text + "/tables").page().select("main").text()).contains("No table can be shown");
        assertThat(actions()).contains("documents.show-table");
        Browser other = browser(member(organisation(), "Ines Abernal", Role.INVESTIGATOR));
        assertThat(other.get(text + "/tables").status()).isEqualTo(404);
    }

    @Test
    void theApiGivesTheImageOfAPageOrSaysWhyNot() {
        String path = "/api/v1" + ingested("quay.txt", "The quay".getBytes(StandardCharsets.UTF_8));
        String picture = "/api/v1" + ingested("dot.png", DOT);

        var image = api(mara).bytes(picture + "/image");
        var none = api(mara).get(path + "/image");

        assertThat(image.content()).startsWith(0x89, 'P', 'N', 'G');
        assertThat(api(mara).get(picture + "/image").header("Content-Type")).isEqualTo("image/png");
        assertThat(none.status()).isEqualTo(409);
        assertThat(none.body()).contains("page-not-drawn", "No reader for text/plain");
        assertThat(api(mara).get(picture + "/image?page=0").status()).isEqualTo(404);
    }

    /** One red point as PNG. */
    private static final byte[] DOT = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC");

    private List<String> actions() {
        return json("/api/v1/cases/" + harbour + "/trail")
                .get("items")
                .valueStream()
                .map(e -> e.get("action").stringValue())
                .toList();
    }

    private JsonNode json(String path) {
        return JSON.readTree(api(mara).get(path).body());
    }

    private String ingested(String name, byte[] bytes) {
        Acting.as(acting(mara), () -> Harbour.ingest(ingestions, harbour, files(name, bytes)));
        var newest = Acting.as(acting(mara), () -> documents.list(harbour, Optional.empty(), 1))
                .getFirst();
        return "/cases/" + harbour + "/documents/" + newest.id();
    }

    private static byte[] numbered(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(i -> i + ",a\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (Workbook workbook = new XSSFWorkbook()) {
            var payments = workbook.createSheet("Payments");
            var head = payments.createRow(0);
            head.createCell(0).setCellValue("Paid");
            head.createCell(2).setCellValue("Sum");
            payments.createRow(3).createCell(1).setCellValue(120);
            workbook.createSheet("Berths").createRow(0).createCell(0).setCellValue("7");
            workbook.write(out);
        }
        return out.toByteArray();
    }
}
