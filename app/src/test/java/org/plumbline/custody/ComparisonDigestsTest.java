package org.plumbline.custody;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.vault.CaseKeys;
import org.plumbline.custody.vault.ComparisonDigest;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.custody.vault.ForgedObject;
import org.plumbline.custody.vault.Incoming;
import org.plumbline.custody.vault.Vault;
import org.plumbline.documents.Harbour;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** MD5 and SHA-1 on request: as the bytes come, and of an exhibit that is there. */
class ComparisonDigestsTest extends ApplicationTest {
    private static final String TEXT = "The quay plan.";

    /** By md5sum and sha1sum of GNU coreutils 9.1. */
    private static final String MD5 = "375e6b4754e511e5bc4a419152b7dee5";

    private static final String SHA1 = "81e1366914bc89f2222208784af50a2d55fe7af1";

    @Autowired
    private Cases cases;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private ExhibitComparisons comparisons;

    @Autowired
    private Vault vault;

    @Autowired
    private CaseKeys keys;

    private Organisation office;
    private Member mara;
    private CaseId harbour;
    private Exhibit plan;

    @BeforeEach
    void anExhibit() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening())).id();
        plan = received("plan.txt", TEXT);
    }

    @Test
    void areWorkedOutOfAnExhibitThatIsThereAndShown() {
        Browser page = browser(mara);
        String here = "/cases/" + harbour + "/exhibits/" + plan.id();
        assertThat(page.get(here)
                        .page()
                        .select("section[aria-labelledby=h-hash]")
                        .text())
                .doesNotContain(MD5, "prove nothing");

        Browser.Answer answer = page.submit(page.get(here), "/comparison-digests", Map.of());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().select("section[aria-labelledby=h-hash]").text())
                .contains("MD5", MD5, "SHA-1", SHA1, "for comparing", "prove nothing by themselves")
                .contains(plan.content().orElseThrow().digest().hex());
        assertThat(answer.page().select("form[action$=/comparison-digests]")).isEmpty();
        assertThat(api(mara).get("/api/v1" + here).body())
                .contains("{\"kind\":\"md5\",\"digest\":\"" + MD5 + "\"}", SHA1);
        assertThat(trail())
                .containsOnlyOnce("custody.work-out-comparison-digests")
                .contains(MD5, SHA1);
    }

    @Test
    void saidAgainTheyAreTheSame() {
        String path = "/api/v1/cases/" + harbour + "/exhibits/" + plan.id() + "/comparison-digests";

        Browser.Answer first = api(mara).json("POST", path, "");
        Browser.Answer again = api(mara).json("POST", path, "");

        assertThat(first.status()).as(first.body()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(Acting.as(acting(mara), () -> comparisons.of(harbour, List.of(plan.id()))))
                .containsEntry(
                        plan.id(),
                        List.of(
                                new ComparisonDigest(ComparisonKind.MD5, MD5),
                                new ComparisonDigest(ComparisonKind.SHA1, SHA1)));
    }

    @Test
    void areTakenAsAFileComesInByTheForm() {
        Browser page = browser(mara);
        String documents = "/cases/" + harbour + "/documents";
        Browser.Answer form = page.get(documents);
        assertThat(form.page().select("input[type=checkbox][name=digests]").attr("value"))
                .isEqualTo("md5,sha1");

        page.upload(
                form,
                "/ingestions",
                Map.of("title", "Quay", "digests", "md5,sha1"),
                Browser.Upload.of("files", "asked.txt", TEXT));
        page.upload(
                page.get(documents),
                "/ingestions",
                Map.of("title", "Quay"),
                Browser.Upload.of("files", "not.txt", TEXT));

        assertThat(compared("asked.txt"))
                .containsExactly(
                        new ComparisonDigest(ComparisonKind.MD5, MD5), new ComparisonDigest(ComparisonKind.SHA1, SHA1));
        assertThat(compared("not.txt")).isEmpty();
    }

    @Test
    void areTakenAsAFileComesInByTheApi() {
        Browser api = api(mara);
        String ingestions = "/api/v1/cases/" + harbour + "/ingestions";
        String ingestion = api.json("POST", ingestions, "{\"title\": \"Quay\"}")
                .body()
                .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        String files = ingestions + "/" + ingestion + "/files?path=asked.txt&digests=";

        Browser.Answer unknown = api.bytes("POST", files + "sha1,crc32", text());
        Browser.Answer asked = api.bytes("POST", files + "sha1", text());

        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.body()).contains("\\\"crc32\\\" is no digest that is worked out here", "md5, sha1");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        assertThat(compared("asked.txt")).containsExactly(new ComparisonDigest(ComparisonKind.SHA1, SHA1));
    }

    @Test
    void aThingWithoutBytesHasNone() {
        Browser api = api(mara);
        String bag = api.json("POST", "/api/v1/cases/" + harbour + "/exhibits", "{\"name\": \"Grey bag\"}")
                .body()
                .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

        Browser.Answer answer =
                api.json("POST", "/api/v1/cases/" + harbour + "/exhibits/" + bag + "/comparison-digests", "");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("Exhibit E0002 is a thing without bytes");
        assertThat(browser(mara)
                        .get("/cases/" + harbour + "/exhibits/" + bag)
                        .page()
                        .select("form[action$=/comparison-digests]"))
                .isEmpty();
    }

    @Test
    void bytesThatAreNotThoseOfTheRecordGetNone() throws IOException {
        var other = "The quay plan!".getBytes(StandardCharsets.UTF_8);
        try (Incoming incoming = vault.take(harbour, new ByteArrayInputStream(other))) {
            vault.place(harbour, incoming);
            ForgedObject.put(
                    data,
                    keys,
                    harbour,
                    incoming.digest(),
                    plan.content().orElseThrow().digest());
        }

        Refused refused = catchThrowableOfType(
                Refused.class, () -> Acting.as(acting(mara), () -> comparisons.workOut(harbour, plan.id())));
        Browser.Answer answer = api(mara)
                .json("POST", "/api/v1/cases/" + harbour + "/exhibits/" + plan.id() + "/comparison-digests", "");

        assertThat(refused.refusal().code()).isEqualTo("comparison-content-differs");
        assertThat(answer.body())
                .contains("The bytes of exhibit E0001 in the vault have the SHA-256")
                .contains(plan.content().orElseThrow().digest().hex());
        assertThat(compared("plan.txt")).isEmpty();
    }

    @Test
    void bytesThatDoNotOpenGetNone() throws IOException {
        try (var files = Files.walk(data.resolve("vault").resolve(harbour.toString()))) {
            Path object = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            byte[] sealed = Files.readAllBytes(object);
            sealed[sealed.length - 1] ^= 1;
            Files.write(object, sealed);
        }

        Refused refused = catchThrowableOfType(
                Refused.class, () -> Acting.as(acting(mara), () -> comparisons.workOut(harbour, plan.id())));

        assertThat(refused.refusal().code()).isEqualTo("content-damaged");
        assertThat(compared("plan.txt")).isEmpty();
    }

    @Test
    void whatIsNotThereAndWhatIsNotMineGetTheSameAnswer() {
        Browser stranger = api(member(office, "Ada Reed", Role.INVESTIGATOR));
        String here = "/api/v1/cases/" + harbour + "/exhibits/";

        assertThat(stranger.json("POST", here + plan.id() + "/comparison-digests", "")
                        .status())
                .isEqualTo(404);
        assertThat(api(mara)
                        .json("POST", here + UUID.randomUUID() + "/comparison-digests", "")
                        .status())
                .isEqualTo(404);
    }

    private List<ComparisonDigest> compared(String name) {
        return Acting.as(acting(mara), () -> {
            UUID id = exhibits.list(harbour, 0, 10).stream()
                    .filter(exhibit -> exhibit.name().equals(name))
                    .findFirst()
                    .orElseThrow()
                    .id();
            return comparisons.of(harbour, List.of(id)).getOrDefault(id, List.of());
        });
    }

    private Exhibit received(String name, String text) {
        return Acting.as(
                acting(mara),
                () -> exhibits.receive(
                        harbour,
                        Received.of(name, Origin.UPLOAD),
                        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))));
    }

    private String trail() {
        return api(mara).get("/api/v1/cases/" + harbour + "/trail?limit=200").body();
    }

    private static byte[] text() {
        return TEXT.getBytes(StandardCharsets.UTF_8);
    }
}
