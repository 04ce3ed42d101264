package org.plumbline.acceptance.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import io.tus.java.client.TusClient;
import io.tus.java.client.TusURLMemoryStore;
import io.tus.java.client.TusUpload;
import io.tus.java.client.TusUploader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.CommandRun;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;
import org.plumbline.kernel.Digest;
import tools.jackson.databind.JsonNode;

/** Clients of tus that others wrote, and our own command: each breaks off, and goes on after the server was killed. */
class TusClientsTest {
    private static final int PIECE = 1 << 20;

    private final Path folder = Scratch.folder("tus-clients");

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void clientsOfOthersGoOnAfterAKillOfTheServer() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path forNode = file(0);
        Path forJava = file(1);
        NodeClient node = NodeClient.installed();
        Path memory = folder.resolve("memory.json");
        try (Installation demo = Installation.demo(folder.resolve("demo"))) {
            String token = demo.printed().token();
            var api = new Api(demo.address(), token);
            String caseId = UploadsCampaign.openCase(api);
            var urls = new TusURLMemoryStore();

            NodeClient.Ran stopped = node.send(demo.address(), token, caseId, forNode, memory, "" + 3 * PIECE);
            breakOff(client(demo, token, urls), forJava, caseId);
            demo.kill9();
            demo.restart();
            NodeClient.Ran sent = node.send(demo.address(), token, caseId, forNode, memory);
            long offset = goOn(client(demo, token, urls), forJava, caseId);

            assertThat(stopped.exit()).as(stopped.said()).isEqualTo(3);
            assertThat(sent.exit()).as(sent.said()).isZero();
            assertThat(sent.said()).contains("\"resumed\":true");
            assertThat(offset).isGreaterThanOrEqualTo(PIECE);
            assertThat(api.all("/cases/" + caseId + "/exhibits", "after"))
                    .extracting(each -> each.required("sha256").asString())
                    .containsExactlyInAnyOrder(digest(forNode), digest(forJava));
            JsonNode trail = api.get("/cases/" + caseId + "/trail?limit=200").body();
            assertThat(trail.toString().split("custody.begin-upload", -1)).hasSize(3);
        }
    }

    @Test
    void theCommandWaitsForAServerThatIsStartedAgain() throws Exception {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path large = folder.resolve("large.bin");
        Files.write(large, new byte[900_000_000]);
        try (Installation demo = Installation.demo(folder.resolve("demo"))) {
            String token = demo.printed().token();
            var api = new Api(demo.address(), token);
            String caseId = UploadsCampaign.openCase(api);
            String number = api.get("/cases/" + caseId).expect(200).text("number");

            Process sending = CommandRun.started(
                    Map.of("PLUMBLINE_TOKEN", token),
                    folder.resolve("said"),
                    "ingest",
                    "--case",
                    number,
                    "--purpose",
                    "Keeping what was received",
                    "--server",
                    demo.address(),
                    large.toString());
            org.plumbline.acceptance.Deadline.require(
                    java.time.Duration.ofMinutes(2),
                    "bytes in the vault's entrance",
                    () -> Kept.bytesWaiting(demo.data()) > 10_000_000);
            demo.kill9();
            boolean cutOff = sending.isAlive();
            demo.restart();
            int exit = sending.waitFor();

            assertThat(cutOff).isTrue();
            assertThat(exit).as(Files.readString(folder.resolve("said"))).isZero();
            assertThat(api.all("/cases/" + caseId + "/exhibits", "after"))
                    .extracting(each -> each.required("bytes").asLong())
                    .containsExactly(900_000_000L);
        }
    }

    private static TusClient client(Installation demo, String token, TusURLMemoryStore urls) throws IOException {
        var client = new TusClient();
        client.setUploadCreationURL(
                URI.create(demo.address() + "/api/v1/uploads").toURL());
        client.setHeaders(Map.of("Authorization", "Bearer " + token));
        client.enableResuming(urls);
        return client;
    }

    /** Sends some of it, and goes away in the middle of a request. */
    private static void breakOff(TusClient client, Path file, String caseId) throws Exception {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            TusUploader uploader = client.resumeOrCreateUpload(upload(file, bytes, caseId));
            uploader.setChunkSize(PIECE / 4);
            uploader.setRequestPayloadSize(PIECE);
            for (int chunk = 0; chunk < 6; chunk++) {
                uploader.uploadChunk();
            }
        }
    }

    /** Sends the rest; answers from where. */
    private static long goOn(TusClient client, Path file, String caseId) throws Exception {
        try (var bytes = new BufferedInputStream(Files.newInputStream(file))) {
            TusUploader uploader = client.resumeUpload(upload(file, bytes, caseId));
            long from = uploader.getOffset();
            uploader.setChunkSize(PIECE / 4);
            while (uploader.uploadChunk() >= 0) {
                // Until nothing is left.
            }
            uploader.finish();
            return from;
        }
    }

    private static TusUpload upload(Path file, BufferedInputStream bytes, String caseId) throws IOException {
        var upload = new TusUpload();
        upload.setFingerprint(file.toString());
        upload.setSize(Files.size(file));
        upload.setInputStream(bytes);
        upload.setMetadata(Map.of("case", caseId, "filename", String.valueOf(file.getFileName())));
        return upload;
    }

    private Path file(int number) throws IOException {
        byte[] bytes = new byte[12 * PIECE + 17];
        new java.util.Random(number).nextBytes(bytes);
        return Files.write(folder.resolve("file-" + number + ".bin"), bytes);
    }

    private static String digest(Path file) throws IOException {
        return Digest.of(Files.readAllBytes(file)).hex();
    }
}
