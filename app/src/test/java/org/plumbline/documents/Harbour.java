package org.plumbline.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.kernel.CaseId;

/** The invented case Harbour and small files for it. */
public final class Harbour {
    /** Long enough for a loaded machine, short enough to fail on a hang. */
    private static final Duration DEADLINE = Duration.ofMinutes(2);

    private Harbour() {}

    public static OpenCase opening() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "Who was paid for the quay?",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(2),
                today.plusDays(30),
                Optional.empty());
    }

    /** Hands files in and waits until each has its final state. */
    public static Ingestions.Summary ingest(Ingestions ingestions, CaseId caseId, Map<String, byte[]> files) {
        Ingestion ingestion = ingestions.begin(caseId, "Harbour mail", Optional.of(files.size()), Optional.empty());
        files.forEach((path, bytes) -> ingestions.add(
                caseId, ingestion.id(), Received.of(path, Origin.COMMAND), new ByteArrayInputStream(bytes)));
        ingestions.complete(caseId, ingestion.id());
        return settled(ingestions, caseId, ingestion.id());
    }

    static Ingestions.Summary settled(Ingestions ingestions, CaseId caseId, UUID ingestion) {
        Instant until = Instant.now().plus(DEADLINE);
        while (true) {
            Ingestions.Summary now = ingestions.read(caseId, ingestion);
            if (now.counts().open() == 0) {
                return now;
            }
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("Not settled: " + now.counts());
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    static Map<String, byte[]> files(Object... pathAndContent) {
        var files = new LinkedHashMap<String, byte[]>();
        for (int i = 0; i < pathAndContent.length; i += 2) {
            Object content = pathAndContent[i + 1];
            files.put(
                    (String) pathAndContent[i],
                    content instanceof byte[] bytes ? bytes : content.toString().getBytes(StandardCharsets.UTF_8));
        }
        return files;
    }

    /** A ZIP archive with these members. */
    public static byte[] zip(Map<String, byte[]> members) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var member : members.entrySet()) {
                zip.putNextEntry(new ZipEntry(member.getKey()));
                zip.write(member.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Item item(List<Item> items, String path) {
        return items.stream()
                .filter(i -> i.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No item " + path + " among "
                        + items.stream().map(Item::path).toList()));
    }
}
