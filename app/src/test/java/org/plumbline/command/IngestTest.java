package org.plumbline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.Cases;
import org.plumbline.documents.Harbour;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class IngestTest extends ApplicationTest {
    private static final String PURPOSE = "Contract reconciliation";

    @Autowired
    private Cases cases;

    @Autowired
    private org.plumbline.custody.Exhibits exhibits;

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Member mara;
    private CaseFile harbour;

    @BeforeEach
    void people() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(Harbour.opening()));
    }

    @Test
    void aFolderEndsWithTheLedgersTotals() throws IOException {
        Files.createDirectories(folder.resolve("quay"));
        Files.writeString(folder.resolve("quay/plan.txt"), "The quay plan.");
        Files.writeString(folder.resolve("quay/again.txt"), "The quay plan.");
        Files.createFile(folder.resolve("quay/empty.txt"));

        int exit = ingest(token(), harbour.number(), PURPOSE, folder.resolve("quay"));

        assertThat(said(err)).isEmpty();
        assertThat(exit).isZero();
        assertThat(said(out))
                .containsPattern("indexed +1")
                .containsPattern("duplicate +1")
                .containsPattern("empty +1");
        assertThat(said(out)).containsPattern("total +3").endsWith("3 received, 0 found inside\n");
    }

    @Test
    void aLargeFileArrivesInPiecesAndIsReadLikeAnyOther() throws IOException {
        byte[] plan = "The quay plan, once more. ".repeat(700_000).getBytes(StandardCharsets.UTF_8);
        Files.write(folder.resolve("plan.bin"), plan);
        Files.writeString(folder.resolve("small.txt"), "The quay plan.");

        int exit = ingest(token(), harbour.number(), PURPOSE, folder);

        assertThat(said(err)).isEmpty();
        assertThat(exit).isZero();
        assertThat((long) plan.length).isGreaterThan(ResumableFile.FROM_BYTES);
        assertThat(said(out)).endsWith("2 received, 0 found inside\n");
        assertThat(Acting.as(acting(mara), () -> exhibits.list(harbour.id(), 0, 10)))
                .extracting(exhibit -> exhibit.content().orElseThrow().digest())
                .contains(org.plumbline.kernel.Digest.of(plan));
        assertThat(api(mara)
                        .get("/api/v1/cases/" + harbour.id() + "/trail?limit=200")
                        .body())
                .containsOnlyOnce("custody.begin-upload");
    }

    @Test
    void comparisonDigestsAreAskedForInPiecesAndWhole() throws IOException {
        Files.write(
                folder.resolve("plan.bin"),
                "The quay plan, once more. ".repeat(700_000).getBytes(StandardCharsets.UTF_8));
        Files.writeString(folder.resolve("small.txt"), "The quay plan.");

        int exit = ingest(token(), harbour.number(), PURPOSE, folder, "--digests", "md5,sha1");

        assertThat(said(err)).isEmpty();
        assertThat(exit).isZero();
        // By md5sum of GNU coreutils 9.1.
        assertThat(api(mara).get("/api/v1/cases/" + harbour.id() + "/exhibits").body())
                .contains("aafc98929075afd0f25eb1782b4f1655", "375e6b4754e511e5bc4a419152b7dee5");
    }

    @Test
    void anUnknownComparisonDigestIsNamed() throws IOException {
        Files.writeString(folder.resolve("small.txt"), "The quay plan.");

        assertThat(ingest(token(), harbour.number(), PURPOSE, folder, "--digests", "crc32"))
                .isEqualTo(1);
        assertThat(said(err)).contains("crc32").contains("md5, sha1");
    }

    @Test
    void aMissingTokenIsNamed() {
        assertThat(ingest("", harbour.number(), PURPOSE, folder)).isEqualTo(1);
        assertThat(said(err)).contains("PLUMBLINE_TOKEN is not set");
    }

    @Test
    void anUnknownCaseIsNamed() throws IOException {
        Files.writeString(folder.resolve("plan.txt"), "The quay plan.");

        assertThat(ingest(token(), "1999-0001", PURPOSE, folder)).isEqualTo(1);
        assertThat(said(err)).contains("Case 1999-0001 does not exist, or you may not see it");
    }

    @Test
    void aMissingPathIsNamedAndNothingIsSent() {
        assertThat(ingest(token(), harbour.number(), PURPOSE, folder.resolve("away")))
                .isEqualTo(1);
        assertThat(said(err)).contains("There is no file or folder", "nothing was sent");
    }

    @Test
    void anotherPurposeIsRefusedWithTheCasesOwn() throws IOException {
        Files.writeString(folder.resolve("plan.txt"), "The quay plan.");

        assertThat(ingest(token(), harbour.number(), "Curiosity", folder)).isEqualTo(1);
        assertThat(said(err)).contains("The purpose of this case is \"Contract reconciliation\", not \"Curiosity\"");
    }

    @Test
    void aServerThatIsAwayIsNamed() throws IOException {
        Files.writeString(folder.resolve("plan.txt"), "The quay plan.");

        int exit = new Ingest(print(out), print(err), false)
                .run(
                        new String[] {
                            "--case", "1", "--purpose", "x", "--server", "http://127.0.0.1:1", folder.toString()
                        },
                        Map.of(Ingest.TOKEN, "t"));

        assertThat(exit).isEqualTo(1);
        assertThat(said(err)).contains("http://127.0.0.1:1 cannot be reached");
    }

    private int ingest(String token, String number, String purpose, Path path, String... more) {
        String[] arguments = {
            "--case", number, "--purpose", purpose, "--server", "http://127.0.0.1:" + port, path.toString()
        };
        return new Ingest(print(out), print(err), false)
                .run(
                        Stream.concat(Arrays.stream(arguments), Arrays.stream(more))
                                .toArray(String[]::new),
                        Map.of(Ingest.TOKEN, token));
    }

    private String token() {
        return enrolment.token(mara.id(), "test", true, Duration.ofHours(1));
    }

    private static PrintStream print(ByteArrayOutputStream to) {
        return new PrintStream(to, true, StandardCharsets.UTF_8);
    }

    private static String said(ByteArrayOutputStream in) {
        return in.toString(StandardCharsets.UTF_8);
    }
}
