package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;
import org.plumbline.kernel.Digest;

/**
 * A large file sent from the page over a slow line: paused, gone on with, and taken up after the page was loaded anew.
 */
class SendingWalkTest {
    private final Path folder = Scratch.folder("sending");

    @AfterEach
    void clean() {
        Scratch.delete(folder);
    }

    @Test
    void aFileIsPausedAndTakenUpAfterAReload() throws IOException {
        byte[] survey = new byte[12_000_000];
        new Random(2031).nextBytes(survey);
        Path file = Files.write(folder.resolve("survey.bin"), survey);
        try (Installation demo = Installation.demo(folder.resolve("demo"));
                Window window = new Window()) {
            var api = new Api(demo.address(), demo.printed().token());
            String caseId = api.get("/cases")
                    .body()
                    .required("items")
                    .get(0)
                    .required("id")
                    .asString();
            window.page().navigate(demo.printed().links().get("investigator"));
            window.open(demo.address() + "/cases/" + caseId + "/documents");
            slow(window, 1_500_000);

            send(window, file);
            Locator pause = window.page().locator("[data-pause]");
            window.page().waitForCondition(() -> value(window) > 2_000_000);
            pause.click();
            assertThat(pause).hasText("Go on");
            window.look("sending-paused");
            window.page().reload();
            assertThat(window.page().locator("[data-left]")).containsText("not here whole: 1.");
            window.look("sending-unfinished");
            slow(window, -1);
            send(window, file);
            window.page().waitForURL(Pattern.compile(".*/ingestions/[0-9a-f-]{36}$"));

            assertThat(api.all("/cases/" + caseId + "/exhibits", "after")
                            .getLast()
                            .required("sha256")
                            .asString())
                    .isEqualTo(Digest.of(survey).hex());
            String trail =
                    api.get("/cases/" + caseId + "/trail?limit=200").body().toString();
            assertThat(trail.split("custody.begin-upload", -1)).hasSize(2);
            assertThat(window.complaints()).isEmpty();
            assertThat(window.findings()).isEmpty();
        }
    }

    private static void send(Window window, Path file) {
        window.page().locator("#f-files").setInputFiles(file);
        window.press("Add to the case");
    }

    private static long value(Window window) {
        return Long.parseLong(
                String.valueOf(window.page().locator("[data-sending] progress").getAttribute("value")));
    }

    /** Bytes a second that leave the browser; any number when negative. */
    private static void slow(Window window, int bytes) {
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", 0);
        conditions.addProperty("downloadThroughput", -1);
        conditions.addProperty("uploadThroughput", bytes);
        window.page().context().newCDPSession(window.page()).send("Network.emulateNetworkConditions", conditions);
    }
}
