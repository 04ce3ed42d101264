package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every limit ends an extraction with what was read so far. */
final class ExtractorLimitsTest extends ExtractorFixture {
    @Test
    void tooMuchTextIsPartialAndKeepsTheBeginning() throws Exception {
        byte[] text = "harbour ".repeat(1000).getBytes(StandardCharsets.US_ASCII);

        try (Extraction read = read("long.txt", text, LIMITS.withCharacters(100))) {
            assertEquals(
                    new Shortfall.LimitReached(Limit.CHARACTERS, 100, 8000),
                    assertInstanceOf(Outcome.Partial.class, read.outcome())
                            .why()
                            .getFirst());
            assertEquals(100, read.text().length());
        }
    }

    @Test
    void tooManyChildrenIsPartial() throws Exception {
        byte[] zip = Made.zip("a", "1", "b", "2", "c", "3");

        try (Extraction read = read("many.zip", zip, LIMITS.withChildren(2))) {
            assertEquals(
                    List.of(new Shortfall.LimitReached(Limit.CHILDREN, 2, 3)),
                    assertInstanceOf(Outcome.Partial.class, read.outcome()).why());
            assertEquals(2, read.children().size());
        }
    }

    @Test
    void aDecompressionBombStopsAtTheRatio() throws Exception {
        byte[] zip = Made.zip("bomb.bin", "\0".repeat(40 << 20));

        try (Extraction read = read("bomb.zip", zip)) {
            Shortfall why = assertInstanceOf(Outcome.Partial.class, read.outcome())
                    .why()
                    .getFirst();
            assertEquals(
                    Limit.RATIO,
                    assertInstanceOf(Shortfall.LimitReached.class, why).limit());
            try (Stream<Path> left = Files.list(read.scratch().orElseThrow())) {
                assertEquals(0, left.count());
            }
        }
    }

    @Test
    void childrenBelowTheDepthLimitAreReportedNotWritten() throws Exception {
        Path file = write("deep.zip", Made.zip("a.txt", "words"));
        ExtractionRequest deepest = new ExtractionRequest(LIMITS, LIMITS.depth(), true, List.of());

        try (Extraction read = extractor.extract(file, "deep.zip", deepest)) {
            assertEquals(
                    List.of(new Shortfall.LimitReached(Limit.DEPTH, 12, 13)),
                    assertInstanceOf(Outcome.Partial.class, read.outcome()).why());
            assertEquals(List.of(), read.children());
        }
    }

    @Test
    void nestOfAThousandArchivesEndsAtTheDepthLimitAndSaysSo() throws Exception {
        byte[] nest = "the kernel".getBytes(StandardCharsets.UTF_8);
        for (int level = 0; level < 1000; level++) {
            nest = Made.zipOf(level == 0 ? "kernel.txt" : "nest.zip", nest);
        }
        Path file = write("nest.zip", nest);
        ExtractionRequest request = ExtractionRequest.asReceived(LIMITS);
        int levels = 0;
        Outcome last = new Outcome.Empty();
        for (boolean deeper = true; deeper; levels++) {
            try (Extraction read = extractor.extract(file, "nest.zip", request)) {
                last = read.outcome();
                deeper = !read.children().isEmpty();
                if (deeper) {
                    file = write(
                            "nest.zip",
                            Files.readAllBytes(read.children().getFirst().content()));
                    request = request.below();
                }
            }
        }

        assertEquals(LIMITS.depth() + 1, levels);
        assertEquals(
                List.of(new Shortfall.LimitReached(Limit.DEPTH, LIMITS.depth(), LIMITS.depth() + 1)),
                assertInstanceOf(Outcome.Partial.class, last).why());
    }

    @Test
    void timeOverIsPartialWithTheLimit() throws Exception {
        byte[] many = Made.manyMembers(3000);

        try (Extraction read = read("slow.zip", many, LIMITS.withTime(Duration.ofMillis(50)))) {
            Shortfall why = assertInstanceOf(Outcome.Partial.class, read.outcome())
                    .why()
                    .getFirst();
            Shortfall.LimitReached reached = assertInstanceOf(Shortfall.LimitReached.class, why);
            assertEquals(Limit.TIME, reached.limit());
            assertTrue(reached.reached() >= 50);
        }
    }
}
