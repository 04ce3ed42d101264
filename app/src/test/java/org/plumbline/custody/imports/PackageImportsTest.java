package org.plumbline.custody.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.audit.Trail;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.custody.Storage;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.bag.NewBag;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.verifier.Verify;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A package that one organisation gives out and another takes in, all of it or nothing. */
class PackageImportsTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String CONDITIONS = "Not to be shown to third parties.";

    @Autowired
    private Cases cases;

    @Autowired
    private Trail trail;

    @Autowired
    private Storage storage;

    @TempDir
    private Path folder;

    private Sender harbour;
    private Organisation court;
    private Member bo;
    private Browser api;
    private CaseFile file;
    private String here;

    /** Whoever gives packages out. */
    private final class Sender {
        private final Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        private final Browser api = api(mara);
        private final CaseFile file = Acting.as(acting(mara), () -> cases.open(opened("Harbour")));
        private final String path = "/api/v1/cases/" + file.id();

        String policy() {
            return Acting.as(acting(mara), () -> trail.policy(file.id()));
        }

        byte[] packed() {
            String ledger = uploaded(api, path, "ledger.txt", text("Page 1 of the ledger"));
            String quay = uploaded(api, path, "quay.bin", text("no known format"));
            done(ledger, "{\"kind\": \"seal\", \"details\": {\"seal\": \"A-17\"}}");
            return packed(ledger, quay);
        }

        /** A file, and a thing without content, which stays where it is. */
        byte[] packedWithAThing() {
            String ledger = uploaded(api, path, "ledger.txt", text("Page 1 of the ledger"));
            String bag = json(api.json("POST", path + "/exhibits", "{\"name\": \"Grey bag\"}"))
                    .get("id")
                    .stringValue();
            done(
                    bag,
                    "{\"kind\": \"collect\", \"details\":"
                            + " {\"nature\": \"physical\", \"description\": \"Grey bag, torn\"}}");
            return packed(ledger, bag);
        }

        private void done(String exhibit, String act) {
            String acts = path + "/exhibits/" + exhibit + "/acts";
            String draft = json(api.json("POST", acts, act)).get("id").stringValue();
            json(api.json("POST", acts + "/" + draft + "/sign", "{}"));
        }

        private byte[] packed(String first, String second) {
            String wish = "{\"exhibits\": [\"" + first + "\", \"" + second + "\"], \"recipient\": \"Court of Skagen\","
                    + " \"purpose\": \"Trial 14/2031\", \"conditions\": \"" + CONDITIONS + "\"}";
            return content(api, path, json(api.json("POST", path + "/packages", wish)));
        }
    }

    @BeforeEach
    void twoOffices() {
        harbour = new Sender();
        court = organisation();
        bo = member(court, "Bo Lind", Role.INVESTIGATOR);
        api = api(bo);
        file = Acting.as(acting(bo), () -> cases.open(opened("Trial")));
        here = "/api/v1/cases/" + file.id();
    }

    @Test
    void originalsBecomeExhibitsWithTheCustodyThatTheyHad() throws Exception {
        byte[] zip = harbour.packed();
        String archive = uploaded(api, here, "package.zip", zip);

        JsonNode made = json(bring(archive, wish(harbour.policy(), false)));

        assertThat(made.get("vouched").booleanValue()).isTrue();
        assertThat(made.get("sha256").stringValue()).isEqualTo(Digest.of(zip).hex());
        assertThat(made.get("terms").get("conditions").stringValue()).isEqualTo(CONDITIONS);
        assertThat(made.get("exhibits").intValue()).isEqualTo(2);
        List<JsonNode> now = exhibits();
        assertThat(now)
                .extracting(e -> e.get("name").stringValue())
                .containsExactly("package.zip", "ledger.txt", "quay.bin");
        assertThat(now.get(1).get("sha256").stringValue())
                .isEqualTo(Digest.of(text("Page 1 of the ledger")).hex());
        String page = browser(bo)
                .get("/cases/" + file.id() + "/exhibits/" + now.get(1).get("id").stringValue())
                .page()
                .text();
        assertThat(page)
                .contains("Out of an imported evidence package", "Custody before it came here", "E0001", "A-17")
                .contains("Bo Lind", "Mara Quill", CONDITIONS, "among those that you had from elsewhere");
        assertThat(json(api.get(here + "/package-imports")).get("items")).hasSize(1);
        assertThat(actions()).contains("custody.import-package");
    }

    @Test
    void aPackageOfWhatWasImportedHoldsAndSaysUnderWhoseTermsItCame() throws Exception {
        json(bring(uploaded(api, here, "package.zip", harbour.packed()), wish("", true)));
        String ledger = exhibits().get(1).get("id").stringValue();

        JsonNode again = json(api.json(
                "POST",
                here + "/packages",
                "{\"exhibits\": [\"" + ledger + "\"], \"recipient\": \"Appeal\", \"purpose\": \"Appeal 3\"}"));

        Path zip = Files.write(folder.resolve("again.zip"), content(api, here, again));
        Path trust = Files.writeString(folder.resolve("trust"), Acting.as(acting(bo), () -> trail.policy(file.id())));
        assertThat(verify(zip, trust))
                .startsWith("0 ")
                .contains("E0002 came in package", "there E0001", "Conditions there: " + CONDITIONS);
    }

    @Test
    void isCheckedInThePageAndThenImportedThere() {
        String archive = uploaded(api, here, "package.zip", harbour.packed());
        Browser page = browser(bo);
        String form = "/cases/" + file.id() + "/packages/import";
        assertThat(page.get(form).page().text()).contains("E0001 package.zip");

        Browser.Answer checked = page.get(form + "?exhibit=" + archive);

        assertThat(checked.page().text())
                .contains("Court of Skagen", "Trial 14/2031", CONDITIONS, "ledger.txt", "nobody vouches for its keys")
                .contains("2 originals have the digests that their receipts say");
        assertThat(exhibits()).hasSize(1);
        page.submit(checked, "/packages/import", Map.of("reason", "Handed over", "unvouched", "true"));
        assertThat(page.get(form + "?exhibit=" + archive).page().text())
                .contains("Imported, and 2 exhibits came out of it", "Handed over", "Bo Lind");
        assertThat(exhibits()).hasSize(3);
    }

    @Test
    void keysThatNobodyVouchesForAreTakenOnlyWhenThatIsAccepted() {
        String archive = uploaded(api, here, "package.zip", harbour.packed());

        Browser.Answer refused = bring(archive, wish("", false));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("import-not-vouched", "\"unvouched\"");
        assertThat(exhibits()).hasSize(1);
        assertThat(json(bring(archive, wish("", true))).get("vouched").booleanValue())
                .isFalse();
    }

    @Test
    void aByteChangedAnywhereIsRefusedAndNothingIsImported() {
        byte[] whole = harbour.packed();
        String all = new String(whole, StandardCharsets.ISO_8859_1);
        for (String at : List.of("Page 1 of", "Court of Skagen", "\"seal\":\"A-17\"", "tlog-proof", "Bag-Software")) {
            byte[] changed = whole.clone();
            changed[all.indexOf(at) + 3] ^= 1;
            String archive = uploaded(api, here, "package.zip", changed);
            int before = exhibits().size();

            Browser.Answer refused = bring(archive, wish(harbour.policy(), false));

            assertThat(refused.status()).as(at).isEqualTo(409);
            assertThat(refused.body()).as(at).containsAnyOf("import-does-not-hold", "import-other-form");
            assertThat(exhibits()).as(at).hasSize(before);
        }
        assertThat(json(api.get(here + "/package-imports")).get("items")).isEmpty();
        assertThat(trailOutcomes()).contains("refused");
    }

    @Test
    void aFileLeftOutAndAProofExchangedAreNamed() throws Exception {
        byte[] whole = harbour.packed();
        String dropped = uploaded(
                api,
                here,
                "dropped.zip",
                forged(whole, tags -> tags.remove(proofs(tags).getFirst())));
        String swapped = uploaded(api, here, "swapped.zip", forged(whole, tags -> {
            List<String> proofs = proofs(tags);
            byte[] first = tags.get(proofs.get(0));
            tags.put(proofs.get(0), tags.get(proofs.get(1)));
            tags.put(proofs.get(1), first);
        }));

        assertThat(bring(dropped, wish("", true)).body())
                .contains("import-does-not-hold", "metadata/proofs/", "file-missing");
        assertThat(bring(swapped, wish("", true)).body())
                .contains("import-does-not-hold", "metadata/proofs/", "file-differs");
        assertThat(exhibits()).hasSize(2);
    }

    @Test
    void onePackedByAnotherProgramAndWhatIsNoPackageAreToldApart() throws Exception {
        String other = uploaded(api, here, "photos.zip", zipped("photo.txt"));
        String letter = uploaded(api, here, "letter.zip", text("Dear court"));

        assertThat(bring(other, wish("", true)).body()).contains("import-other-form", "E0001");
        assertThat(bring(letter, wish("", true)).body()).contains("import-not-archive", "E0002");
        Browser.Answer page = browser(bo).get("/cases/" + file.id() + "/packages/import?exhibit=" + letter);
        assertThat(page.status()).isEqualTo(409);
        assertThat(page.page().text()).contains("Exhibit E0002 is not a ZIP archive");
    }

    @Test
    void oneUnderAnotherKeyThanTheOneVouchedForIsRefused() {
        String archive = uploaded(api, here, "package.zip", harbour.packed());

        Browser.Answer refused = bring(archive, wish(ofAnotherOrganisation(harbour.policy()), true));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("import-does-not-hold", "which is not the organisation you know");
        assertThat(exhibits()).hasSize(1);
        assertThat(bring(archive, wish("no keys", true)).body()).contains("import-trust-unreadable", "\"trust\"");
    }

    @Test
    void aThingIsNoExhibitHereAndItsCustodyIsKept() {
        String archive = uploaded(api, here, "package.zip", harbour.packedWithAThing());

        JsonNode made = json(bring(archive, wish("", true)));

        assertThat(made.get("exhibits").intValue()).isOne();
        assertThat(exhibits())
                .extracting(e -> e.get("name").stringValue())
                .containsExactly("package.zip", "ledger.txt");
        String page = browser(bo)
                .get("/cases/" + file.id() + "/packages/import?exhibit=" + archive)
                .page()
                .text();
        assertThat(page).contains("Grey bag", "E0002", "Mara Quill");
        assertThat(json(api.get(here + "/exhibits/" + archive + "/package-import"))
                        .get("exhibits")
                        .get(1)
                        .get("acts")
                        .intValue())
                .isOne();
    }

    @Test
    void ofTwoImportsAtOnceOneIsMade() throws Exception {
        byte[] zip = harbour.packed();
        List<String> archives = List.of(uploaded(api, here, "package.zip", zip), uploaded(api, here, "again.zip", zip));

        List<Integer> answers;
        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = archives.stream()
                    .map(each -> both.submit(() -> bring(each, wish("", true)).status()))
                    .toList();
            answers = List.of(running.getFirst().get(), running.getLast().get());
        }

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        assertThat(exhibits()).hasSize(4);
        assertThat(json(api.get(here + "/package-imports")).get("items")).hasSize(1);
    }

    @Test
    void theSamePackageIsImportedOnce() {
        byte[] zip = harbour.packed();
        String archive = uploaded(api, here, "package.zip", zip);
        String again = uploaded(api, here, "again.zip", zip);
        json(bring(archive, wish("", true)));

        Browser.Answer refused = bring(again, wish("", true));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("import-again", "from exhibit E0001");
        assertThat(exhibits()).hasSize(4);
    }

    @Test
    void whatIsNotThereAndWhatIsNotMineGetTheSameAnswer() {
        String archive = uploaded(api, here, "package.zip", harbour.packed());
        Browser stranger = api(member(court, "Ada Reed", Role.INVESTIGATOR));
        String path = here + "/exhibits/" + archive + "/package-import";

        assertThat(stranger.get(path).status()).isEqualTo(404);
        assertThat(stranger.get(here + "/package-imports").status()).isEqualTo(404);
        assertThat(stranger.json("POST", path, "{}").status()).isEqualTo(404);
        assertThat(api.json("POST", path, "{}").body()).contains("\"reason\"", "field-missing");
        assertThat(api.get(here + "/exhibits/" + file.id() + "/package-import").status())
                .isEqualTo(404);
    }

    @Test
    void aReachedQuotaLeavesNothingHalfThere() {
        byte[] zip = harbour.packed();
        String archive = uploaded(api, here, "package.zip", zip);
        Member admin = member(court, "Ida Storm", Role.ADMINISTRATOR);
        Acting.as(
                acting(admin),
                () -> storage.limit(
                        storage.read().version(),
                        new Storage.Wish("organisation", "", zip.length + 20 + " B", "Little room")));

        Browser.Answer refused = bring(archive, wish("", true));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("quota-reached");
        assertThat(exhibits()).hasSize(1);
        assertThat(json(api.get(here + "/package-imports")).get("items")).isEmpty();
    }

    /** The policy with a key in the place of the organisation's that did not sign the package. */
    private static String ofAnotherOrganisation(String policy) {
        String other = policy.lines()
                .filter(line -> line.startsWith("log "))
                .findFirst()
                .map(line -> line.replaceFirst("log (\\S+).*", "$1"))
                .orElseThrow();
        return policy.replaceAll(
                "(?m)^# organisation .*$", "# organisation " + java.util.regex.Matcher.quoteReplacement(other));
    }

    private interface Change {
        void in(Map<String, byte[]> tags);
    }

    /** The archive once more in its one form, with other files in it. */
    private static byte[] forged(byte[] whole, Change change) throws IOException {
        var tags = new LinkedHashMap<String, byte[]>();
        var originals = new ArrayList<NewBag.Payload>();
        String root = "";
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                int slash = next.getName().indexOf('/');
                root = next.getName().substring(0, slash);
                String path = next.getName().substring(slash + 1);
                byte[] content = zip.readAllBytes();
                if (path.startsWith("data/")) {
                    var crc = new CRC32();
                    crc.update(content);
                    originals.add(new NewBag.Payload(
                            path,
                            content.length,
                            Digest.of(content).hex(),
                            crc.getValue(),
                            () -> new ByteArrayInputStream(content)));
                } else {
                    tags.put(path, content);
                }
            }
        }
        change.in(tags);
        try (var zip = MadeBag.again(root, tags, originals).openZip()) {
            return zip.readAllBytes();
        }
    }

    private static List<String> proofs(Map<String, byte[]> tags) {
        return tags.keySet().stream()
                .filter(path -> path.startsWith("metadata/proofs/"))
                .toList();
    }

    private static byte[] zipped(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text("no package"));
        }
        return bytes.toByteArray();
    }

    private Browser.Answer bring(String archive, String wish) {
        return api.json("POST", here + "/exhibits/" + archive + "/package-import", wish);
    }

    private static String wish(String trust, boolean unvouched) {
        return JSON.writeValueAsString(Map.of("trust", trust, "reason", "Handed over", "unvouched", unvouched));
    }

    private List<JsonNode> exhibits() {
        return json(api.get(here + "/exhibits")).get("items").valueStream().toList();
    }

    private List<String> actions() {
        return entries("action");
    }

    private List<String> trailOutcomes() {
        return entries("outcome");
    }

    private List<String> entries(String field) {
        return json(api.get(here + "/trail?limit=200"))
                .get("items")
                .valueStream()
                .map(entry -> entry.get(field).stringValue())
                .toList();
    }

    private static byte[] content(Browser api, String path, JsonNode made) {
        return api.bytes(path + "/packages/" + made.get("id").stringValue() + "/content")
                .content();
    }

    private static String uploaded(Browser api, String path, String name, byte[] content) {
        String ingestion = json(api.json("POST", path + "/ingestions", "{\"title\": \"Quay\"}"))
                .get("id")
                .stringValue();
        return json(api.bytes("POST", path + "/ingestions/" + ingestion + "/files?path=" + name, content))
                .get("exhibit")
                .stringValue();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
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

    private static OpenCase opened(String title) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                title,
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
