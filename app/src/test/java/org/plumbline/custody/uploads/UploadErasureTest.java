package org.plumbline.custody.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** A case is erased beside uploads of it that have not arrived whole: nothing of their bytes is left. */
class UploadErasureTest extends HarbourUploads {
    @Autowired
    private Turns turns;

    private Browser lead;
    private Browser supervisor;
    private Browser overseer;
    private String base = "";

    @BeforeEach
    void deciders() {
        Member soren = member(office, "Soren Vale", Role.SUPERVISOR);
        lead = api(mara);
        supervisor = api(soren);
        overseer = api(member(office, "Ines Abernal", Role.OVERSEER));
        base = "/api/v1/cases/" + harbour;
        made(lead.json("POST", base + "/team", """
                {"member": "%s", "standing": "supervisor", "reason": "Supervises"}""".formatted(soren.id())));
    }

    @Test
    void nothingIsLeftOfAnUploadThatWaitsForItsNextPiece() {
        String to = begun(300_000);
        sender.patch(to, 0, bytes(100_000));
        assertThat(entrance()).isNotEmpty();

        erase();

        assertThat(entrance()).isEmpty();
        assertThat(sender.patch(to, 100_000, bytes(10)).status()).isEqualTo(404);
        assertThat(sender.head(to).status()).isEqualTo(404);
        assertThat(sender.end(to).status()).isEqualTo(404);
        assertThat(browser().withToken(token).get(to).status()).isEqualTo(404);
        assertThat(entrance()).isEmpty();
    }

    @Test
    void aPieceThatIsArrivingIsLetGoOf() throws IOException {
        String to = begun(10_000_000);
        UUID id = UUID.fromString(to.replaceAll(".*/", ""));
        // More than a segment of the vault, so that there are bytes on the disk while it arrives.
        try (Socket half = TusSender.half(port, token, to, 0, 10_000_000, bytes(9_000_000))) {
            await(() -> entrance().stream().mapToLong(UploadErasureTest::size).sum() > 8_000_000);

            erase();

            half.getOutputStream().write(bytes(500_000));
            half.getOutputStream().flush();
            String answer =
                    new String(half.getInputStream().readNBytes(12), java.nio.charset.StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 410");
        }
        await(() -> turns.ifFree(id, () -> true).isPresent());
        assertThat(entrance()).isEmpty();
        assertThat(sender.patch(to, 0, bytes(10)).status()).isEqualTo(404);
    }

    /** Returns once the vault says that it is clear of the case. */
    private void erase() {
        String number = made(lead.get(base)).replaceAll("(?s).*?\"number\":\"([^\"]+)\".*", "$1");
        String asked = made(lead.json("POST", base + "/erasures", "{\"ground\": \"Schedule 4\", \"reason\": \"Time\"}"))
                .replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        made(supervisor.json("POST", base + "/erasures/" + asked + "/confirm", "{\"number\": \"" + number + "\"}"));
        await(() -> overseer.get("/api/v1/erased-cases").body().contains("\"place\":\"vault\""));
    }

    private static String made(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isBetween(200, 204);
        return answer.body();
    }

    private static long size(java.nio.file.Path file) {
        try {
            return Files.size(file);
        } catch (IOException gone) {
            return 0;
        }
    }
}
