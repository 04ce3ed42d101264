package org.plumbline.custody.tags;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.EveryWrite;
import org.plumbline.testing.Writes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Tags are made and printed, and lead back for whom may see the thing; for everybody else there is no such code. */
class TagsTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    private Organisation office;
    private Member mara;
    private Browser lead;
    private Browser page;
    private String base;
    private String casePage;

    @BeforeEach
    void aCaseWithThreeExhibits() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        lead = api(mara);
        page = browser(mara);
        var writes = new EveryWrite(lead, mara.id().toString(), mara.id().toString());
        writes.send(Writes.ofACase().getFirst());
        casePage = writes.filled("/cases/{caseId}");
        base = "/api/v1" + casePage;
        receive("quay.bin", "crane.bin", "barge.bin");
    }

    @Test
    void tagsOfARangeAreMadeOnceAndStay() {
        List<String> first = codes(lead.json("POST", base + "/exhibits/tags", "{\"from\": \"E0002\", \"to\": \"3\"}"));
        List<String> all = codes(lead.json("POST", base + "/exhibits/tags", "{}"));

        assertThat(first).hasSize(2);
        assertThat(all).hasSize(3).doesNotHaveDuplicates().endsWith(first.toArray(String[]::new));
        assertThat(lead.get(base + "/exhibits/tags?from=E0001").body())
                .contains(all.getFirst(), "\"number\":\"E0001\"", "/x/")
                .doesNotContain(all.getLast());
    }

    @Test
    void aCodeLeadsToTheExhibitScannedOrTyped() {
        String code = code("E0002");
        String exhibit = exhibit(code);

        assertThat(page.get("/x/" + code.replace("-", "")).path()).isEqualTo(exhibit);
        assertThat(page.get("/x?code=" + code.toLowerCase(java.util.Locale.ROOT))
                        .path())
                .isEqualTo(exhibit);
        assertThat(page.get("/x?code=http://localhost/x/" + code).path()).isEqualTo(exhibit);
        assertThat(lead.get(base + "/trail").body()).contains("custody.make-tags");
    }

    @Test
    void aMistypedCodeIsToldFromOneThatNobodyHas() {
        String code = code("E0001");
        String mistyped = (code.charAt(0) == '2' ? '3' : '2') + code.substring(1);

        Browser.Answer wrong = page.get("/x?code=" + mistyped);
        Browser.Answer unknown = page.get("/x?code=0000-0000-0000");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.page().select("#f-code-error").text()).contains("signs are wrong or missing");
        assertThat(wrong.page().select("#f-code").val()).isEqualTo(mistyped);
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.page().text()).contains("No tag that leads anywhere you may go");
        assertThat(lead.get("/api/v1/tags/" + mistyped).body()).contains("tag-mistyped");
        assertThat(lead.get("/api/v1/tags/000000000000").status()).isEqualTo(404);
    }

    @Test
    void whoMayNotSeeTheExhibitIsAnsweredAsForACodeThatNobodyHas() {
        String code = code("E0001");
        Member colleague = member(office, "Petra Vale", Role.INVESTIGATOR, Role.EVIDENCE_CUSTODIAN);
        Member stranger = member(organisation(), "Nuno Salt", Role.INVESTIGATOR, Role.EVIDENCE_CUSTODIAN);

        for (Member other : List.of(colleague, stranger)) {
            assertThat(said(api(other).get("/api/v1/tags/" + code)))
                    .isEqualTo(said(api(other).get("/api/v1/tags/0000-0000-0000")));
            Browser theirs = browser(other);
            assertThat(theirs.get("/x/" + code).page().select("main .pl-page").text())
                    .isEqualTo(theirs.get("/x/000000000000")
                            .page()
                            .select("main .pl-page")
                            .text());
        }
        assertThat(browser().get("/x/" + code).path()).isEqualTo("/sign-in");
    }

    @Test
    void aTagInACompartmentIsThereOnlyForWhoWorksInIt() {
        lead.json("POST", base + "/compartments", "{\"name\": \"Sources\", \"reason\": \"Two people spoke\"}");
        String compartment =
                items(lead.get(base + "/compartments")).get(0).get("id").stringValue();
        String[] inside = {"Plumbline-Compartment", compartment};
        String ingestion = id(lead.json("POST", base + "/ingestions", "{\"title\": \"Heard\"}", inside));
        lead.bytes("POST", base + "/ingestions/" + ingestion + "/files?path=a.bin", new byte[] {7}, inside);
        String code =
                codes(lead.json("POST", base + "/exhibits/tags", "{}", inside)).getLast();

        assertThat(lead.get("/api/v1/tags/" + code).status()).isEqualTo(404);
        assertThat(lead.get(base + "/exhibits/tags").body()).doesNotContain(code, "K1-");
    }

    @Test
    void aSheetHasAStickerForEachExhibitAfterThoseUsed() {
        String sheets = casePage + "/exhibits/tags";
        Browser.Answer without = page.get(sheets + "?sheet=a4-24&skip=22");

        assertThat(without.page().text()).contains("3 of these have no tag yet");
        Browser.Answer made = page.submit(without, sheets, Map.of());

        assertThat(made.page().select(".pl-sheet")).hasSize(2);
        assertThat(made.page().select(".pl-sheet:first-child .pl-sticker--used"))
                .hasSize(22);
        assertThat(made.page().select(".pl-sticker__no").eachText()).containsExactly("E0001", "E0002", "E0003");
        Element sticker =
                made.page().select(".pl-sticker:not(.pl-sticker--used)").getFirst();
        assertThat(sticker.text()).contains("Harbour Inspectorate").doesNotContain("quay.bin");
        assertThat(decoded(sticker))
                .endsWith("/x/" + sticker.select(".pl-sticker__code").text().replace("-", ""));
    }

    @Test
    void aSheetThatCannotBeIsRefusedByItsFields() {
        String sheets = casePage + "/exhibits/tags";

        assertThat(page.get(sheets + "?sheet=a4-8&skip=8")
                        .page()
                        .select("#f-skip-error")
                        .text())
                .contains("from 0 to 7");
        assertThat(page.get(sheets + "?sheet=a3").status()).isEqualTo(422);
        Browser.Answer number = page.get(sheets + "?from=seven");
        assertThat(number.page().select("#f-from-error").text()).contains("“seven” is not the number of an exhibit");
        assertThat(number.page().select("#f-from").val()).isEqualTo("seven");
    }

    @Test
    void aReaderPrintsTagsAndMakesNone() {
        Member petra = member(office, "Petra Vale", Role.INVESTIGATOR);
        lead.json(
                "POST",
                base + "/team",
                "{\"member\": \"" + petra.id() + "\", \"standing\": \"reader\", \"reason\": \"Counts\"}");
        code("E0001");

        assertThat(items(api(petra).get(base + "/exhibits/tags"))
                        .get(0)
                        .get("code")
                        .isString())
                .isTrue();
        assertThat(api(petra).json("POST", base + "/exhibits/tags", "{}").body())
                .contains("standing-missing");
    }

    @Test
    void placesHaveTagsThatLeadEveryMemberOfTheOrganisationToThem() {
        Browser ada = api(member(office, "Ada Finch", Role.EVIDENCE_CUSTODIAN));
        String quay = id(ada.json(
                "POST", "/api/v1/storage-places", "{\"code\": \"Q\", \"kind\": \"site\", \"name\": \"Quay house\"}"));
        ada.json(
                "POST",
                "/api/v1/storage-places",
                "{\"code\": \"Q-1\", \"kind\": \"room\", \"name\": \"Room 1\", \"parent\": \"" + quay + "\"}");
        String tags = "/api/v1/storage-places/" + quay + "/tags";

        List<String> made = codes(ada.json("POST", tags, "{\"below\": true}"));

        assertThat(made).hasSize(2);
        assertThat(codes(lead.get(tags))).containsExactly(made.getFirst());
        assertThat(page.get("/x?code=" + made.getFirst()).path()).isEqualTo("/storage-places/" + quay);
        assertThat(page.get("/storage-places/" + quay + "/tags?below=true")
                        .page()
                        .select(".pl-sticker__no")
                        .eachText())
                .containsExactly("Q", "Q-1");
        assertThat(lead.json("POST", tags, "{\"below\": true}").body()).contains("role-missing");
        Member stranger = member(organisation(), "Nuno Salt", Role.EVIDENCE_CUSTODIAN);
        assertThat(said(api(stranger).get("/api/v1/tags/" + made.getFirst())))
                .isEqualTo(said(api(stranger).get("/api/v1/tags/000000000000")));
        assertThat(said(api(stranger).get(tags)))
                .isEqualTo(said(api(stranger).get("/api/v1/storage-places/" + UUID.randomUUID() + "/tags")));
    }

    private void receive(String... names) {
        String ingestion = id(lead.json("POST", base + "/ingestions", "{\"title\": \"Quay\"}"));
        for (String name : names) {
            lead.bytes(
                    "POST",
                    base + "/ingestions/" + ingestion + "/files?path=" + name,
                    name.getBytes(StandardCharsets.UTF_8));
        }
    }

    private String code(String number) {
        return codes(lead.json("POST", base + "/exhibits/tags", "{\"from\": \"" + number + "\"}"))
                .getFirst();
    }

    private String exhibit(String code) {
        return casePage + "/exhibits/" + id(lead.get("/api/v1/tags/" + code));
    }

    private static List<String> codes(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        var codes = new ArrayList<String>();
        items(answer).forEach(item -> codes.add(item.get("code").stringValue()));
        return codes;
    }

    private static JsonNode items(Browser.Answer answer) {
        return JSON.readTree(answer.body()).get("items");
    }

    private static String id(Browser.Answer answer) {
        return JSON.readTree(answer.body()).get("id").stringValue();
    }

    private static String said(Browser.Answer answer) {
        return answer.status() + answer.body().replaceAll("\"(trace_id|instance)\":\"[^\"]*\"", "");
    }

    /** What a phone reads from the picture, drawn four times as large. */
    private static String decoded(Element sticker) {
        Element picture = sticker.select("svg").getFirst();
        int side = Integer.parseInt(picture.attr("viewBox").replaceFirst(".* ", ""));
        byte[] pixels = new byte[side * side * 16];
        java.util.Arrays.fill(pixels, (byte) 255);
        Matcher squares = SQUARE.matcher(picture.select("path").attr("d"));
        while (squares.find()) {
            for (int pixel = 0; pixel < 16; pixel++) {
                int x = Integer.parseInt(squares.group(1)) * 4 + pixel % 4;
                int y = Integer.parseInt(squares.group(2)) * 4 + pixel / 4;
                pixels[y * side * 4 + x] = 0;
            }
        }
        try {
            var image = new BinaryBitmap(new HybridBinarizer(new Pixels(side * 4, pixels)));
            return new QRCodeReader()
                    .decode(image, Map.of(DecodeHintType.PURE_BARCODE, true))
                    .getText();
        } catch (com.google.zxing.ReaderException e) {
            throw new AssertionError("The picture is no QR code", e);
        }
    }

    private static final class Pixels extends LuminanceSource {
        private final byte[] all;

        Pixels(int side, byte[] all) {
            super(side, side);
            this.all = all;
        }

        @Override
        public byte[] getRow(int y, byte[] row) {
            return java.util.Arrays.copyOfRange(all, y * getWidth(), (y + 1) * getWidth());
        }

        @Override
        public byte[] getMatrix() {
            return all;
        }
    }
}
