package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each wall holds against a reader that has been taken over. Its bounds are set before its first line runs. */
final class HostileReaderTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before the first test
    static Path data;

    @SuppressWarnings("NullAway.Init") // set before the first test
    static WorkerCommand command;

    @SuppressWarnings("NullAway.Init") // set before the first test
    static Path home;

    private static int number;

    @BeforeAll
    static void prepare() throws Exception {
        home = Files.createDirectories(data.resolve("scratch/extract-1"));
        command = hostile(Hostile.class);
        assumeTrue(Wall.missing(command.walls()).isEmpty(), "This machine does not let all walls stand");
    }

    @Test
    void itReadsNoFileOfTheMachineOrOfTheDataFolder() throws Exception {
        Path record = Files.writeString(data.resolve("record"), "velvet");

        refused(tries("read", "/etc/passwd"), "NoSuchFile");
        refused(tries("read", record.toString()), "NoSuchFile");
        refused(tries("read", "/proc/1/root" + record), "NoSuchFile");
    }

    @Test
    void itSeesNothingAtTheTopButWhatItIsGiven() throws Exception {
        String listed = tries("list", "/");

        for (String hidden : List.of("home", "root", "var", "sys", "mnt", "opt", "srv", "boot")) {
            assertFalse(listed.matches("did \\[(.*, )?" + hidden + "(, .*)?\\]"), listed);
        }
        assertTrue(listed.contains("own"), listed);
    }

    @Test
    void itReadsNoOtherWorkersScratch() throws Exception {
        WorkerPlace other = command.place(home.resolve("worker-other"));
        Path secret = Files.writeString(other.own().resolve("secret"), "velvet");

        refused(tries("read", secret.toString()), "NoSuchFile");
        assertEquals("did []", tries("list", "/in"));
    }

    @Test
    void itWritesToItsScratchOnly() throws Exception {
        refused(tries("write", "/usr/written"), "Read-only");
        refused(tries("write", "/written"), "Read-only");
        refused(tries("write", "/in/written"), "Read-only");
        refused(tries("write", "/etc/written"), "Read-only");
        assertEquals("did /own/written", tries("write", "/own/written"));
    }

    @Test
    void itReachesNoPortAndNoSocketOfThisMachine() throws Exception {
        Path path = Path.of("/tmp", "plumbline-" + ProcessHandle.current().pid());
        try (ServerSocket listening = new ServerSocket(0, 5, java.net.InetAddress.getLoopbackAddress());
                ServerSocketChannel unix = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            unix.bind(UnixDomainSocketAddress.of(path));

            refused(tries("connect", String.valueOf(listening.getLocalPort())), "Exception");
            refused(tries("unix", path.toString()), "Exception");
        } finally {
            Files.deleteIfExists(path);
        }
    }

    @Test
    void itStartsNoMoreProcessesThanItsBound() throws Exception {
        refused(tries("fork", ""), "after some");
    }

    @Test
    void itWritesNoFileOfAHundredGigabytes() throws Exception {
        refused(tries("large", "/own/large"), "File too large");
    }

    @Test
    void itTakesNoFourGigabytesBesideItsJavaObjects() throws Exception {
        String said = tries("memory", "");

        // The JVM may also end on the spot, and says nothing then.
        assertTrue(said.startsWith("refused") || said.isEmpty(), said);
    }

    @Test
    void itHasNoPrivilegeAndGainsNone() throws Exception {
        String status = tries("read", "/proc/self/status");

        for (String line : List.of("CapEff:", "CapPrm:", "CapInh:", "CapBnd:", "CapAmb:")) {
            assertTrue(status.contains(line + "\t0000000000000000"), line + " of " + status);
        }
        assertTrue(status.contains("NoNewPrivs:\t1"), status);
        assertTrue(status.contains("Uid:\t65533\t65533\t65533\t65533"), status);
        refused(tries("run", "unshare --user true"), "unshare failed");
        refused(tries("run", "mount -t tmpfs none /own"), "");
    }

    @Test
    void itSeesAndEndsNoProcessOfOthers() throws Exception {
        long us = ProcessHandle.current().pid();

        refused(tries("read", "/proc/" + us + "/environ"), "NoSuchFile");
        refused(tries("run", "kill -9 " + us), "");

        assertTrue(ProcessHandle.current().isAlive());
    }

    @Test
    void itEndsWithTheApplicationHoweverThatEnds() throws Exception {
        WorkerPlace place = command.place(home.resolve("worker-staying"));
        Path asked = Files.writeString(home.resolve("asked"), "stay");
        List<String> words = new ArrayList<>(List.of("sh", "-c", "\"$@\" <'" + asked + "' & wait", "application"));
        words.addAll(command.words(place));
        Process application = new ProcessBuilder(words)
                .directory(place.own().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<ProcessHandle> workers;
        try (BufferedReader said = application.inputReader()) {
            assertEquals("staying", said.readLine());
            workers = application.descendants().toList();
            application.destroyForcibly().waitFor();
        }

        assertTrue(workers.size() >= 2, "A guard and the worker, not " + workers);
        for (ProcessHandle worker : workers) {
            worker.onExit().get(20, TimeUnit.SECONDS);
        }
    }

    @Test
    void itTracesNoProcessOfOthers() throws Exception {
        refused(tries("trace", String.valueOf(ProcessHandle.current().pid())), "errno");
        refused(tries("trace", "0"), "errno");
    }

    @Test
    void anAnswerWithoutEndIsCutOffAndFillsNoMemory() throws Exception {
        Lost lost = answers("flood");

        assertEquals(Outcome.Reason.WORKER_MISBEHAVED, lost.why().reason());
        assertTrue(lost.ended(), "The worker goes on");
    }

    @Test
    void anAnswerThatNeverComesToItsEndIsCutOffWithTheTime() throws Exception {
        Lost lost = answers("drip");

        assertEquals(Outcome.Reason.TIME, lost.why().reason());
        assertTrue(lost.ended(), "The worker goes on");
    }

    private record Lost(WorkerProcess.Lost why, boolean ended) {}

    /** Has a file of this name read by a worker that answers as it likes. */
    private static Lost answers(String name) throws Exception {
        Path file = Files.writeString(data.resolve(name), "words");
        Limits limits = Limits.standard().withTime(Duration.ofSeconds(1));
        try (WorkerProcess worker =
                        WorkerProcess.start(hostile(HostileAnswers.class), home.resolve("worker-" + ++number), 10);
                ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor()) {
            ProcessHandle process = ProcessHandle.of(worker.id()).orElseThrow();
            var task = new WorkerTask(
                    new Wanted.Reading(),
                    file,
                    name,
                    file,
                    ExtractionRequest.asReceived(limits),
                    "none",
                    List.of(),
                    200,
                    Map.of());
            WorkerProcess.Lost lost = assertThrows(WorkerProcess.Lost.class, () -> worker.read(task, clock));
            process.onExit().get(20, TimeUnit.SECONDS);
            return new Lost(lost, !worker.fit());
        }
    }

    /** The command that starts a class of the tests behind the walls. */
    private static WorkerCommand hostile(Class<?> main) throws Exception {
        Path classes = Files.createDirectories(home.resolve("classes"));
        String name = main.getName().replace('.', '/') + ".class";
        try (InputStream in = main.getResourceAsStream("/" + name)) {
            Path target = classes.resolve(name);
            Files.createDirectories(target.getParent());
            Files.write(target, in.readAllBytes());
        }
        return WorkerCommand.build(
                List.of(classes), home, ExtractorSettings.standard(data.resolve("scratch")), main.getName());
    }

    /** What it says of one thing it tries, in a place of its own. */
    private static String tries(String what, String where) throws Exception {
        WorkerPlace place = command.place(home.resolve("worker-" + ++number));
        ProcessBuilder builder = new ProcessBuilder(command.words(place))
                .directory(place.own().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write((what + "\n" + where).getBytes(StandardCharsets.UTF_8));
        }
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.strip();
    }

    private static void refused(String said, String why) {
        assertTrue(said.startsWith("refused") && said.contains(why), said);
    }
}
