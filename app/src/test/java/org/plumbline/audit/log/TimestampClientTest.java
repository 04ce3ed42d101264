package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpClient;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.timestamp.Timestamp;
import org.plumbline.engine.log.timestamp.TimestampClient;
import org.plumbline.engine.log.timestamp.TimestampQuestion;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.testing.TimestampAuthority;
import org.plumbline.testing.TimestampAuthority.Way;

/** What an authority may answer, asked over HTTP and inside the server. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimestampClientTest {
    private static final String TEXT = "harbour.example/trail\n92\nGr1p\n";
    private static final TimestampQuestion QUESTION =
            new TimestampQuestion(TEXT, BigInteger.valueOf(0x8123_4567_89abL));

    @TempDir
    private Path folder;

    private TimestampAuthority authority;

    @BeforeAll
    void start() throws Exception {
        authority = new TimestampAuthority();
    }

    @AfterAll
    void stop() {
        authority.close();
    }

    @Test
    void anOutsideAuthoritysTokenSaysWhoAndWhen() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        Timestamp stamp = Timestamp.read(ask(Way.SOUND, Duration.ofSeconds(20)));

        assertThat(stamp.authority()).isEqualTo("CN=Meridian Time");
        assertThat(stamp.selfAsserted()).isFalse();
        assertThat(stamp.at()).isBetween(before.minusSeconds(1), Instant.now());
        assertThat(stamp.nonce()).contains(QUESTION.nonce());
        stamp.requireOver(TEXT);
        assertThatThrownBy(() -> stamp.requireOver(TEXT + " "))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.fault()).isEqualTo(Fault.TIMESTAMP_IMPRINT));
    }

    @ParameterizedTest
    @CsvSource({
        "OTHER_NONCE, TIMESTAMP_NONCE",
        "OTHER_IMPRINT, TIMESTAMP_IMPRINT",
        "OTHER_PURPOSE, TIMESTAMP_PURPOSE",
        "OTHER_SIGNATURE, TIMESTAMP_SIGNATURE",
        "NO_CERTIFICATE, TIMESTAMP_CERTIFICATE",
        "GARBAGE, TIMESTAMP_FORM",
        "TOO_BIG, TOO_LONG",
        "REJECTED, TIMESTAMP_REJECTED",
        "FAILING, TIMESTAMP_UNANSWERED",
        "ELSEWHERE, TIMESTAMP_UNANSWERED",
        "OTHER_TYPE, TIMESTAMP_UNANSWERED"
    })
    void eachOtherAnswerIsRefusedByName(Way way, Fault fault) {
        assertThatThrownBy(() -> ask(way, Duration.ofSeconds(20)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.fault()).isEqualTo(fault));
    }

    @Test
    void anAnswerThatDoesNotEndIsGivenUp() {
        assertThatThrownBy(() -> ask(Way.SLOW, Duration.ofSeconds(2)))
                .isInstanceOf(HttpTimeoutException.class)
                .hasMessageContaining("did not end within");
    }

    @Test
    void aClientThatFollowsElsewhereIsNotMade() {
        HttpClient following = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();

        assertThatThrownBy(() -> new TimestampClient(following, authority.address(), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyChangedByteOfATokenIsNoticed() throws Exception {
        byte[] token = ask(Way.SOUND, Duration.ofSeconds(20));
        Timestamp sound = Timestamp.read(token);
        // Bytes of certificates beside the signer's are the one part that nothing is said about.
        int unnoticed = 0;
        for (int at = 0; at < token.length; at += 3) {
            byte[] changed = token.clone();
            changed[at] ^= 0x01;
            try {
                assertThat(Timestamp.read(changed)).isEqualTo(sound);
                unnoticed++;
            } catch (Refused named) {
                assertThat(named.fault().code()).startsWith("timestamp-");
            }
        }
        assertThat(unnoticed).isLessThan(token.length / 3 / 2);
    }

    @Test
    void theEmbeddedAuthorityMarksItselfAndKeepsItsKeyToItself() throws Exception {
        KeyFolder keys = KeyFolder.usual(folder.resolve("office"));

        Timestamp first = Timestamp.read(embedded(keys).ask(QUESTION));
        Timestamp again = Timestamp.read(embedded(keys).ask(QUESTION));

        assertThat(first.selfAsserted()).isTrue();
        assertThat(first.authority()).contains("self-asserted");
        assertThat(again.fingerprint()).isEqualTo(first.fingerprint());
        Path file = KeyFolder.file(folder.resolve("office"), KeyKind.TIMESTAMPS);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file)).doesNotContain("PRIVATE");
    }

    @Test
    void anotherLibraryVerifiesBothKindsOfTokens() throws Exception {
        KeyFolder keys = KeyFolder.usual(folder.resolve("library"));
        byte[] own = embedded(keys).ask(QUESTION);
        String pem = keys.find(KeyKind.TIMESTAMPS).orElseThrow().secret();
        var certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(
                        pem.substring(pem.indexOf("-----BEGIN CERT")).getBytes(StandardCharsets.US_ASCII)));

        requireSound(own, certificate);
        requireSound(ask(Way.SOUND, Duration.ofSeconds(20)), authority.certificate());
        assertThatThrownBy(() -> requireSound(own, authority.certificate())).isInstanceOf(TSPException.class);
    }

    @Test
    @EnabledIf("opensslIsHere")
    void opensslVerifiesBothKindsOfTokens() throws Exception {
        KeyFolder keys = KeyFolder.usual(folder.resolve("openssl"));
        byte[] own = embedded(keys).ask(QUESTION);
        String pem = keys.find(KeyKind.TIMESTAMPS).orElseThrow().secret();
        Path ownCertificate =
                Files.writeString(folder.resolve("own.crt"), pem.substring(pem.indexOf("-----BEGIN CERT")));

        assertThat(openssl(own, ownCertificate)).contains("Verification: OK");
        assertThat(openssl(ask(Way.SOUND, Duration.ofSeconds(20)), written(authority.root())))
                .contains("Verification: OK");
        assertThat(openssl(own, written(authority.root()))).contains("Verification: FAILED");
    }

    static boolean opensslIsHere() {
        return Files.isExecutable(Path.of("/usr/bin/openssl"));
    }

    private static EmbeddedAuthority embedded(KeyFolder keys) throws IOException {
        return EmbeddedAuthority.of(keys, Clock.systemUTC(), new SecureRandom());
    }

    private synchronized byte[] ask(Way way, Duration patience) throws IOException, InterruptedException, Refused {
        authority.way = way;
        try (HttpClient http = HttpClient.newHttpClient()) {
            return new TimestampClient(http, authority.address(), patience).ask(QUESTION);
        }
    }

    private Path written(X509Certificate certificate) throws Exception {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
        return Files.writeString(
                folder.resolve("root.crt"), "-----BEGIN CERTIFICATE-----\n" + body + "\n-----END CERTIFICATE-----\n");
    }

    /** What the library says that has not read our tokens so far. */
    private static void requireSound(byte[] token, X509Certificate certificate) throws Exception {
        new TimeStampToken(new CMSSignedData(token))
                .validate(new JcaSimpleSignerInfoVerifierBuilder().build(certificate));
    }

    private String openssl(byte[] token, Path trusted) throws IOException, InterruptedException {
        Path text = Files.writeString(folder.resolve("text"), TEXT, StandardCharsets.UTF_8);
        Path tsr = Files.write(folder.resolve("token.tsr"), token);
        Process openssl = new ProcessBuilder(
                        "openssl",
                        "ts",
                        "-verify",
                        "-data",
                        text.toString(),
                        "-token_in",
                        "-in",
                        tsr.toString(),
                        "-CAfile",
                        trusted.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(openssl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        openssl.waitFor();
        return said;
    }
}
