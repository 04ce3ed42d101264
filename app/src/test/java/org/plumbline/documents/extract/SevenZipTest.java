package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Members of a 7z whose files are packed as one block, held against each of them opened by itself. */
class SevenZipTest extends ExtractorFixture {
    private static final int HEADER = 32;
    private static final int DAMAGES = 3;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static byte[] packed;

    /** A member as the library gives it alone: its bytes, or none where it can't. */
    private record Alone(String path, Optional<byte[]> bytes) {}

    @BeforeAll
    static void load() throws IOException {
        Optional<Path> corpus = CorpusTest.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not beside this checkout");
        packed = Files.readAllBytes(corpus.get().resolve("archive/commons-compress__BZip2.7z"));
    }

    @Test
    void everyMemberHasItsBytes() throws Exception {
        List<Alone> members = alone(packed);
        assertTrue(
                members.size() > 40 && members.stream().allMatch(m -> m.bytes().isPresent()));

        try (Extraction read = read("block.7z", packed)) {
            assertEquals(new Outcome.Container(), read.outcome());
            assertAgree(members, read);
        }
    }

    @Test
    void whatADamageLeavesIsTheSameAsWhenEachIsOpenedByItself() throws Exception {
        Random random = new Random(20_311_124);
        int damaged = 0;
        for (int i = 0; i < DAMAGES; i++) {
            byte[] broken = packed.clone();
            broken[HEADER + random.nextInt(packed.length / 2)] ^= (byte) (1 << random.nextInt(8));
            List<Alone> members = alone(broken);
            damaged += (int) members.stream().filter(m -> m.bytes().isEmpty()).count();
            try (Extraction read = read("broken.7z", broken)) {
                assertNotEquals(new Outcome.Container(), read.outcome());
                assertAgree(members, read);
            }
        }
        assertTrue(damaged > 0, "no damage reached a member");
    }

    private static void assertAgree(List<Alone> members, Extraction read) throws IOException {
        assertEquals(
                members.size(), read.children().size(), () -> read.outcome().toString());
        for (int i = 0; i < members.size(); i++) {
            Alone expected = members.get(i);
            Child child = read.children().get(i);
            assertEquals(expected.path(), child.statedPath());
            assertEquals(
                    expected.bytes().isPresent() ? Child.Standing.WHOLE : Child.Standing.DAMAGED,
                    child.standing(),
                    child.statedPath());
            if (expected.bytes().isPresent()) {
                assertArrayEquals(expected.bytes().get(), Files.readAllBytes(child.content()), child.statedPath());
            }
        }
    }

    private static List<Alone> alone(byte[] archive) throws IOException {
        List<Alone> members = new ArrayList<>();
        try (SevenZFile listed = SevenZFile.builder().setByteArray(archive).get()) {
            for (SevenZArchiveEntry entry : listed.getEntries()) {
                if (!entry.isDirectory()) {
                    members.add(new Alone(entry.getName(), bytes(archive, entry.getName())));
                }
            }
        }
        return members;
    }

    /** From an archive opened anew, so that nothing before it matters. */
    private static Optional<byte[]> bytes(byte[] archive, String name) throws IOException {
        try (SevenZFile opened = SevenZFile.builder().setByteArray(archive).get()) {
            for (SevenZArchiveEntry entry : opened.getEntries()) {
                if (entry.getName().equals(name)) {
                    try (InputStream in = opened.getInputStream(entry)) {
                        return Optional.of(in.readAllBytes());
                    } catch (IOException e) {
                        return Optional.empty();
                    }
                }
            }
        }
        throw new AssertionError(name);
    }
}
