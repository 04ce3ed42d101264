package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.plumbline.documents.Harbour.files;
import static org.plumbline.documents.Harbour.item;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.documents.extract.ReadingTools;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** In which languages the scans of a case are read, and reading again what was read in others. */
class OcrLanguagesTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Readings readings;

    @Autowired
    private OcrLanguages languages;

    @Autowired
    private ExtractorPool pool;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void people() {
        assumeTrue(ReadingTools.ocrLanguages(pool.settings()).contains("deu"), "tesseract with German is not here");
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        harbour = asMara(() -> cases.open(Harbour.opening()).id());
    }

    @Test
    void aCaseWithoutAChoiceReadsItsScansAsTheInstallationDoes() {
        OcrLanguages.Standing standing = asMara(() -> languages.read(harbour));

        assertThat(standing.choice()).isEmpty();
        assertThat(standing.now()).isEqualTo(pool.settings().ocrLanguages());
        assertThat(standing.installed()).contains("deu", "eng").doesNotContain("osd");
    }

    @Test
    void scansReadInOtherLanguagesAreOfferedAndReadAgainInTheChosenOnes() throws IOException {
        byte[] scan = picture("HARBOUR LEDGER");
        var summary = asMara(
                () -> Harbour.ingest(ingestions, harbour, files("scan.png", scan, "note.txt", "No scan in here.")));
        UUID ingestion = summary.ingestion().id();
        assertThat(newest(ingestion, "scan.png").ocrLanguages())
                .isEqualTo(pool.settings().ocrLanguages());
        assertThat(newest(ingestion, "note.txt").ocrLanguages()).isEmpty();
        assertThat(asMara(() -> readings.otherLanguages(harbour, ingestion))).isZero();

        var sent = choose("deu");

        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.page().select(".pl-alert, .is-bad")).isEmpty();
        assertThat(asMara(() -> languages.read(harbour)).now()).containsExactly("deu");
        assertThat(asMara(() -> languages.read(harbour)).others())
                .singleElement()
                .satisfies(other -> {
                    assertThat(other.ingestion()).isEqualTo(ingestion);
                    assertThat(other.files()).isEqualTo(1);
                });
        var page = browser(mara).get("/cases/" + harbour + "/ocr-languages").page();
        assertThat(page.select("input[name=languages][checked]").eachAttr("value"))
                .containsExactly("deu");
        assertThat(page.select("form[action$=/read-again] input[name=which]").eachAttr("value"))
                .containsExactly("scans");
        asMara(() -> readings.again(harbour, ingestion, "scans"));
        asMara(() -> Harbour.settled(ingestions, harbour, ingestion));
        assertThat(newest(ingestion, "scan.png").ocrLanguages()).containsExactly("deu");
        assertThat(times(ingestion, "note.txt")).hasSize(1);
        assertThat(asMara(() -> readings.otherLanguages(harbour, ingestion))).isZero();
        assertThat(browser(mara)
                        .get("/cases/" + harbour + "/documents/" + document(ingestion, "scan.png") + "/readings")
                        .page()
                        .text())
                .contains("Scans in: deu");
    }

    @Test
    void choosingNoneGoesBackToTheLanguagesOfTheInstallation() {
        asMara(() -> languages.choose(harbour, List.of("deu")));

        asMara(() -> languages.choose(harbour, List.of()));

        assertThat(asMara(() -> languages.read(harbour)).now())
                .isEqualTo(pool.settings().ocrLanguages());
    }

    @Test
    void aLanguageThatIsNotInstalledIsRefusedWithThoseThatAre() {
        assertThatThrownBy(() -> asMara(() -> languages.choose(harbour, List.of("eng", "xyz"))))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    var field = refused.refusal().fields().getFirst();
                    assertThat(field.code()).isEqualTo("ocr-language-not-there");
                    assertThat(field.arguments()).containsEntry("value", "xyz");
                    assertThat(field.arguments().get("installed")).contains("deu");
                });
        var page = choose("xyz");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().text()).contains("“xyz” is not a language that scans can be read in here.");
        assertThat(asMara(() -> languages.read(harbour)).choice()).isEmpty();
    }

    @Test
    void moreThanEightLanguagesAreRefused() {
        assertThatThrownBy(() -> asMara(() -> languages.choose(harbour, java.util.Collections.nCopies(9, "eng"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(
                                        refused.refusal().fields().getFirst().code())
                                .isEqualTo("ocr-languages-too-many"));
    }

    @Test
    void theApiSaysAndChoosesTheSame() {
        var api = api(mara);

        var chosen = api.json("POST", "/api/v1/cases/" + harbour + "/ocr-languages", "{\"languages\": [\"deu\"]}");

        assertThat(chosen.status()).isEqualTo(200);
        assertThat(chosen.body()).contains("\"chosen\":[\"deu\"]").contains("\"now\":[\"deu\"]");
        assertThat(api.get("/api/v1/cases/" + harbour + "/ocr-languages").body())
                .isEqualTo(chosen.body());
    }

    private Browser.Answer choose(String language) {
        var browser = browser(mara);
        return browser.submit(
                browser.get("/cases/" + harbour + "/ocr-languages"), "/ocr-languages", Map.of("languages", language));
    }

    private PastReading newest(UUID ingestion, String path) {
        return times(ingestion, path).getFirst();
    }

    private List<PastReading> times(UUID ingestion, String path) {
        return asMara(() -> readings.history(harbour, document(ingestion, path)))
                .times();
    }

    private UUID document(UUID ingestion, String path) {
        return item(asMara(() -> ingestions.items(harbour, ingestion, Optional.empty(), Optional.empty(), 100)), path)
                .document()
                .orElseThrow();
    }

    private static byte[] picture(String words) throws IOException {
        var image = new BufferedImage(900, 160, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 56));
        graphics.drawString(words, 40, 100);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private <T> T asMara(Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }
}
