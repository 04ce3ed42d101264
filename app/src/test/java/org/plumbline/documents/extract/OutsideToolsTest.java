package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the machine's own programs read where no library here does, and what is said where they are not there. */
final class OutsideToolsTest extends ExtractorFixture {
    private static final byte[] RAR = Rar5Made.of(
            "ledger/quay.txt", "Berth 4 was paid twice", "../outside.txt", "A name is no path", "ünï/größe.txt", "Maß");

    @Test
    void aRarOfVersionFiveGivesItsMembersUnderTheNamesItStates() throws Exception {
        assumeThere(OutsideTool.BSDTAR);

        try (Extraction read = read("berths.rar", RAR)) {
            assertEquals(new Outcome.Container(), read.outcome());
            assertEquals(
                    List.of("ledger/quay.txt", "../outside.txt", "ünï/größe.txt"),
                    read.children().stream().map(Child::statedPath).toList());
            assertEquals(List.of("Berth 4 was paid twice", "A name is no path", "Maß"), contents(read));
            assertEquals(
                    List.of(OutsideTool.BSDTAR),
                    read.outside().stream().map(OutsideProgram::tool).toList());
            assertTrue(read.outside().getFirst().named().matches("bsdtar \\d+(\\.\\d+)+"), read.outside()::toString);
        }
    }

    @Test
    void aRarOfVersionFiveIsUnsupportedWithItsVersionWhereTheProgramIsNotThere() throws Exception {
        try (Extractor without = Extractor.open(without(OutsideTool.BSDTAR));
                Extraction read =
                        without.extract(write("berths.rar", RAR), "berths.rar", ExtractionRequest.asReceived(LIMITS))) {
            assertEquals(new Outcome.Unsupported("RAR", "5"), read.outcome());
            assertEquals(List.of(), read.outside());
        }
    }

    @Test
    void aCutRarOfVersionFiveKeepsWhatCameBeforeTheCut() throws Exception {
        assumeThere(OutsideTool.BSDTAR);
        int cut = new String(RAR, StandardCharsets.ISO_8859_1).indexOf("A name is no path") + 6;

        try (Extraction read = read("cut.rar", Arrays.copyOf(RAR, cut))) {
            assertInstanceOf(Outcome.Partial.class, read.outcome());
            assertEquals("Berth 4 was paid twice", contents(read).getFirst());
            assertEquals(Child.Standing.WHOLE, read.children().getFirst().standing());
            assertTrue(
                    read.children().stream().skip(1).allMatch(c -> c.standing() == Child.Standing.DAMAGED),
                    () -> read.children().toString());
        }
    }

    @Test
    void whatTheProgramUnpacksCountsAgainstTheBounds() throws Exception {
        assumeThere(OutsideTool.BSDTAR);

        try (Extraction read = read("berths.rar", RAR, LIMITS.withChildren(2))) {
            assertEquals(
                    List.of(new Shortfall.LimitReached(Limit.CHILDREN, 2, 3)),
                    assertInstanceOf(Outcome.Partial.class, read.outcome()).why());
            assertEquals(2, read.children().size());
        }
        try (Extraction read = read("berths.rar", RAR, LIMITS.withChildBytes(30))) {
            assertInstanceOf(
                    Shortfall.LimitReached.class,
                    assertInstanceOf(Outcome.Partial.class, read.outcome())
                            .why()
                            .getFirst());
            assertEquals(1, read.children().size());
        }
    }

    @Test
    void membersPackedByAMethodThatIsNotReadHereAreFilledIn() throws Exception {
        assumeThere(OutsideTool.BSDTAR);
        byte[] packed = packed("ledger.7z", "--format", "7zip", "--options", "compression=ppmd");

        try (Extraction read = read("ledger.7z", packed)) {
            assertEquals(new Outcome.Container(), read.outcome());
            assertEquals(List.of("The crane was hired twice"), contents(read));
        }
        try (Extractor without = Extractor.open(without(OutsideTool.BSDTAR));
                Extraction read = without.extract(
                        write("ledger.7z", packed), "ledger.7z", ExtractionRequest.asReceived(LIMITS))) {
            assertEquals(new Outcome.Unsupported("application/x-7z-compressed", "compression method"), read.outcome());
            assertEquals(
                    List.of("crane.txt"),
                    read.children().stream().map(Child::name).toList());
        }
    }

    @Test
    void imagesOfDiscsAreArchivesToTheProgramAndUnsupportedWithoutIt() throws Exception {
        assumeThere(OutsideTool.BSDTAR);
        byte[] image = packed("disc.iso", "--format", "iso9660");

        try (Extraction read = read("disc.iso", image)) {
            assertEquals(new Outcome.Container(), read.outcome());
            assertEquals(List.of("The crane was hired twice"), contents(read));
        }
        try (Extractor without = Extractor.open(without(OutsideTool.BSDTAR));
                Extraction read =
                        without.extract(write("disc.iso", image), "disc.iso", ExtractionRequest.asReceived(LIMITS))) {
            assertEquals(new Outcome.Unsupported("ISO", ""), read.outcome());
        }
    }

    @Test
    void anOutlookFileThatTheLibraryRefusesIsReadByTheProgram() throws Exception {
        assumeThere(OutsideTool.READPST);
        Optional<Path> corpus = CorpusTest.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not beside this checkout");
        Path mails = corpus.get().resolve("email_pst/tika__testPST_variousBodyTypes.pst");
        byte[] refused = Files.readAllBytes(mails);
        assertEquals(23, refused[10]);
        // Version 21 has the same form; libpst knows it, the library doesn't.
        refused[10] = 21;

        try (Extraction read = read("mails.pst", refused)) {
            assertEquals(new Outcome.Container(), read.outcome());
            assertEquals(
                    List.of(OutsideTool.READPST),
                    read.outside().stream().map(OutsideProgram::tool).toList());
            assertEquals(4, read.children().size());
            assertTrue(read.children().stream().allMatch(c -> c.relation() == Child.Relation.MAIL));
            assertTrue(contents(read).stream().anyMatch(mail -> mail.contains("FW: original email")));
        }
        try (Extractor without = Extractor.open(without(OutsideTool.READPST));
                Extraction read = without.extract(
                        write("mails.pst", refused), "mails.pst", ExtractionRequest.asReceived(LIMITS))) {
            assertFalse(
                    read.outcome() instanceof Outcome.Container,
                    () -> read.outcome().toString());
            assertEquals(List.of(), read.children());
        }
    }

    @Test
    void anOutlookFileOfANewerVersionSaysSoWhereNobodyReadsIt() throws Exception {
        byte[] newer = new byte[4096];
        System.arraycopy(new byte[] {'!', 'B', 'D', 'N', 0, 0, 0, 0, 'S', 'M', 36, 0}, 0, newer, 0, 12);
        try (Extraction read = read("mailbox.ost", newer)) {
            assertEquals(new Outcome.Unsupported("OST", "2013"), read.outcome());
        }
    }

    private static void assumeThere(OutsideTool tool) {
        assumeTrue(
                ReadingTools.outside(settings("looked")).stream().anyMatch(program -> program.tool() == tool),
                tool.program() + " is not on this machine");
    }

    private static ExtractorSettings without(OutsideTool tool) {
        return settings("without-" + tool.program()).withOutsideProgram(tool, "is-not-here");
    }

    private static List<String> contents(Extraction read) throws IOException {
        List<String> contents = new ArrayList<>();
        for (Child child : read.children()) {
            contents.add(Files.readString(child.content(), StandardCharsets.UTF_8));
        }
        return contents;
    }

    /** An archive of one file, packed by the program itself. */
    private static byte[] packed(String name, String... how) throws IOException, InterruptedException {
        Path of = Files.createTempDirectory(folder, "packed");
        Files.writeString(of.resolve("crane.txt"), "The crane was hired twice");
        Path into = of.resolve(name);
        List<String> command = Stream.of(
                        Stream.of("bsdtar", "-c"), Arrays.stream(how), Stream.of("-f", into.toString(), "crane.txt"))
                .flatMap(words -> words)
                .toList();
        Process process = new ProcessBuilder(command).directory(of.toFile()).start();
        assertTrue(process.waitFor(1, TimeUnit.MINUTES));
        assertEquals(0, process.exitValue());
        return Files.readAllBytes(into);
    }
}
