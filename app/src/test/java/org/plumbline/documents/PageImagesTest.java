package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.documents.Harbour.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
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
import tools.jackson.databind.json.JsonMapper;

class PageImagesTest extends ApplicationTest {
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
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening()).id());
    }

    @Test
    void aPageIsDrawnBesideItsTextAndWalkedWithoutScripts() throws IOException {
        String document = ingested("quay.pdf", pdf("The quay was dredged", "Twice, it says"));
        Browser browser = browser(mara);

        var page = browser.get(document + "?page=2").page();
        String there = page.select("[data-page-image] a").attr("href");
        var image = browser.get(there);

        assertThat(there).endsWith("/image?page=2");
        assertThat(image.page().select("img.doc-page").attr("src")).startsWith("data:image/png;base64,");
        assertThat(image.page().select("main").text()).contains("Page 2 of 2");
        assertThat(image.page().select("a[rel=next]")).isEmpty();
        var first = browser.get(image.page().select("a[rel=prev]").attr("href"));
        assertThat(first.page().select("main").text()).contains("Page 1 of 2");
        assertThat(first.page().select("img.doc-page").attr("src"))
                .isNotEqualTo(image.page().select("img.doc-page").attr("src"));
        var text = browser.get(
                first.page().select("a:containsOwn(Text of this page)").attr("href"));
        assertThat(text.page().select(".doc-text").text()).contains("The quay was dredged");
    }

    @Test
    void lookingAtAPageIsOnTheTrailWithItsNumber() throws IOException {
        String document = ingested("quay.pdf", pdf("The quay was dredged", "Twice"));

        browser(mara).get(document + "/image?page=2");

        var trail = JsonMapper.builder()
                .build()
                .readTree(api(mara).get("/api/v1/cases/" + harbour + "/trail").body());
        assertThat(trail.get("items")
                        .valueStream()
                        .filter(e -> e.get("action").stringValue().equals("documents.show-page"))
                        .map(e -> e.get("facts").get("page").stringValue()))
                .containsExactly("2");
    }

    @Test
    void aPageThatCannotBeShownSaysWhy() throws IOException {
        String pdf = ingested("quay.pdf", pdf("The quay was dredged"));
        String text = ingested("quay.txt", "The quay".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Browser browser = browser(mara);

        var beyond = browser.get(pdf + "/image?page=7").page();
        assertThat(beyond.select("main").text())
                .contains("This page can’t be shown as an image", "There is no page 7: the file has 1.");
        assertThat(beyond.select("a[rel=prev]").attr("href")).endsWith("/image?page=1");
        assertThat(browser.get(pdf + "/image?page=0").status()).isEqualTo(404);
        assertThat(browser.get(text + "/image").page().select("main").text()).contains("No reader for text/plain");
    }

    @Test
    void theBrowserDrawsTheOriginalWhereAskedTo() throws IOException {
        String document = ingested("quay.pdf", pdf("The quay was dredged"));
        Browser browser = browser(mara);

        assertThat(browser.get(document).page().select("[data-pdf]")).isEmpty();
        String other = browser.get(document + "/image")
                .page()
                .select("a:containsOwn(Let this browser draw)")
                .attr("href");
        var drawn = browser.get(other).page();
        assertThat(drawn.select("[data-pdf]")).hasSize(1);
        assertThat(browser.get(drawn.select("a:containsOwn(Page image)").attr("href"))
                        .page()
                        .select("[data-page-image]"))
                .hasSize(1);
    }

    @Test
    void aPageIsNotThereForAnotherMember() throws IOException {
        String document = ingested("quay.pdf", pdf("The quay was dredged"));
        Browser other = browser(member(organisation(), "Ines Abernal", Role.INVESTIGATOR));

        assertThat(other.get(document + "/image").status()).isEqualTo(404);
    }

    private String ingested(String name, byte[] bytes) {
        Acting.as(acting(mara), () -> Harbour.ingest(ingestions, harbour, files(name, bytes)));
        var newest = Acting.as(acting(mara), () -> documents.list(harbour, Optional.empty(), 1))
                .getFirst();
        return "/cases/" + harbour + "/documents/" + newest.id();
    }

    private static byte[] pdf(String... pages) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var document = new PDDocument()) {
            for (String words : pages) {
                var page = new PDPage();
                document.addPage(page);
                try (var content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 24);
                    content.newLineAtOffset(72, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            document.save(out);
        }
        return out.toByteArray();
    }
}
