package org.plumbline.custody.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plumbline.custody.uploads.TusSender.base64;
import static org.plumbline.custody.uploads.TusSender.metadata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Storage;
import org.plumbline.custody.vault.Arriving;
import org.plumbline.custody.vault.Vault;
import org.plumbline.documents.Harbour;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Uploads in pieces, request by request, on real records and a real vault. */
class UploadsTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private Storage storage;

    @Autowired
    private UploadUpkeep upkeep;

    @Autowired
    private UploadTable table;

    @Autowired
    private Vault vault;

    @Autowired
    private PlatformTransactionManager transactions;

    private final Random random = new Random(2031);
    private Organisation office;
    private Member mara;
    private String token;
    private TusSender sender;
    private CaseId harbour;

    @BeforeEach
    void people() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening())).id();
        token = enrolment.token(mara.id(), "test", true, Duration.ofHours(1));
        sender = new TusSender(browser().withToken(token));
    }

    @Test
    void piecesBecomeOneExhibitOnceTheyAreWhole() throws Exception {
        byte[] file = bytes(300_000);
        String to = begun(file.length);

        Browser.Answer first = sender.patch(to, 0, Arrays.copyOf(file, 100_000));
        Browser.Answer between = sender.head(to);
        Browser.Answer last = sender.patch(to, 100_000, Arrays.copyOfRange(file, 100_000, file.length));

        assertThat(first.status()).isEqualTo(204);
        assertThat(first.header("Upload-Offset")).isEqualTo("100000");
        assertThat(between.header("Upload-Offset")).isEqualTo("100000");
        assertThat(between.header("Upload-Length")).isEqualTo("300000");
        assertThat(between.header("Cache-Control")).contains("no-store");
        assertThat(last.status()).isEqualTo(204);
        assertThat(last.header("Upload-Offset")).isEqualTo("300000");
        Exhibit exhibit = onlyExhibit();
        assertThat(exhibit.content().orElseThrow().digest()).isEqualTo(Digest.of(file));
        assertThat(exhibit.path()).isEqualTo("quay/plan.bin");
        assertThat(sender.head(to).header("Upload-Offset")).isEqualTo("300000");
        assertThat(read(to)).contains("\"state\":\"received\"", exhibit.id().toString());
        assertThat(entrance()).isEmpty();
    }

    @Test
    void comparisonDigestsThatWereAskedForAreOfAllPieces() throws Exception {
        byte[] file = bytes(300_000);
        String to = address(sender.begin(
                file.length, metadata("case", harbour.toString(), "path", "quay/plan.bin", "digests", "sha1, MD5")));

        sender.patch(to, 0, Arrays.copyOf(file, 100_000));
        sender.head(to);
        sender.patch(to, 100_000, Arrays.copyOfRange(file, 100_000, file.length));

        UUID exhibit = onlyExhibit().id();
        assertThat(browser()
                        .withToken(token)
                        .get("/api/v1/cases/" + harbour + "/exhibits/" + exhibit)
                        .body())
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("MD5").digest(file)))
                .contains(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-1").digest(file)));
    }

    @Test
    void anUnknownComparisonDigestIsNamed() {
        Browser.Answer refused = sender.begin(
                10, metadata("case", harbour.toString(), "path", "quay/plan.bin", "digests", "md5,whirlpool"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\\\"whirlpool\\\" is no digest that is worked out here");
    }

    @Test
    void whatIsSpokenIsSaidAndAnotherVersionRefused() {
        Browser api = browser().withToken(token);

        Browser.Answer spoken = api.send("OPTIONS", "/api/v1/uploads", "text/plain", new byte[0]);
        Browser.Answer old = api.send(
                "POST", "/api/v1/uploads", "text/plain", new byte[0], "Tus-Resumable", "0.2.2", "Upload-Length", "1");

        assertThat(spoken.status()).isEqualTo(204);
        assertThat(spoken.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(spoken.header("Tus-Extension"))
                .isEqualTo("creation,creation-with-upload,checksum,termination,expiration");
        assertThat(spoken.header("Tus-Checksum-Algorithm")).isEqualTo("sha256,sha1,md5");
        assertThat(spoken.header("Tus-Max-Size")).isEqualTo("1099511627776");
        assertThat(old.status()).isEqualTo(412);
        assertThat(old.header("Tus-Version")).isEqualTo("1.0.0");
        assertThat(old.body()).contains("\"code\":\"tus-version\"", "speaks tus 1.0.0; the request says “0.2.2”");
    }

    @Test
    void aPieceThatBelongsElsewhereIsRefusedWithWhereItWouldBelong() {
        String to = begun(100);
        sender.patch(to, 0, bytes(40));

        Browser.Answer early = sender.patch(to, 20, bytes(20));
        Browser.Answer long_ = sender.patch(to, 40, bytes(61));
        Browser.Answer type = sender.send("PATCH", to, "text/plain", bytes(60), "Upload-Offset", "40");
        Browser.Answer none = sender.send("PATCH", to, TusSender.TYPE, bytes(60));

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("upload-offset-differs", "sent for offset 20; 40 have arrived");
        assertThat(long_.status()).isEqualTo(413);
        assertThat(long_.body()).contains("upload-too-long");
        assertThat(type.status()).isEqualTo(415);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.body()).contains("\"field\":\"Upload-Offset\"");
        assertThat(sender.head(to).header("Upload-Offset")).isEqualTo("40");
    }

    @Test
    void nothingOfAPieceIsKeptWhoseChecksumDoesNotHold() throws Exception {
        byte[] file = bytes(90);
        String to = begun(file.length);

        Browser.Answer damaged = sender.patch(to, 0, bytes(30), "Upload-Checksum", "sha256 " + hash("SHA-256", file));
        String kept = sender.head(to).header("Upload-Offset");
        Browser.Answer unknown = sender.patch(to, 0, bytes(30), "Upload-Checksum", "crc32 AAAA");
        int at = 0;
        for (String[] algorithm : new String[][] {{"sha256", "SHA-256"}, {"sha1", "SHA-1"}, {"md5", "MD5"}}) {
            byte[] piece = Arrays.copyOfRange(file, at, at + 30);
            String said = algorithm[0] + " " + hash(algorithm[1], piece);
            assertThat(sender.patch(to, at, piece, "Upload-Checksum", said).status())
                    .as(said)
                    .isEqualTo(204);
            at += 30;
        }

        assertThat(damaged.status()).isEqualTo(460);
        assertThat(damaged.body()).contains("\"code\":\"checksum-differs\"");
        assertThat(kept).isEqualTo("0");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.body()).contains("sha256, sha1, md5");
        assertThat(onlyExhibit().content().orElseThrow().digest()).isEqualTo(Digest.of(file));
    }

    @Test
    void everyFieldThatIsWrongIsNamed() {
        Browser.Answer several = sender.begin(
                1, "case " + base64("none".getBytes(java.nio.charset.StandardCharsets.UTF_8)) + ",sha256 YQ==");
        Browser.Answer deferred = sender.send(
                "POST",
                "/api/v1/uploads",
                "text/plain",
                new byte[0],
                "Upload-Defer-Length",
                "1",
                "Upload-Metadata",
                metadata("case", harbour.toString(), "filename", "a"));
        Browser.Answer broken = sender.begin(1, "case ***");
        Browser.Answer nameless = sender.begin(1, metadata("case", harbour.toString()));
        Browser.Answer otherwise =
                sender.begin(1, metadata("case", harbour.toString(), "filename", "a", "purpose", "Curiosity"));

        assertThat(several.status()).isEqualTo(422);
        assertThat(several.body()).contains("\"field\":\"case\"", "\"field\":\"sha256\"", "64 hexadecimal digits");
        assertThat(deferred.body()).contains("\"field\":\"Upload-Length\"", "one whose length follows later");
        assertThat(broken.body()).contains("\"field\":\"Upload-Metadata\"", "“case” is not base64");
        assertThat(nameless.body()).contains("\"field\":\"path\"");
        assertThat(otherwise.body()).contains("The purpose of this case is");
    }

    @Test
    void anUploadIsThereForWhoBeganItAndForNobodyElse() {
        Member nuno = member(office, "Nuno Salt", Role.INVESTIGATOR);
        TusSender other = new TusSender(api(nuno));
        String to = begun(100);
        String none = to.replaceFirst("[^/]*$", UUID.randomUUID().toString());
        sender.patch(to, 0, bytes(40));

        for (TusSender asking : List.of(other, sender)) {
            String address = asking == other ? to : none;
            assertThat(asking.head(address).status()).isEqualTo(404);
            assertThat(asking.patch(address, 40, bytes(60)).status()).isEqualTo(404);
            assertThat(asking.end(address).status()).isEqualTo(404);
        }
        assertThat(masked(other.patch(to, 40, bytes(60)))).isEqualTo(masked(sender.patch(none, 40, bytes(60))));
        assertThat(other.begin(1, metadata("case", harbour.toString(), "filename", "a"))
                        .status())
                .isEqualTo(404);
        assertThat(sender.head(to).header("Upload-Offset")).isEqualTo("40");
    }

    @Test
    void anUploadThatWasGivenUpIsGone() {
        String to = begun(100);
        sender.patch(to, 0, bytes(40));
        assertThat(entrance()).isNotEmpty();

        assertThat(sender.end(to).status()).isEqualTo(204);

        assertThat(entrance()).isEmpty();
        assertThat(sender.head(to).status()).isEqualTo(410);
        Browser.Answer patch = sender.patch(to, 40, bytes(60));
        assertThat(patch.status()).isEqualTo(410);
        assertThat(patch.body()).contains("\"code\":\"upload-over\"");
        assertThat(sender.end(to).status()).isEqualTo(410);
        assertThat(read(to)).contains("\"state\":\"given-up\"");
    }

    @Test
    void anExpiredOneIsLetGoOf() {
        String to = begun(100);
        sender.patch(to, 0, bytes(40));
        assertThat(sender.head(to).header("Upload-Expires")).endsWith("GMT");

        upkeep.drop(Instant.now());
        String before = sender.head(to).header("Upload-Offset");
        upkeep.drop(Instant.now().plus(Uploads.LIFE));

        assertThat(before).isEqualTo("40");
        assertThat(entrance()).isEmpty();
        assertThat(sender.head(to).status()).isEqualTo(410);
    }

    @Test
    void whatArrivedBeforeTheConnectionBrokeIsKeptAndGoneOnWith() throws IOException {
        byte[] file = bytes(3_000_000);
        String to = begun(file.length);

        Socket half = TusSender.half(port, token, to, 0, file.length, Arrays.copyOf(file, 2_000_000));
        half.close();
        int offset = 2_000_000;
        // Asked before the server has read it to its end, it stands at nothing yet, or is busy.
        await(() -> sender.head(to).header("Upload-Offset").equals("" + offset));
        sender.patch(to, offset, Arrays.copyOfRange(file, offset, file.length));

        assertThat(onlyExhibit().content().orElseThrow().digest()).isEqualTo(Digest.of(file));
    }

    @Test
    void oneRequestAtATimeGoesOnWithAnUpload() throws IOException {
        String to = begun(1000);
        try (Socket half = TusSender.half(port, token, to, 0, 1000, bytes(10))) {
            await(() -> sender.head(to).status() == 423);

            Browser.Answer second = sender.patch(to, 0, bytes(20));

            assertThat(second.status()).isEqualTo(423);
            assertThat(second.body()).contains("\"code\":\"upload-busy\"");
            assertThat(sender.end(to).status()).isEqualTo(423);
            assertThat(half.isClosed()).isFalse();
        }
        await(() -> sender.head(to).status() == 200);
    }

    @Test
    void aClientThatCannotPatchSaysSoInAHeader() {
        byte[] file = bytes(40);
        String to = begun(file.length);

        Browser.Answer sent =
                sender.send("POST", to, TusSender.TYPE, file, "Upload-Offset", "0", "X-HTTP-Method-Override", "PATCH");

        assertThat(sent.status()).isEqualTo(204);
        assertThat(onlyExhibit().content().orElseThrow().digest()).isEqualTo(Digest.of(file));
    }

    @Test
    void whatFindsNoRoomUnderAQuotaIsRefusedBeforeItIsSent() {
        Member ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        Acting.as(acting(ada), () -> {
            int version = storage.read().version();
            return storage.limit(version, new Storage.Wish("each-case", "", "1 MB", "Agreed"));
        });

        Browser.Answer refused = sender.begin(1_000_001, metadata("case", harbour.toString(), "filename", "a"));

        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("\"code\":\"quota-reached\"");
        assertThat(sender.begin(Uploads.LONGEST + 1, metadata("case", harbour.toString(), "filename", "a"))
                        .body())
                .contains("\"code\":\"upload-too-long\"");
        assertThat(entrance()).isEmpty();
        assertThat(trail()).contains("quota-reached");
    }

    @Test
    void oneOfNothingAndOneSentWholeAreReceivedAtOnce() {
        Browser.Answer empty = sender.begin(0, metadata("case", harbour.toString(), "filename", "empty.txt"));
        byte[] note = bytes(50);
        Browser.Answer whole = sender.send(
                "POST",
                "/api/v1/uploads",
                TusSender.TYPE,
                note,
                "Upload-Length",
                "50",
                "Upload-Metadata",
                metadata("case", harbour.toString(), "filename", "note.txt"));

        assertThat(empty.status()).isEqualTo(201);
        assertThat(empty.body()).contains("\"state\":\"received\"");
        assertThat(whole.status()).isEqualTo(201);
        assertThat(whole.header("Upload-Offset")).isEqualTo("50");
        assertThat(list()).extracting(Exhibit::name).containsExactly("empty.txt", "note.txt");
        assertThat(list().getLast().content().orElseThrow().digest()).isEqualTo(Digest.of(note));
    }

    @Test
    void aFileThatIsNotWhatWasStatedIsNotKept() {
        byte[] file = bytes(50);
        String to = address(sender.begin(
                50,
                metadata(
                        "case",
                        harbour.toString(),
                        "filename",
                        "a",
                        "sha256",
                        Digest.of(bytes(50)).hex())));

        Browser.Answer refused = sender.patch(to, 0, file);

        assertThat(refused.status()).isEqualTo(460);
        assertThat(refused.body())
                .contains("upload-digest-differs", Digest.of(file).hex());
        assertThat(sender.head(to).status()).isEqualTo(410);
        assertThat(read(to)).contains("\"state\":\"refused\"");
        assertThat(list()).isEmpty();
        assertThat(entrance()).isEmpty();
    }

    @Test
    void whatArrivedWholeBeforeAKillIsReceivedWhenItIsAskedFor() {
        byte[] file = bytes(80);
        String to = begun(file.length);
        sender.patch(to, 0, Arrays.copyOf(file, 30));
        UUID id = UUID.fromString(to.replaceAll(".*/", ""));
        Acting.as(acting(mara), () -> {
            UUID arriving = Objects.requireNonNull(
                            new TransactionTemplate(transactions).execute(status -> table.own(harbour, id, mara.id())))
                    .orElseThrow()
                    .arriving();
            try (Arriving rest = vault.resume(harbour, arriving).orElseThrow()) {
                return rest.append(new ByteArrayInputStream(file, 30, 50), 50);
            }
        });

        Browser.Answer stands = sender.head(to);
        Browser.Answer again = sender.head(to);

        assertThat(stands.status()).isEqualTo(200);
        assertThat(stands.header("Upload-Offset")).isEqualTo("80");
        assertThat(again.header("Upload-Offset")).isEqualTo("80");
        assertThat(onlyExhibit().content().orElseThrow().digest()).isEqualTo(Digest.of(file));
    }

    @Test
    void onTheTrailIsThatItWasBegunAndReceivedAndNotEachPiece() {
        String to = begun(30);
        for (int at = 0; at < 30; at += 10) {
            sender.patch(to, at, bytes(10));
        }

        String trail = trail();

        assertThat(trail)
                .containsOnlyOnce("custody.begin-upload")
                .containsOnlyOnce("custody.receive-upload")
                .containsOnlyOnce("\"custody.receive\"")
                .doesNotContain("custody.go-on-with-upload");
    }

    @Test
    void itGoesIntoTheIngestionThatIsNamed() {
        Browser api = browser().withToken(token);
        String address = "/api/v1/cases/" + harbour + "/ingestions";
        String ingestion = api.json("POST", address, "{\"title\": \"Quay\", \"expected\": 1}")
                .body()
                .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        String to = address(
                sender.begin(5, metadata("case", harbour.toString(), "filename", "a.bin", "ingestion", ingestion)));

        sender.patch(to, 0, bytes(5));
        api.json("POST", address + "/" + ingestion + "/complete", "");
        Browser.Answer late =
                sender.begin(5, metadata("case", harbour.toString(), "filename", "a.bin", "ingestion", ingestion));

        assertThat(api.get(address + "/" + ingestion + "/items").body())
                .contains("\"path\":\"a.bin\"", onlyExhibit().id().toString());
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("ingestion-complete");
    }

    @Test
    void aPageSendsWithItsSessionAndItsToken() {
        Browser page = browser(mara);
        String csrf = page.get("/cases/" + harbour + "/documents")
                .page()
                .select("meta[name=csrf]")
                .attr("content");
        String said = metadata("case", harbour.toString(), "filename", "plan.bin");

        Browser.Answer forged = new TusSender(page).begin(4, said);
        TusSender own = new TusSender(page, "X-CSRF-TOKEN", csrf);
        String to = address(own.begin(4, said));
        Browser.Answer sent = own.patch(to, 0, bytes(4));

        assertThat(forged.status()).isEqualTo(403);
        assertThat(sent.status()).isEqualTo(204);
        assertThat(onlyExhibit().origin().code()).isEqualTo("upload");
    }

    private String begun(long length) {
        return address(
                sender.begin(length, metadata("case", harbour.toString(), "path", "quay/plan.bin", "filetype", "x/y")));
    }

    private static String address(Browser.Answer begun) {
        assertThat(begun.status()).as(begun.body()).isEqualTo(201);
        return begun.header("Location");
    }

    private String read(String of) {
        return browser().withToken(token).get(of).body();
    }

    private String trail() {
        return browser()
                .withToken(token)
                .get("/api/v1/cases/" + harbour + "/trail?limit=200")
                .body();
    }

    private List<Exhibit> list() {
        return Acting.as(acting(mara), () -> exhibits.list(harbour, 0, 100));
    }

    private Exhibit onlyExhibit() {
        assertThat(list()).hasSize(1);
        return list().getFirst();
    }

    /** What lies in the vault's entrance for this case. */
    private List<Path> entrance() {
        Path folder = data.toAbsolutePath().resolve("vault");
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (var all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().contains("entrance")
                            && file.toString().contains(harbour.toString()))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String masked(Browser.Answer answer) {
        return answer.status() + answer.body().replaceAll("\"(trace_id|instance)\":\"[^\"]*\"", "");
    }

    private static void await(BooleanSupplier there) {
        Instant until = Instant.now().plusSeconds(60);
        while (!there.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(until);
            LockSupport.parkNanos(20_000_000);
        }
    }

    private static String hash(String algorithm, byte[] bytes) throws Exception {
        return base64(MessageDigest.getInstance(algorithm).digest(bytes));
    }

    private byte[] bytes(int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
