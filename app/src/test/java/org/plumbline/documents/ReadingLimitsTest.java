package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/** The limits of reading are those that are set, and a file that meets one is never called read. */
@TestPropertySource(
        properties = {
            "plumbline.documents.text-characters=1000",
            "plumbline.documents.files-inside=3",
            "plumbline.documents.nesting=1",
            "plumbline.documents.workers=1"
        })
class ReadingLimitsTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private ItemReader reader;

    @Test
    void whatMeetsALimitIsPartialAndSaysWhich() throws Exception {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        CaseId harbour =
                Acting.as(acting(mara), () -> cases.open(Harbour.opening())).id();
        Map<String, byte[]> files = Map.of(
                "short.txt", bytes("The quay"),
                "long.txt", bytes("The quay wall. ".repeat(200)),
                "many.zip", zip("a.txt", "b.txt", "c.txt", "d.txt"));

        Ingestion handed = Acting.as(acting(mara), () -> {
            Ingestion begun = ingestions.begin(harbour, "Limits", Optional.of(3), Optional.empty());
            files.forEach((name, content) -> ingestions.add(
                    harbour, begun.id(), Received.of(name, Origin.COMMAND), new ByteArrayInputStream(content)));
            return ingestions.complete(harbour, begun.id());
        });
        Map<String, Item> read = settled(mara, harbour, handed);

        // One is read, and one is taken or filed meanwhile.
        assertThat(reader.atATime()).isEqualTo(2);
        assertThat(read.get("short.txt")).extracting(Item::state).isEqualTo(ItemState.INDEXED);
        assertThat(read.get("long.txt")).extracting(Item::state).isEqualTo(ItemState.PARTIAL);
        assertThat(read.get("many.zip")).extracting(Item::state).isEqualTo(ItemState.PARTIAL);
        assertThat(said(read, "long.txt")).singleElement().asString().contains("limit-characters", "1000");
        assertThat(said(read, "many.zip")).singleElement().asString().contains("limit-children", "3");
        assertThat(reader.limits().inWords()).contains("text 1000 characters", "inside 3 files", "nesting 1 levels");
    }

    private static List<Reason> said(Map<String, Item> read, String path) {
        return Objects.requireNonNull(read.get(path)).reasons();
    }

    private Map<String, Item> settled(Member by, CaseId caseId, Ingestion ingestion) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofMinutes(2));
        var never = new CountDownLatch(1);
        while (true) {
            List<Item> items = Acting.as(
                    acting(by),
                    () -> ingestions.items(caseId, ingestion.id(), Optional.empty(), Optional.empty(), 100));
            if (items.stream()
                    .noneMatch(item -> item.state() == ItemState.WAITING || item.state() == ItemState.RUNNING)) {
                return items.stream().collect(Collectors.toMap(Item::path, item -> item, (one, other) -> one));
            }
            assertThat(Instant.now()).as("waiting for the reading").isBefore(end);
            never.await(100, TimeUnit.MILLISECONDS);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] zip(String... names) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(bytes("In " + name));
            }
        }
        return out.toByteArray();
    }
}
