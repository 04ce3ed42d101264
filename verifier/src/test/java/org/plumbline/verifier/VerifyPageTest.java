package org.plumbline.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.evidence.bag.MadeBag;
import org.plumbline.engine.evidence.packages.Layout;

/** What verify.html says of packages, opened from their folder without a network. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VerifyPageTest {
    private static final String GOOD = "Consistent, under keys that nobody has vouched for";
    private static final String BAD = "Does not hold";

    @TempDir
    private static Path folder;

    private final HarbourPackage harbour = new HarbourPackage(HarbourChains.all());
    private final List<String> complaints = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();
    private Playwright playwright;
    private Browser browser;
    private BrowserContext context;
    private Page page;
    private Path good;
    private int made;

    @BeforeAll
    void launch() throws Exception {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        good = unpacked(harbour.make(folder.resolve("scratch")));
    }

    @AfterAll
    void quit() {
        browser.close();
        playwright.close();
    }

    @BeforeEach
    void open() {
        context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setColorScheme(ColorScheme.DARK)
                .setOffline(true));
        page = context.newPage();
        page.onConsoleMessage(message -> complaints.add(message.text()));
        page.onPageError(complaints::add);
        page.onRequest(request -> asked.add(request.url()));
        page.navigate(good.resolve("verify.html").toUri().toString());
    }

    @AfterEach
    void noComplaintAndNoNetwork() {
        context.close();
        assertThat(complaints).isEmpty();
        assertThat(asked).allMatch(url -> url.startsWith("file:") || url.startsWith("blob:"));
        complaints.clear();
        asked.clear();
    }

    @Test
    void aGoodPackageIsConsistentAsFolderAndAsArchive() throws Exception {
        String said = chosen(good);

        assertThat(said)
                .contains(GOOD)
                .contains("3 chains of custody with 4 acts")
                .contains("2 originals have the digests")
                .contains("7 entries of the trail name each receipt and act")
                .contains("states of all of it, and of the terms apart (Ed25519)")
                .contains("the checkpoint of that tree is signed by harbour.example/trail (Ed25519)")
                .contains("the signatures of people's passkeys")
                .contains("the timestamps of outside authorities")
                .contains("witnesses: the checkpoint has none")
                .contains("Court of Skagen, chamber 2")
                .contains(harbour.organisation.verifier().toString())
                .contains(harbour.log.verifier().toString());
        assertThat(page.locator("#digest").textContent())
                .isEqualTo(HarbourPackage.sha256(Files.readAllBytes(good.resolve("verify.html"))));
        assertThat(dropped(zip(harbour))).contains(GOOD);
    }

    @Test
    void eachDamageIsNamedByItsFile() throws Exception {
        try (Stream<Path> files = Files.walk(good)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = good.relativize(file).toString();
                byte[] bytes = Files.readAllBytes(file);
                byte[] changed = bytes.clone();
                changed[bytes.length / 2] ^= 1;
                Files.write(file, changed);
                assertThat(chosen(good)).as(name).contains(BAD);
                if (!name.contains("manifest")) {
                    assertThat(page.locator("#why").textContent()).as(name).contains(name);
                }
                Files.delete(file);
                assertThat(chosen(good)).as(name).contains(BAD);
                assertThat(page.locator("#why").textContent()).as(name).contains(name);
                Files.write(file, bytes);
            }
        }
        Files.writeString(good.resolve("data/originals/E0001/more"), "");
        assertThat(chosen(good)).contains(BAD).contains("data/originals/E0001/more: no manifest lists it");
        Files.delete(good.resolve("data/originals/E0001/more"));
        assertThat(chosen(good)).contains(GOOD);
    }

    @Test
    void whatTheOrganisationItselfWouldHaveToForgeIsNamedToo() throws Exception {
        assertThat(twisted(files -> {
                    List<String> proofs = files.keySet().stream()
                            .filter(f -> f.startsWith(Layout.PROOFS))
                            .toList();
                    byte[] one = files.get(proofs.get(0));
                    files.put(proofs.get(0), files.get(proofs.get(1)));
                    files.put(proofs.get(1), one);
                }))
                .contains("its entry records something else");
        assertThat(twisted(edited("metadata/custody/E0001.json", "13T09:00", "13T08:00")))
                .contains("metadata/custody/E0001.json: act 2 does not count on");
        assertThat(twisted(edited("metadata/custody/E0002.json", "12T09:30", "11T09:30")))
                .contains("metadata/custody/E0002.json: its receipt is another");
        assertThat(twisted(edited("metadata/checkpoint", "\n7\n", "\n8\n"))).contains("under another checkpoint");
    }

    @Test
    void noHeaderOfAnArchiveCanChangeUnnoticed() throws Exception {
        Path archive = zip(harbour);
        byte[] bytes = Files.readAllBytes(archive);
        int directory = bytes.length - 22;

        for (int at : List.of(4, 8, 10, 14, 28, 31, directory - 40, directory - 5, directory + 4, directory + 10)) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            assertThat(dropped(Files.write(archive, changed))).as("byte %d", at).contains(BAD);
        }
        assertThat(dropped(Files.write(archive, java.util.Arrays.copyOf(bytes, bytes.length - 1))))
                .contains("archive: it is cut off, or something was added to it");
    }

    @Test
    void hashesAHundredMegabytesInASecond() throws Exception {
        // Best of three, on a machine that others use too: the figure is the code's, not the neighbours'.
        double best = 0;
        for (int i = 0; i < 3; i++) {
            best = Math.max(best, ((Number) page.evaluate("""
                    () => {
                      const block = new Uint8Array(8388608).fill(7), sha = new Sha256(), began = performance.now();
                      for (let i = 0; i < 12; i++) sha.add(block);
                      sha.done();
                      return 12 * 8.388608 / ((performance.now() - began) / 1000);
                    }""")).doubleValue());
        }

        assertThat(best).isGreaterThan(60);
    }

    @Test
    void itsOwnSha256IsThatOfTheStandardAtEveryLength() {
        for (int length : List.of(0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000, 65537)) {
            byte[] bytes = new byte[length];
            for (int i = 0; i < length; i++) {
                bytes[i] = (byte) (i * 31);
            }
            Object own = page.evaluate("""
                    length => {
                      const bytes = Uint8Array.from({ length }, (_, i) => i * 31), sha = new Sha256();
                      for (let at = 0; at < length; at += 37) sha.add(bytes.subarray(at, at + 37));
                      return hex(sha.done());
                    }""", length);
            assertThat(own).as("%d bytes", length).isEqualTo(HarbourPackage.sha256(bytes));
        }
    }

    @Test
    void isReadByKeyboardAndByScreenReadersInBothSchemes() throws Exception {
        chosen(good);
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("box");
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(390);
        for (ColorScheme scheme : List.of(ColorScheme.DARK, ColorScheme.LIGHT)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "verify-" + scheme + ".png")));
        }
    }

    private String chosen(Path unpacked) {
        page.locator("#result")
                .evaluate("result => { result.hidden = true; document.getElementById('folder').value = ''; }");
        page.locator("#folder").setInputFiles(unpacked);
        return said();
    }

    private String dropped(Path archive) {
        page.locator("#result")
                .evaluate("result => { result.hidden = true; document.getElementById('zip').value = ''; }");
        page.locator("#zip").setInputFiles(archive);
        return said();
    }

    private String said() {
        page.locator("#result").waitFor();
        return page.locator("main").innerText();
    }

    private String twisted(Consumer<Map<String, byte[]>> by) throws Exception {
        return dropped(zip(new HarbourPackage(HarbourChains.all()).twisted(by)));
    }

    private static Consumer<Map<String, byte[]>> edited(String file, String old, String by) {
        return files -> files.put(
                file,
                new String(files.get(file), StandardCharsets.UTF_8)
                        .replace(old, by)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private Path zip(HarbourPackage made) throws Exception {
        Path archive = folder.resolve("package-" + ++this.made + ".zip");
        try (var out = Files.newOutputStream(archive)) {
            made.make(folder.resolve("scratch-" + this.made)).writeZip(out);
        }
        return archive;
    }

    private Path unpacked(MadeBag bag) throws IOException {
        Path to = folder.resolve("evidence");
        bag.writeFolder(to);
        return to;
    }
}
