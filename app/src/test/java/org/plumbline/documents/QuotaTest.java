package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.Storage;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Quotas of an organisation and its cases, on real records and a real vault. */
class QuotaTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Storage storage;

    private final Random random = new Random(7);
    private Member ada;
    private Member mara;
    private CaseId harbour;
    private String number;

    @BeforeEach
    void people() {
        Organisation office = organisation();
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        var file = asMara(() -> cases.open(Harbour.opening()));
        harbour = file.id();
        number = file.number();
    }

    @Test
    void whatWouldPassTheCasesQuotaIsRefusedAndLeavesNothing() throws IOException {
        limit("each-case", "", "1 MB");
        receive("first.bin", 700_000);

        Refused refused = catchThrowableOfType(Refused.class, () -> receive("second.bin", 400_000));

        assertThat(refused.refusal().code()).isEqualTo("quota-reached");
        assertThat(refused.refusal().arguments())
                .isEqualTo(Map.of("quota", "case", "limit", "1 MB", "used", "700 kB", "bytes", "400 kB"));
        assertThat(asMara(() -> exhibits.count(harbour))).isEqualTo(1);
        assertThat(vaultOf(harbour)).hasSize(1);
        assertThat(entrance()).isEmpty();
        assertThat(receive("third.bin", 300_000)).isEqualTo("E0002");
    }

    @Test
    void theUploaderIsToldOverTheApiAndTheRefusalIsOnTheTrail() {
        limit("one-case", number, "10 kB");
        String begun = api(mara)
                .json("POST", "/api/v1/cases/" + harbour + "/ingestions", "{\"title\": \"Quay\", \"expected\": 1}")
                .body();
        String ingestion = begun.replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");

        Browser.Answer refused = api(mara)
                .send(
                        "POST",
                        "/api/v1/cases/" + harbour + "/ingestions/" + ingestion + "/files?path=a.bin",
                        "application/octet-stream",
                        bytes(5_000_000));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body())
                .contains("\"code\":\"quota-reached\"")
                .contains("The quota of this case is 10 kB, of which 0 B are used");
        assertThat(api(mara).get("/api/v1/cases/" + harbour + "/trail").body()).contains("quota-reached");
    }

    @Test
    void twoUploadsAtOnceDoNotBothPass() throws Exception {
        limit("each-case", "", "1 MB");
        for (int round = 0; round < 5; round++) {
            CaseId quay = asMara(() -> cases.open(Harbour.opening())).id();

            List<String> outcomes =
                    atOnce(() -> receive(quay, "one.bin", 600_000), () -> receive(quay, "two.bin", 600_000));

            assertThat(outcomes).containsExactlyInAnyOrder("E0001", "quota-reached");
            assertThat(vaultOf(quay)).hasSize(1);
        }
    }

    @Test
    void twoUploadsToTwoCasesDoNotBothPassTheOrganisationsQuota() throws Exception {
        limit("organisation", "", "1 MB");
        CaseId quay = asMara(() -> cases.open(Harbour.opening())).id();

        List<String> outcomes =
                atOnce(() -> receive(harbour, "one.bin", 600_000), () -> receive(quay, "two.bin", 600_000));
        Refused refused = catchThrowableOfType(Refused.class, () -> receive("three.bin", 600_000));

        assertThat(outcomes).containsExactlyInAnyOrder("E0001", "quota-reached");
        assertThat(refused.refusal().arguments()).containsEntry("quota", "organisation");
        assertThat(Acting.as(acting(ada), storage::read).bytes()).isEqualTo(600_000);
    }

    @Test
    void theSameBytesSentAtOnceAreCountedOnce() throws Exception {
        byte[] same = bytes(300_000);

        atOnce(() -> receive(harbour, "one.bin", same), () -> receive(harbour, "two.bin", same));

        assertThat(Acting.as(acting(ada), storage::read).bytes()).isEqualTo(300_000);
        assertThat(Acting.as(acting(ada), storage::read).files()).isEqualTo(1);
    }

    @Test
    void aCasesOwnQuotaGoesBeforeThatOfEachCaseAndIsLifted() {
        limit("each-case", "", "10 kB");
        limit("one-case", number, "1 MB");
        receive("first.bin", 500_000);
        limit("one-case", number, "");

        Refused refused = catchThrowableOfType(Refused.class, () -> receive("second.bin", 1000));

        assertThat(refused.refusal().arguments())
                .containsEntry("limit", "10 kB")
                .containsEntry("used", "500 kB");
        limit("each-case", "", "");
        assertThat(receive("second.bin", 2_000_000)).isEqualTo("E0002");
    }

    @Test
    void whatIsInsideAnArchiveWaitsForRoomAndIsReadOnceThereIsSome() {
        byte[] zip = Harbour.zip(
                Map.of("quay.txt", "The quay was paid twice.\n".repeat(4000).getBytes(StandardCharsets.UTF_8)));
        limit("one-case", number, "50 kB");

        var summary = asMara(() -> Harbour.ingest(ingestions, harbour, Map.of("quay.zip", zip)));
        var ingestion = summary.ingestion().id();
        Item full = Harbour.item(items(ingestion), "quay.zip");
        limit("one-case", number, "1 MB");
        asMara(() ->
                ingestions.retry(harbour, ingestion, full.id(), full.stamp().version()));
        asMara(() -> Harbour.settled(ingestions, harbour, ingestion));

        assertThat(full.state()).isEqualTo(ItemState.PARTIAL);
        assertThat(full.reasons()).extracting(Reason::code).containsExactly("quota-reached");
        assertThat(items(ingestion))
                .extracting(Item::path, Item::state)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("quay.zip", ItemState.CONTAINER),
                        org.assertj.core.groups.Tuple.tuple("quay.zip!/quay.txt", ItemState.INDEXED));
    }

    @Test
    void anImportThatWouldPassIsRefusedBeforeItIsTaken() {
        limit("one-case", number, "1 kB");
        String address = "/api/v1/cases/" + harbour + "/collections";
        String collection = api(mara)
                .json("POST", address, "{\"name\": \"Register\", \"publisher\": \"Port\"}")
                .body()
                .replaceAll(".*?\"id\":\"([^\"]+)\".*", "$1");

        Browser.Answer refused = api(mara)
                .send(
                        "POST",
                        address + "/" + collection + "/imports?file=register.json",
                        "application/jsonl",
                        "{\"id\": \"a\", \"schema\": \"Company\"}\n".repeat(100).getBytes(StandardCharsets.UTF_8));

        assertThat(refused.body()).contains("\"code\":\"quota-reached\"");
        assertThat(data.resolve("imports"))
                .satisfies(folder -> assertThat(files(folder)).isEmpty());
    }

    @Test
    void administratorsSeeSizesAndQuotasAndNoCase() {
        receive("first.bin", 2_500_000);
        limit("one-case", "2031-9999", "5 GB");
        Browser browser = browser(ada);

        Browser.Answer refused = browser.submit(
                browser.get("/admin/storage"),
                "/quotas",
                Map.of("quota", "organisation", "limit", "much", "reason", "Agreed"));
        Browser.Answer set = browser.submit(
                refused, "/quotas", Map.of("quota", "organisation", "limit", "10 MB", "reason", "Agreed with finance"));
        String api = api(ada).get("/api/v1/storage").body();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.page().select("#f-limit-error").text()).contains("“much” is not a size");
        assertThat(set.page().text())
                .contains(
                        "The whole organisation", "10.0 MB", "25", "Case 2031-9999", "Agreed with finance", "Ada Finch")
                .contains("less than 100 MB");
        assertThat(set.body() + api).doesNotContain(harbour.toString(), "\"" + number + "\"");
        assertThat(api).contains("\"bytes\":2500000", "\"cases\":[{\"bytes\":2500000,\"files\":1}]");
        assertThat(browser(mara).get("/admin/storage").status()).isEqualTo(403);
    }

    @Test
    void twoAdministratorsDoNotOverwriteEachOther() {
        String body = "{\"quota\": \"each-case\", \"limit\": \"1 GB\", \"reason\": \"Agreed\"}";

        assertThat(api(ada).json("POST", "/api/v1/storage/quotas", body, "If-Match", "\"0\"")
                        .status())
                .isEqualTo(200);
        assertThat(api(ada).json("POST", "/api/v1/storage/quotas", body, "If-Match", "\"0\"")
                        .body())
                .contains("version-stale");
    }

    private void limit(String quota, String caseNumber, String limit) {
        Acting.as(acting(ada), () -> {
            int version = storage.read().version();
            return storage.limit(version, new Storage.Wish(quota, caseNumber, limit, "Agreed"));
        });
    }

    private String receive(String name, int size) {
        return receive(harbour, name, size);
    }

    private String receive(CaseId into, String name, int size) {
        return receive(into, name, bytes(size));
    }

    private String receive(CaseId into, String name, byte[] bytes) {
        return asMara(() -> exhibits.receive(into, Received.of(name, Origin.UPLOAD), new ByteArrayInputStream(bytes)))
                .reference();
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        synchronized (random) {
            random.nextBytes(bytes);
        }
        return bytes;
    }

    /** What each came to: its result, or the code of its refusal. */
    private static List<String> atOnce(Supplier<String> one, Supplier<String> other) throws Exception {
        var barrier = new CyclicBarrier(2);
        var work = new ArrayList<Callable<String>>();
        for (Supplier<String> each : List.of(one, other)) {
            work.add(() -> {
                barrier.await();
                try {
                    return each.get();
                } catch (Refused refused) {
                    return refused.refusal().code();
                }
            });
        }
        var outcomes = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (var done : threads.invokeAll(work)) {
                outcomes.add(done.get());
            }
        }
        return outcomes;
    }

    private List<Item> items(java.util.UUID ingestion) {
        return asMara(() -> ingestions.items(harbour, ingestion, Optional.empty(), Optional.empty(), 100));
    }

    private List<Path> vaultOf(CaseId caseId) {
        return files(data.toAbsolutePath().resolve("vault").resolve(caseId.toString()));
    }

    private List<Path> entrance() {
        // Uploads of other tests may be on their way; what this one leaves is a part of a stream, or of its case.
        return files(data.toAbsolutePath().resolve("vault").resolve("entrance")).stream()
                .filter(file ->
                        file.toString().endsWith(".part") || file.toString().contains(harbour.toString()))
                .toList();
    }

    private static List<Path> files(Path folder) {
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private <T> T asMara(Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }
}
