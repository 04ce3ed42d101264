package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A file harms neither its neighbours nor the application. */
final class ExtractorWallsTest extends ExtractorFixture {
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
    void theWallsThatNeedNothingOfTheMachineStand() {
        assertTrue(extractor
                .walls()
                .containsAll(
                        List.of(Wall.PROCESS, Wall.TIME_AND_MEMORY, Wall.EMPTY_ENVIRONMENT, Wall.NARROW_CLASS_PATH)));
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
