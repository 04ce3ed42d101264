package org.plumbline.custody.packages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.audit.Trail;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.verifier.Verify;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A package of the running application, from the form to whoever checks it without us. */
class PackagesTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Autowired
    private Cases cases;

    @Autowired
    private Trail trail;

    @TempDir
    private Path folder;

    private Organisation office;
    private Member mara;
    private Browser api;
    private CaseFile file;
    private String packages;
    private String ledger;
    private String photo;

    @BeforeEach
    void twoExhibits() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        api = api(mara);
        file = Acting.as(acting(mara), () -> cases.open(harbour()));
        packages = "/api/v1/cases/" + file.id() + "/packages";
        String ingestions = "/api/v1/cases/" + file.id() + "/ingestions";
        String ingestion = json(api.json("POST", ingestions, "{\"title\": \"Quay\"}"))
                .get("id")
                .stringValue();
        ledger = uploaded(ingestions + "/" + ingestion, "ledger.txt", "Page 1 of the ledger");
        photo = uploaded(ingestions + "/" + ingestion, "quay.bin", "no known format");
    }

    @Test
    void holdsUnderTheKeysOfTheInstallation() throws Exception {
        JsonNode made = made(ledger, photo);
        Browser.Bytes answer = api.bytes(packages + "/" + made.get("id").stringValue() + "/content");
        Path zip = Files.write(folder.resolve("package.zip"), answer.content());
        Path trust = Files.writeString(folder.resolve("trust"), Acting.as(acting(mara), () -> trail.policy(file.id())));

        assertThat(verify(zip, trust))
                .startsWith("0 ")
                .contains("2 chains of custody with 0 acts")
                .contains("2 originals have the digests")
                .contains("2 entries of the trail name each receipt and act")
                .contains("to: Court of Skagen")
                .contains("made by Mara Quill");
        assertThat(made.get("bytes").longValue()).isEqualTo(Files.size(zip));
        try (var read = new ZipFile(zip.toFile())) {
            String root = "evidence-" + file.number() + "/";
            assertThat(read.getInputStream(read.getEntry(root + "data/originals/E0001/ledger.txt"))
                            .readAllBytes())
                    .isEqualTo("Page 1 of the ledger".getBytes(StandardCharsets.UTF_8));
            assertThat(new String(
                            read.getInputStream(read.getEntry(root + "metadata/custody.html"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .contains("Chains of custody, case " + file.number(), "E0002", "Court of Skagen");
        }
    }

    @Test
    void comparisonDigestsGoAlongBesideTheSha256() throws Exception {
        json(api.json("POST", "/api/v1/cases/" + file.id() + "/exhibits/" + ledger + "/comparison-digests", ""));
        JsonNode made = made(ledger, photo);
        Browser.Bytes answer = api.bytes(packages + "/" + made.get("id").stringValue() + "/content");
        Path zip = Files.write(folder.resolve("package.zip"), answer.content());
        Path trust = Files.writeString(folder.resolve("trust"), Acting.as(acting(mara), () -> trail.policy(file.id())));

        assertThat(verify(zip, trust)).startsWith("0 ");
        try (var read = new ZipFile(zip.toFile())) {
            String linked = new String(
                    read.getInputStream(read.getEntry("evidence-" + file.number() + "/metadata/case.jsonld"))
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
            assertThat(linked)
                    .containsOnlyOnce("8b9a20e27cfd2e37e96f8108a92dae90")
                    .containsOnlyOnce("04a80c4fbbf1f9b5a42d27cd3bfb453493303faa")
                    .containsOnlyOnce("\"MD5\"")
                    .containsOnlyOnce("\"SHA1\"");
        }
    }

    @Test
    void whatWasDoneWithAnExhibitGoesAlongWithItsProof() throws Exception {
        String acts = "/api/v1/cases/" + file.id() + "/exhibits/" + ledger + "/acts";
        String draft = json(api.json("POST", acts, "{\"kind\": \"seal\", \"details\": {\"seal\": \"A-17\"}}"))
                .get("id")
                .stringValue();
        json(api.json("POST", acts + "/" + draft + "/sign", "{}"));
        JsonNode made = made(ledger);
        Browser.Bytes answer = api.bytes(packages + "/" + made.get("id").stringValue() + "/content");
        Path zip = Files.write(folder.resolve("package.zip"), answer.content());
        Path trust = Files.writeString(folder.resolve("trust"), Acting.as(acting(mara), () -> trail.policy(file.id())));

        assertThat(verify(zip, trust))
                .startsWith("0 ")
                .contains("1 chains of custody with 1 acts")
                .contains("1 acts are attested by the server alone")
                .contains("2 entries of the trail name each receipt and act");
        try (var read = new ZipFile(zip.toFile())) {
            var printed = read.getEntry("evidence-" + file.number() + "/metadata/custody.html");
            assertThat(new String(read.getInputStream(printed).readAllBytes(), StandardCharsets.UTF_8))
                    .contains("<td>Sealed</td>", "<td>Attested by the server</td>")
                    .doesNotContain("<td>seal</td>", "<td>attested</td>");
        }
    }

    @Test
    void isHandedOutAgainByteForByteAndEachTimeOnTheTrail() throws Exception {
        String content = packages + "/" + made(ledger).get("id").stringValue() + "/content";
        byte[] first = api.bytes(content).content();

        assertThat(api.bytes(content).content()).isEqualTo(first);
        assertThat(actions()).filteredOn("custody.make-package"::equals).hasSize(1);
        assertThat(actions()).filteredOn("custody.open-package"::equals).hasSize(2);
    }

    @Test
    void isMadeInThePageAndListedThere() {
        Browser page = browser(mara);
        String here = "/cases/" + file.id() + "/packages";
        assertThat(page.get(here).page().text()).contains("Nothing was given out as a package");
        assertThat(page.get(here + "/new").page().text()).contains("E0001 ledger.txt", "E0002 quay.bin");

        page.submit(
                page.get(here + "/new"),
                "/packages",
                Map.of("exhibits", ledger, "recipient", "Court of Skagen", "purpose", "Trial 14/2031"));

        assertThat(page.get(here).page().text()).contains("Court of Skagen", "Trial 14/2031", "Mara Quill", "Download");
        assertThat(page.get("/cases/" + file.id() + "/exhibits").page().select("a[href$=/packages]"))
                .hasSize(1);
    }

    @Test
    void sayWhatIsWrongWithWhatWasTypedAndKeepsIt() {
        Browser page = browser(mara);
        String here = "/cases/" + file.id() + "/packages";

        Browser.Answer answer = page.submit(
                page.get(here + "/new"),
                "/packages",
                Map.of("recipient", "Court of Skagen", "purpose", "", "exhibits", "x"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().select("[name=recipient]").attr("value")).isEqualTo("Court of Skagen");
        assertThat(answer.page().select("#f-purpose").attr("aria-invalid")).isEqualTo("true");
        assertThat(api.json("POST", packages, "{\"exhibits\": [], \"recipient\": \"Court\"}")
                        .body())
                .contains("\"exhibits\"", "\"purpose\"", "field-missing");
    }

    @Test
    void whatIsNotThereAndWhatIsNotMineGetTheSameAnswer() {
        Browser stranger = api(member(office, "Ada Reed", Role.INVESTIGATOR));
        String made = made(ledger).get("id").stringValue();
        String wish = wish(ledger);

        for (String path : List.of("", "/" + made, "/" + made + "/content")) {
            assertThat(stranger.get(packages + path).status()).as(path).isEqualTo(404);
        }
        assertThat(stranger.json("POST", packages, wish).status()).isEqualTo(404);
        assertThat(api.json("POST", packages, wish(UUID.randomUUID().toString()))
                        .status())
                .isEqualTo(404);
        assertThat(api.get(packages + "/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    private JsonNode made(String... exhibits) {
        Browser.Answer answer = api.json("POST", packages, wish(exhibits));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body());
    }

    private static String wish(String... exhibits) {
        return "{\"exhibits\": [\"" + String.join("\", \"", exhibits)
                + "\"], \"recipient\": \"Court of Skagen\", \"purpose\": \"Trial 14/2031\"}";
    }

    private String uploaded(String ingestion, String name, String content) {
        return json(api.bytes("POST", ingestion + "/files?path=" + name, content.getBytes(StandardCharsets.UTF_8)))
                .get("exhibit")
                .stringValue();
    }

    private List<String> actions() {
        return json(api.get("/api/v1/cases/" + file.id() + "/trail?limit=200"))
                .get("items")
                .valueStream()
                .map(entry -> entry.get("action").stringValue())
                .toList();
    }

    private static JsonNode json(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(300);
        return JSON.readTree(answer.body());
    }

    private static String verify(Path zip, Path trust) throws IOException {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = Verify.run(new String[] {zip.toString(), "--trust", trust.toString()}, out, out);
            return exit + " " + said.toString(StandardCharsets.UTF_8);
        }
    }

    private static OpenCase harbour() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(1),
                today.plusDays(30),
                Optional.empty());
    }
}
