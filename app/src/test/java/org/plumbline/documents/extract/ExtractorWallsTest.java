package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
        try (Extractor own = Extractor.open(settings("own"))) {
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
        try (Extractor own = Extractor.open(settings("bare"))) {
            CompletableFuture<Extraction> reading = CompletableFuture.supplyAsync(() -> unchecked(own, file));
            Path process = waitForJava(waitForWorker(own));

            String environment = Files.readString(process.resolve("environ"));
            String command = commandLine(process);

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
        try (Extractor own = Extractor.open(settings("twice"))) {
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

    @Test
    void nothingIsReadWhereAllWallsHaveToStandAndCannot() {
        // No machine starts a reader of that size.
        ExtractorSettings settings = settings("full").withSandbox(Sandbox.FULL).withMemoryMegabytes(1_000_000_000);

        WallsMissing refused = assertThrows(WallsMissing.class, () -> Extractor.open(settings));

        assertTrue(refused.missing().containsAll(List.of(Wall.FILES, Wall.PROCESSES, Wall.NO_PRIVILEGE)));
        String said = String.valueOf(refused.getMessage());
        assertTrue(said.contains("files, processes, no-privilege"), said);
        assertTrue(said.endsWith("mend that, or set documents.sandbox to reduced"), said);
    }

    /** Kills the application in the middle, which can then end nothing by itself any more. */
    @Test
    void aWorkerEndsWithAnApplicationThatIsKilled() throws Exception {
        assumeTrue(extractor.walls().contains(Wall.ENDS_TOGETHER), "This machine has no setpriv");
        Path file = write("many.zip", Made.manyMembers(3000));
        Process application = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Stranded.class.getName(),
                        folder.resolve("stranded").toString(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> workers;
        try (BufferedReader said = application.inputReader()) {
            assertEquals("reading", said.readLine());
            workers = application.descendants().toList();
        } finally {
            application.destroyForcibly().waitFor();
        }

        assertFalse(workers.isEmpty());
        for (ProcessHandle worker : workers) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    private static Extraction unchecked(Extractor own, Path file) {
        try {
            return own.extract(file, String.valueOf(file.getFileName()), ExtractionRequest.asReceived(LIMITS));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The call itself must not fail", e);
        }
    }

    /** The programs that raise the walls turn into the worker one after the other, some behind a guard. */
    private static Path waitForJava(long worker) {
        ProcessHandle guard = ProcessHandle.of(worker).orElseThrow();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        while (System.nanoTime() < deadline) {
            Optional<Path> java = Stream.concat(Stream.of(guard), guard.descendants())
                    .map(each -> Path.of("/proc", String.valueOf(each.pid())))
                    .filter(each -> commandLine(each).split(" ", -1)[0].endsWith("java"))
                    .findFirst();
            if (java.isPresent()) {
                return java.get();
            }
            Thread.onSpinWait();
        }
        throw new AssertionError("The worker did not become a Java process within a minute");
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline")).replace('\0', ' ');
        } catch (IOException ended) {
            return "";
        }
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
