package org.plumbline.acceptance.walk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

/** An installation under a name of its own, by https, with a passkey bound to that name. */
class TlsWalkTest {
    private static final String HOST = "plumbline.test";

    private final Path folder = Scratch.folder("tls");
    private int port;
    private OwnCertificate certificate;
    private Installation demo;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        port = Installation.freePort();
        certificate = OwnCertificate.make(Files.createDirectories(folder), HOST);
        Path config = Files.writeString(folder.resolve("plumbline.toml"), """
                url = "https://%s:%d"

                [tls]
                certificate = "site.pem"
                key = "site.key"
                """.formatted(HOST, port));
        demo = Installation.demo(folder, config, port);
    }

    @AfterEach
    void end() {
        demo.close();
        Scratch.delete(folder);
    }

    @Test
    void aPasskeyIsMadeUnderTheNameAndSignsInThere() throws Exception {
        String site = "https://" + HOST + ":" + port;
        try (var window = new Window(List.of(
                "--host-resolver-rules=MAP " + HOST + " 127.0.0.1",
                "--ignore-certificate-errors-spki-list=" + certificate.fingerprint()))) {
            Page page = window.page();
            SignInWalkTest.device(page);
            String link = demo.printed().link("investigator");
            assertThat(link).startsWith(site + "/sign-in/");
            window.open(link);
            assertThat(page).hasURL(site + "/");
            Response home = page.reload();
            assertThat(home.headerValue("strict-transport-security")).startsWith("max-age=");
            assertThat(page.context().cookies())
                    .filteredOn(c -> c.name.equals("plumbline"))
                    .allMatch(c -> c.secure);

            window.open(site + "/account/sign-in");
            window.fill("name", "Work laptop");
            window.press("Add a passkey");
            assertThat(page.locator("main")).containsText("The passkey was added");
            page.locator(".pl-me").click();
            page.locator("form[action='/sign-out'] button").click();
            assertThat(page).hasURL(site + "/sign-in");
            window.press("Sign in with a passkey");
            assertThat(page).hasURL(site + "/");
            assertThat(window.complaints()).isEmpty();
        }
    }

    @Test
    void aRenewedCertificateIsShownWithoutAStartAndCommandsHaveTheirOwnDoor() throws Exception {
        assertThat(shown()).isEqualTo(certificate.certificate().getSerialNumber());
        OwnCertificate renewed = OwnCertificate.make(folder, HOST);

        Deadline.require(
                Duration.ofSeconds(60),
                "the renewed certificate is shown",
                () -> renewed.certificate().getSerialNumber().equals(shown()));
        Process command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.plumbline.Plumbline",
                        "admin",
                        "token",
                        "--service",
                        "Port register",
                        "--scope",
                        "read",
                        "--organisation",
                        "Inspectorate of Public Spending",
                        "--data",
                        demo.data().toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(command.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(command.waitFor()).as(said).isZero();
        assertThat(said).contains("plt_");
    }

    /** The serial number of the certificate that a client is shown now. */
    private BigInteger shown() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Whoever()}, null);
            try (var socket = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", port)) {
                socket.startHandshake();
                return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
            }
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Looks, and believes nobody: no secret is sent by this. */
    private static final class Whoever implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
