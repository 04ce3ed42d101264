package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.kernel.MemberId;
import org.plumbline.keys.KeyFolder;

/** Codes by RFC 6238, and how their secrets lie in the records. */
class CodesTest {
    private static final MemberId MARA = new MemberId(new UUID(1, 2));
    private static final MemberId NUNO = new MemberId(new UUID(1, 3));
    private static final Instant NOW = Instant.parse("2031-05-04T09:00:10Z");

    @TempDir
    private Path folder;

    private Codes codes;

    @BeforeEach
    void key() {
        codes = new Codes(new KeptKey(KeyFolder.usual(folder.resolve("data"))));
    }

    /** RFC 6238, appendix B, SHA-1, the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({"59,287082", "1111111109,081804", "1234567890,005924", "20000000000,353130"})
    void theVectorsOfTheStandardHold(long seconds, String code) {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

        assertThat(codes.step(secret, code, Instant.ofEpochSecond(seconds))).hasValue(seconds / 30);
    }

    @Test
    void aCodeOfTheStepBeforeOrAfterIsTakenAndNoOther() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        Instant of = Instant.ofEpochSecond(1_111_111_109);

        assertThat(codes.step(secret, "081804", of.plusSeconds(30))).hasValue(of.getEpochSecond() / 30);
        assertThat(codes.step(secret, "081 804", of.minusSeconds(30))).hasValue(of.getEpochSecond() / 30);
        assertThat(codes.step(secret, "081804", of.plusSeconds(60))).isEmpty();
        assertThat(codes.step(secret, "081804", of.minusSeconds(60))).isEmpty();
        assertThat(codes.step(secret, "", of)).isEmpty();
    }

    @Test
    void anOfferIsForOneMemberAndHalfAnHour() {
        CodeOffer offer = codes.offer(MARA, "Mara Quill", NOW);

        assertThat(offer.uri())
                .isEqualTo("otpauth://totp/Plumbline:Mara%20Quill?secret=" + offer.text() + "&issuer=Plumbline");
        assertThat(codes.again(MARA, "Mara Quill", offer.sealed(), NOW.plus(Duration.ofMinutes(29)))
                        .map(CodeOffer::text))
                .hasValue(offer.text());
        assertThat(codes.secret(MARA, offer.sealed(), NOW.plus(Duration.ofMinutes(31))))
                .isEmpty();
        assertThat(codes.secret(NUNO, offer.sealed(), NOW)).isEmpty();
        assertThat(codes.secret(MARA, offer.sealed().substring(1), NOW)).isEmpty();
        assertThat(codes.secret(MARA, "not base64!", NOW)).isEmpty();
    }

    @Test
    void aSecretLiesEncryptedUnderAKeyOnlyTheOwnerMayRead() throws IOException {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        Path key = folder.resolve("data/keys/sign-in.key");

        byte[] kept = codes.keep(MARA, secret);

        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(new Codes(new KeptKey(KeyFolder.usual(folder.resolve("data"))))
                        .step(MARA, kept, "287082", Instant.ofEpochSecond(59)))
                .hasValue(1);
    }

    @Test
    void aSecretMovedToAnotherMemberDoesNotOpen() {
        byte[] kept = codes.keep(MARA, new byte[20]);

        org.assertj.core.api.Assertions.assertThatIllegalStateException()
                .isThrownBy(() -> codes.step(NUNO, kept, "000000", NOW))
                .withMessageContaining("keys/sign-in.key");
    }
}
