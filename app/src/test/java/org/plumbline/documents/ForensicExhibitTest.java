package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.documents.extract.Extraction;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** A forensic image as an exhibit: kept whole, and what its header states shown as the file's word. */
class ForensicExhibitTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private Ingestions ingestions;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void aCase() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening())).id();
    }

    @Test
    void isKeptWholeAndItsHeaderShown() throws IOException {
        byte[] image = image();
        Exhibit exhibit = received(image);
        String here = "/cases/" + harbour + "/exhibits/" + exhibit.id();

        Browser.Answer page = browser(mara).get(here);

        assertThat(exhibit.content().orElseThrow().digest()).isEqualTo(Digest.of(image));
        assertThat(Acting.as(acting(mara), () -> ingestions.ofExhibit(harbour, exhibit.id(), 10)))
                .singleElement()
                .satisfies(item -> assertThat(item.state()).isEqualTo(ItemState.INDEXED));
        assertThat(page.page().select("section[aria-labelledby=h-stated]").text())
                .contains("What the image's header states", "The words of the file itself", "is not unpacked")
                .contains("Examiner Mara Quill", "Evidence number Q-7", "File of the image 1", "Sectors 96")
                .contains("MD5 a708708137aaf546e21c641043aed7cd");
        assertThat(page.page().select("section[aria-labelledby=h-facts]").text())
                .contains("Forensic image");
        assertThat(api(mara).get("/api/v1" + here).body()).contains("{\"code\":\"examiner\",\"value\":\"Mara Quill\"}");
    }

    @Test
    void ofADamagedOneIsShownWhatCouldBeRead() throws IOException {
        Exhibit exhibit = received(Arrays.copyOf(image(), 1000));

        Browser.Answer page = browser(mara).get("/cases/" + harbour + "/exhibits/" + exhibit.id());
        Browser.Answer derived = browser(mara).get("/cases/" + harbour + "/exhibits/" + exhibit.id() + "/derived");

        assertThat(page.page().select("section[aria-labelledby=h-stated]").text())
                .contains("Case number 2031-0007")
                .doesNotContain("SHA-1");
        assertThat(derived.page().text()).contains("sections: one points outside the file");
    }

    @Test
    void otherFilesStateNothing() throws IOException {
        Exhibit exhibit = received("The quay plan.".getBytes(java.nio.charset.StandardCharsets.UTF_8));

        assertThat(browser(mara)
                        .get("/cases/" + harbour + "/exhibits/" + exhibit.id())
                        .page()
                        .select("section[aria-labelledby=h-stated]"))
                .isEmpty();
    }

    private Exhibit received(byte[] bytes) {
        return Acting.as(acting(mara), () -> {
            Harbour.ingest(ingestions, harbour, Harbour.files("quay.E01", bytes));
            return exhibits.list(harbour, 0, 10).getFirst();
        });
    }

    private static byte[] image() throws IOException {
        try (InputStream in = Extraction.class.getResourceAsStream("images/quay.E01")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }
}
