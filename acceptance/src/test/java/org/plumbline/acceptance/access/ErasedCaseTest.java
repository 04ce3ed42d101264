package org.plumbline.acceptance.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.Scratch;

/** A word is planted in everything a person can write into a case; once the case is erased no file has it. */
class ErasedCaseTest {
    private static final List<Charset> WRITTEN_AS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE);

    private final Path folder = Scratch.folder("erased");

    @AfterEach
    void scratch() {
        Scratch.delete(folder);
    }

    @Test
    void noFileOfTheDataFolderHasTheWordOfAnErasedCase() throws IOException {
        String planted = "sturgeonwharf";
        String kept = "heronlanding";
        try (var installation = Installation.demo(folder)) {
            var door = new SignedIn(installation);
            Actor overseer = door.enrolled(1, "Ines Abernal", "overseer", Set.of());
            Actor administrator = door.enrolled(1, "Ada Finch", "administrator", Set.of());
            Actor lead = door.enrolled(1, "Mara Quill", "investigator", Set.of());
            Actor supervisor = door.enrolled(1, "Soren Vale", "investigator", Set.of());
            World.confirmed(new Api(installation.address(), administrator.token()));
            Api leading = new Api(installation.address(), lead.token());
            Target erased = CanaryCase.opened(leading, planted, true);
            CanaryCase.inside(leading, erased.caseId(), planted + "s");
            CanaryCase.opened(leading, kept, true);
            String in = "/cases/" + erased.caseId();
            leading.send(
                            "POST",
                            in + "/team",
                            Map.of("member", supervisor.id(), "standing", "supervisor", "reason", "-"))
                    .expect(201);
            String number = leading.get(in).expect(200).text("number");
            Files.writeString(installation.data().resolve("marker"), planted);
            assertThat(filesWith(installation.data(), planted))
                    .as("where the word lies before")
                    .anyMatch(file -> file.startsWith("marker"))
                    .anyMatch(file -> file.startsWith("records/"))
                    .anyMatch(file -> file.startsWith("index/"));
            Files.delete(installation.data().resolve("marker"));

            String asked = leading.send("POST", in + "/erasures", Map.of("ground", "Schedule 4", "reason", "Its time"))
                    .expect(201)
                    .text("id");
            new Api(installation.address(), supervisor.token())
                    .send("POST", in + "/erasures/" + asked + "/confirm", Map.of("number", number))
                    .expect(204);

            Api overseeing = new Api(installation.address(), overseer.token());
            Deadline.require(Duration.ofMinutes(2), "every place is clear", () -> cleared(overseeing) >= 4);
            assertThat(filesWith(installation.data(), planted)).isEmpty();
            assertThat(filesWith(installation.data(), kept)).isNotEmpty();
        }
        assertThat(filesWith(folder, planted))
                .as("after the server was stopped")
                .isEmpty();
    }

    private static int cleared(Api overseer) {
        try {
            return overseer.get("/erased-cases")
                    .expect(200)
                    .body()
                    .path("items")
                    .path(0)
                    .path("cleared")
                    .size();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every file below the folder in which the word stands in one of the ways in which programs write text. */
    private static List<String> filesWith(Path folder, String word) throws IOException {
        var found = new ArrayList<String>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                try {
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    boolean has = WRITTEN_AS.stream()
                            .map(as -> new String(word.getBytes(as), StandardCharsets.ISO_8859_1))
                            .anyMatch(bytes::contains);
                    if (has) {
                        found.add(name);
                    }
                } catch (NoSuchFileException gone) {
                    // A file that went meanwhile has nothing any more.
                    found.remove(name);
                }
            }
        }
        return found;
    }
}
