package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What one call promises, on small files made here. */
final class ExtractorTest {
    private static final Limits LIMITS = Limits.standard();

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test
    private static Path folder;

    @SuppressWarnings("NullAway.Init") // set before the first test
    private static Extractor extractor;

    @BeforeAll
    static void open() throws IOException {
        extractor = Extractor.open(ExtractorSettings.standard(folder.resolve("scratch")));
    }

    @AfterAll
    static void close() throws IOException {
        extractor.close();
    }

    @Test
    void archivePathsAreOnlyDataAndBytesStayInTheScratchFolder() throws Exception {
        byte[] zip = Made.zip("../../outside.txt", "first", "/etc/inside.txt", "second");

        try (Extraction read = read("paths.zip", zip)) {
            assertInstanceOf(Outcome.Container.class, read.outcome());
            assertEquals(
                    List.of("../../outside.txt", "/etc/inside.txt"),
                    read.children().stream().map(Child::statedPath).toList());
            assertEquals("outside.txt", read.children().getFirst().name());
            Path scratch = read.scratch().orElseThrow();
            for (Child child : read.children()) {
                assertEquals(scratch, child.content().getParent());
            }
            assertEquals("second", Files.readString(read.children().getLast().content()));
        }
    }

    @Test
    void closingAnExtractionDeletesItsChildren() throws Exception {
        Extraction read = read("one.zip", Made.zip("a.txt", "words"));
        Path scratch = read.scratch().orElseThrow();
        assertTrue(Files.exists(scratch));

        read.close();

        assertTrue(Files.notExists(scratch));
    }

    @Test
    void aFileWithoutBytesIsEmpty() throws Exception {
        try (Extraction read = read("nothing.docx", new byte[0])) {
            assertInstanceOf(Outcome.Empty.class, read.outcome());
        }
    }

    @Test
    void aMissingFileIsUnreadableAndHarmsNobody() throws Exception {
        try (Extraction read =
                extractor.extract(folder.resolve("gone"), "gone", ExtractionRequest.asReceived(LIMITS))) {
            assertEquals(
                    Outcome.Reason.UNREADABLE,
                    assertInstanceOf(Outcome.Failed.class, read.outcome()).reason());
        }
    }

    @Test
    void aLyingExtensionIsReadByContentAndNoted() throws Exception {
        byte[] rtf = "{\\rtf1\\ansi The harbour ledger\\par}".getBytes(StandardCharsets.US_ASCII);

        try (Extraction read = read("letter.pdf", rtf)) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals("application/rtf", read.type().mediaType());
            assertEquals("application/pdf", read.type().claimed());
            assertTrue(read.type().extensionLies());
            assertTrue(read.text().contains("The harbour ledger"));
        }
    }

    @Test
    void anHonestExtensionIsNotNoted() throws Exception {
        try (Extraction read = read("list.csv", "a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII))) {
            assertEquals("text/csv", read.type().mediaType());
            assertFalse(read.type().extensionLies());
        }
    }

    @Test
    void aZipOfLockedMembersIsEncryptedAndNamesThem() throws Exception {
        try (Extraction read = read("locked.zip", Made.lockedZip("secret.txt"))) {
            assertInstanceOf(Outcome.Encrypted.class, read.outcome());
            assertEquals("secret.txt", read.children().getFirst().name());
            assertEquals(Child.Standing.LOCKED, read.children().getFirst().standing());
        }
    }

    @Test
    void aPdfWithAUserPasswordIsEncrypted() throws Exception {
        try (Extraction read = read("locked.pdf", Made.pdf("Sealed words", "tamarind"))) {
            assertInstanceOf(Outcome.Encrypted.class, read.outcome());
            assertEquals("", read.text());
        }
    }

    @Test
    void pdfPagesAreSectionsWithTheirStarts() throws Exception {
        try (Extraction read = read("pages.pdf", Made.pdf("First page of the harbour file|Second page of it", ""))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals(
                    List.of(1, 2), read.sections().stream().map(Section::number).toList());
            String second = read.text().substring(read.sections().get(1).start());
            assertTrue(second.startsWith("Second page") || second.strip().startsWith("Second page"), second);
            assertEquals(Optional.of(2), read.metadata().pages());
        }
    }

    @Test
    void aCutZipKeepsWhatCanBeSavedAndSaysSo() throws Exception {
        byte[] zip = Made.zip("whole.txt", "saved words", "lost.txt", "x".repeat(200));
        byte[] cut = java.util.Arrays.copyOf(zip, zip.length * 6 / 10);

        try (Extraction read = read("cut.zip", cut)) {
            assertInstanceOf(Outcome.Partial.class, read.outcome());
            assertEquals(
                    "saved words", Files.readString(read.children().getFirst().content()));
        }
    }

    @Test
    void theSameAttachmentNameTwiceIsTwoChildren() throws Exception {
        try (Extraction read = read("twice.eml", Made.mailWithTheSameAttachmentTwice())) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals(
                    List.of("order.txt", "order.txt", "Größe.txt", ""),
                    read.children().stream().map(Child::name).toList());
            assertEquals("second", Files.readString(read.children().get(1).content()));
            assertEquals("message/rfc822", read.children().get(3).mediaType().orElseThrow());
            assertTrue(read.text().contains("Please find the order"));
        }
    }

    @Test
    void mailHeadersAreDecodedAndStructured() throws Exception {
        try (Extraction read = read("twice.eml", Made.mailWithTheSameAttachmentTwice())) {
            MailHeaders mail = read.mail().orElseThrow();
            assertEquals("Bestellung für Müller", mail.subject());
            assertEquals(List.of("Ida Kroll <ida@harbour.example>"), mail.from());
            assertEquals(List.of("\"Berg, Olaf\" <olaf@harbour.example>", "ops@harbour.example"), mail.to());
            assertEquals("2031-03-04T09:15:00+01:00", mail.date());
            assertEquals(List.of("<a@harbour.example>", "<b@harbour.example>"), mail.references());
        }
    }

    @Test
    void aMailboxGivesItsMailsAndUnquotesTheirLines() throws Exception {
        String box =
                "From a@x Mon Jan 1\nSubject: one\n\nHello\n>From here on\n\nFrom b@x Tue Jan 2\nSubject: two\n\nBye\n";

        try (Extraction read = read("all.mbox", box.getBytes(StandardCharsets.US_ASCII))) {
            assertInstanceOf(Outcome.Container.class, read.outcome());
            assertEquals(2, read.children().size());
            assertEquals(
                    "Subject: one\n\nHello\nFrom here on\n\n",
                    Files.readString(read.children().getFirst().content()));
        }
    }

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
        ExtractionRequest deepest = new ExtractionRequest(LIMITS, LIMITS.depth(), true);

        try (Extraction read = extractor.extract(file, "deep.zip", deepest)) {
            assertEquals(
                    List.of(new Shortfall.LimitReached(Limit.DEPTH, 12, 13)),
                    assertInstanceOf(Outcome.Partial.class, read.outcome()).why());
            assertEquals(List.of(), read.children());
        }
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

    @Test
    void aWorkerKilledInTheMiddleIsTriedOnceMoreAlone() throws Exception {
        Path file = write("many.zip", Made.manyMembers(3000));
        try (Extractor own = Extractor.open(ExtractorSettings.standard(folder.resolve("own")))) {
            CompletableFuture<Extraction> reading = CompletableFuture.supplyAsync(() -> unchecked(own, file));
            long victim = waitForWorker(own);
            ProcessHandle.of(victim).ifPresent(ProcessHandle::destroyForcibly);

            try (Extraction read = reading.get(2, TimeUnit.MINUTES)) {
                assertInstanceOf(Outcome.Container.class, read.outcome());
                assertEquals(3000, read.children().size());
            }
        }
    }

    @Test
    void aWorkerHasNoEnvironmentAndNoneOfTheApplicationsClasses() throws Exception {
        Path file = write("many.zip", Made.manyMembers(3000));
        try (Extractor own = Extractor.open(ExtractorSettings.standard(folder.resolve("bare")))) {
            CompletableFuture<Extraction> reading = CompletableFuture.supplyAsync(() -> unchecked(own, file));
            Path process = Path.of("/proc", String.valueOf(waitForWorker(own)));

            String environment = Files.readString(process.resolve("environ"));
            String command = waitForJava(process.resolve("cmdline"));

            assertEquals("", environment);
            for (String outside : List.of("spring", "postgresql", "lucene", "target/classes")) {
                assertFalse(command.contains(outside), outside);
            }
            reading.get(2, TimeUnit.MINUTES).close();
        }
    }

    @Test
    void aFileThatKillsItsWorkerTwiceHasFailedAndTheNextOneIsRead() throws Exception {
        Path file = write("many.zip", Made.manyMembers(3000));
        Path next = write("next.txt", "The next file".getBytes(StandardCharsets.US_ASCII));
        try (Extractor own = Extractor.open(ExtractorSettings.standard(folder.resolve("twice")))) {
            CompletableFuture<Extraction> reading = CompletableFuture.supplyAsync(() -> unchecked(own, file));
            long first = waitForWorker(own);
            ProcessHandle.of(first).ifPresent(ProcessHandle::destroyForcibly);
            long second = waitForWorkerOtherThan(own, first);
            ProcessHandle.of(second).ifPresent(ProcessHandle::destroyForcibly);

            try (Extraction read = reading.get(2, TimeUnit.MINUTES);
                    Extraction after = unchecked(own, next)) {
                assertEquals(
                        Outcome.Reason.WORKER_DIED,
                        assertInstanceOf(Outcome.Failed.class, read.outcome()).reason());
                assertEquals("The next file", after.text());
            }
        }
    }

    @Test
    void entitiesFromOutsideAreNeverRead() throws Exception {
        Path secret = write("secret.txt", "velvet secret".getBytes(StandardCharsets.US_ASCII));
        String xml = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"" + secret.toUri()
                + "\">]><a>before &e; after</a>";

        try (Extraction read = read("entity.xml", xml.getBytes(StandardCharsets.UTF_8))) {
            assertFalse(read.text().contains("velvet"));
        }
    }

    @Test
    void textInOldCharacterSetsIsReadRight() throws Exception {
        String russian = "Договор поставки оборудования подписан в порту. Стороны согласовали сроки и цену. ".repeat(5);
        for (String charset : List.of("windows-1251", "KOI8-R", "UTF-16LE", "UTF-8")) {
            try (Extraction read = read("contract.txt", russian.getBytes(Charset.forName(charset)))) {
                assertTrue(read.text().contains("Договор поставки"), charset);
                assertEquals(Optional.of("ru"), read.metadata().language(), charset);
            }
        }
    }

    @Test
    void withoutTheOcrProgramAPictureIsPartial() throws Exception {
        Path file = write("scan.png", Made.picture("HARBOUR LEDGER 2031"));
        ExtractorSettings settings =
                ExtractorSettings.standard(folder.resolve("no-ocr")).withOcrProgram("tesseract-is-not-here");
        try (Extractor own = Extractor.open(settings);
                Extraction read = unchecked(own, file)) {
            assertEquals(
                    List.of(new Shortfall.OcrMissing("not installed")),
                    assertInstanceOf(Outcome.Partial.class, read.outcome()).why());
        }
    }

    @Test
    void aPictureOfWordsIsReadByOcr() throws Exception {
        try (Extraction read = read("scan.png", Made.picture("HARBOUR LEDGER 2031"))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertTrue(read.text().contains("HARBOUR LEDGER"), read.text());
        }
    }

    @Test
    void bytesOfNoKnownKindAreUnsupported() throws Exception {
        byte[] noise = new byte[4096];
        new java.util.Random(20310007L).nextBytes(noise);

        try (Extraction read = read("noise.bin", noise)) {
            assertInstanceOf(Outcome.Unsupported.class, read.outcome());
        }
    }

    @Test
    void theWallsThatNeedNothingOfTheMachineStand() {
        assertTrue(extractor
                .walls()
                .containsAll(
                        List.of(Wall.PROCESS, Wall.TIME_AND_MEMORY, Wall.EMPTY_ENVIRONMENT, Wall.NARROW_CLASS_PATH)));
    }

    private static Extraction read(String name, byte[] bytes) throws Exception {
        return read(name, bytes, LIMITS);
    }

    private static Extraction read(String name, byte[] bytes, Limits limits) throws Exception {
        return extractor.extract(write(name, bytes), name, ExtractionRequest.asReceived(limits));
    }

    private static Path write(String name, byte[] bytes) throws IOException {
        return Files.write(Files.createTempFile(folder, "given", name), bytes);
    }

    private static Extraction unchecked(Extractor own, Path file) {
        try {
            return own.extract(file, String.valueOf(file.getFileName()), ExtractionRequest.asReceived(LIMITS));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The call itself must not fail", e);
        }
    }

    /** The programs that raise the walls turn into the worker one after the other. */
    private static String waitForJava(Path commandLine) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < deadline) {
            String command = Files.readString(commandLine).replace('\0', ' ');
            if (command.split(" ", -1)[0].endsWith("java")) {
                return command;
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The worker did not become a Java process within a minute");
    }

    private static long waitForWorker(Extractor own) {
        return waitForWorkerOtherThan(own, -1);
    }

    private static long waitForWorkerOtherThan(Extractor own, long former) {
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < deadline) {
            List<Long> reading = own.workersReading();
            if (!reading.isEmpty() && reading.getFirst() != former) {
                return reading.getFirst();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("No worker began to read within a minute");
    }
}
