package org.plumbline.administration.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where nobody outside answers: a witness and an authority at a port that is closed, a file that is not there. */
class WitnessesPageTest extends ApplicationTest {
    @TempDir
    private static Path folder;

    @DynamicPropertySource
    static void nobody(DynamicPropertyRegistry properties) throws IOException, Refused {
        int closed;
        try (var probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = probe.getLocalPort();
        }
        SignerKey witness = SignerKey.generate("dock.example", KeyType.COSIGNATURE_ED25519, new SecureRandom());
        SignerKey log = SignerKey.generate("pier.example/trail", KeyType.ED25519, new SecureRandom());
        Path policy = Files.writeString(
                folder.resolve("witnesses"),
                "witness dock " + witness.verifier() + " http://127.0.0.1:" + closed + "/witness\nquorum dock\n");
        Path logs = Files.writeString(folder.resolve("logs"), "log " + log.verifier() + "\nquorum none\n");
        properties.add("plumbline.trail.witnesses", policy::toString);
        properties.add("plumbline.witness.logs", logs::toString);
        properties.add("plumbline.trail.timestamps.url", () -> "http://127.0.0.1:" + closed + "/time");
    }

    @Test
    void whoDoesNotAnswerIsNamedWithWhatToDo() {
        Member ada = member(organisation(), "Ada Finch", Role.ADMINISTRATOR);
        var browser = browser(ada);

        Element page = browser.get("/admin/witnesses").page();
        var asked = browser.submit(browser.get("/admin/witnesses"), "/admin/witnesses/ask", java.util.Map.of())
                .page();

        assertThat(page.text()).contains("pier.example/trail", "nothing seen yet", "nowhere; name a file");
        assertThat(asked.expectFirst(".pl-note").text()).contains("0 of 1", "1 could not be asked");
        assertThat(asked.expectFirst("section[aria-labelledby=h-asked] tbody tr")
                        .text())
                .contains("dock", "Failed", "Nothing answers at its address", "nothing yet");
    }

    @Test
    void aTimeThatDoesNotComeIsSaidOverTheApiAndOnTheTrail() {
        var office = organisation();
        Member ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        var api = api(ada);
        await(
                "something sealed",
                () -> json(api.get("/api/v1/admin/witnesses").body())
                                .required("size")
                                .asLong()
                        > 0);

        JsonNode answer =
                json(api.json("POST", "/api/v1/admin/timestamps/ask", "").body());
        JsonNode after = json(api.get("/api/v1/admin/witnesses").body());

        assertThat(answer.required("outcome").asString()).isEqualTo("failed");
        JsonNode times = after.required("timestamps");
        assertThat(times.required("failure").required("kind").asString()).isEqualTo("no-connection");
        assertThat(times.required("awaiting").asLong()).isPositive();
        assertThat(times.has("size")).isFalse();
        Member sunniva = member(office, "Sunniva Rask", Role.OVERSEER);
        assertThat(browser(sunniva).get("/oversight").page().text()).contains("Asked for a timestamp at once");
    }

    @Test
    void nobodyElseReadsOrAsks() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);

        assertThat(browser(mara).get("/admin/witnesses").status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1/admin/witnesses").status()).isEqualTo(403);
        assertThat(api(mara).json("POST", "/api/v1/admin/witnesses/ask", "").status())
                .isEqualTo(403);
        assertThat(api(mara).json("POST", "/api/v1/admin/timestamps/ask", "").status())
                .isEqualTo(403);
    }

    private static JsonNode json(String body) {
        return JsonMapper.shared().readTree(body);
    }

    private static void await(String what, BooleanSupplier done) {
        Instant latest = Instant.now().plusSeconds(30);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
