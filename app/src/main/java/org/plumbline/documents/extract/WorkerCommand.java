package org.plumbline.documents.extract;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The command line of a worker, behind the full wall where this machine lets it stand, and otherwise with those walls
 * of the platform in front of it that stand each by itself.
 */
final class WorkerCommand {
    private static final String MAIN = "org.plumbline.documents.extract.worker.Worker";
    private static final int PATIENCE_SECONDS = 20;
    /** Of all files that a worker reads in its life: it is replaced long before it has used that. */
    private static final String PROCESSOR_SECONDS = "7200";

    private static final String OPEN_FILES = "1024";
    /** Processes and threads; the worker itself has about twenty. */
    private static final String PROCESSES = "128";

    /**
     * Fails unless the walls stand that this tries: an id that isn't root's, no capability, no way to gain one, nobody
     * else's files or processes, no network, and a file system that can't be written to outside its folder.
     */
    private static final String CHECK = """
            set -e
            test "$(id -u)" != 0
            while read -r name value; do
                case $name in
                    CapEff: | CapPrm: | CapBnd:) test "$value" = 0000000000000000 ;;
                    NoNewPrivs:) test "$value" = 1 ;;
                esac
            done </proc/self/status
            test "$$" = 1
            ! unshare --user true
            test ! -e "$1"
            test ! -e /etc/passwd
            ! (: >/written)
            ! (: >/usr/written)
            ! (: >/in/written)
            : >/own/written
            test "$(wc -l </proc/net/dev)" = 3
            test "$(ulimit -n)" = "$2"
            shift 2
            exec "$@"
            """;

    private final List<String> words;
    private final Optional<WorkerRoot> root;
    private final WorkerId id;
    private final Set<Wall> walls;
    private final List<OutsideProgram> programs;

    private WorkerCommand(
            List<String> words,
            Optional<WorkerRoot> root,
            WorkerId id,
            Set<Wall> walls,
            List<OutsideProgram> programs) {
        this.programs = programs;
        this.words = List.copyOf(words);
        this.root = root;
        this.id = id;
        this.walls = Set.copyOf(walls);
    }

    /** @param home whose folders and files are the extractor's own */
    static WorkerCommand build(List<Path> classPath, Path home, ExtractorSettings settings) throws IOException {
        return build(classPath, home, settings, MAIN);
    }

    /** @param main the program that runs behind the walls; tests put one there that fights them */
    static WorkerCommand build(List<Path> classPath, Path home, ExtractorSettings settings, String main)
            throws IOException {
        List<OutsideProgram> programs = ReadingTools.outside(settings);
        WorkerRoot root = WorkerRoot.prepare(home, classPath, settings, programs);
        List<String> java = new ArrayList<>(bounds(settings, true));
        java.add(root.java());
        java.addAll(javaOptions(settings));
        WorkerPlace tried = WorkerPlace.make(home.resolve("tried"), WorkerId.here());
        try {
            List<String> attempt = new ArrayList<>(root.prefix(tried.folder()));
            attempt.addAll(bounds(settings, true));
            attempt.addAll(List.of("sh", "-c", CHECK, "check", home.toRealPath().toString(), OPEN_FILES));
            attempt.addAll(java.subList(bounds(settings, true).size(), java.size()));
            attempt.add("-version");
            if (runs(attempt)) {
                java.addAll(List.of("-cp", root.classPath(), main));
                return new WorkerCommand(java, Optional.of(root), WorkerId.here(), EnumSet.allOf(Wall.class), programs);
            }
        } finally {
            ScratchFolder.delete(tried.folder());
        }
        return reduced(classPath, settings, main, programs);
    }

    private static WorkerCommand reduced(
            List<Path> classPath, ExtractorSettings settings, String main, List<OutsideProgram> programs) {
        List<String> command = new ArrayList<>();
        Set<Wall> walls =
                EnumSet.of(Wall.PROCESS, Wall.TIME_AND_MEMORY, Wall.EMPTY_ENVIRONMENT, Wall.NARROW_CLASS_PATH);
        boolean counted = addIfItRuns(command, List.of("unshare", "-r", "-n"), walls, Wall.NO_NETWORK);
        addIfItRuns(command, List.of("setpriv", "--pdeathsig", "KILL", "--no-new-privs"), walls, Wall.ENDS_TOGETHER);
        if (!(counted && addIfItRuns(command, bounds(settings, true), walls, Wall.PROCESS_COUNT))) {
            addIfItRuns(command, bounds(settings, false), walls, Wall.FILE_SIZE);
        } else {
            walls.add(Wall.FILE_SIZE);
        }
        if (walls.contains(Wall.FILE_SIZE)) {
            walls.add(Wall.RESOURCES);
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions(settings));
        String entries = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        command.addAll(List.of("-cp", entries, main));
        return new WorkerCommand(command, Optional.empty(), new WorkerId(false), walls, programs);
    }

    /** The words that start a worker in its place. */
    List<String> words(WorkerPlace place) {
        List<String> all = new ArrayList<>();
        root.ifPresent(r -> all.addAll(r.prefix(place.folder())));
        all.addAll(words);
        return all;
    }

    WorkerPlace place(Path folder) throws IOException {
        return WorkerPlace.make(folder, id);
    }

    /** Under which name the worker sees a file of its place. */
    Path seen(WorkerPlace place, Path path) {
        return root.isPresent()
                ? Path.of("/").resolve(place.folder().relativize(path).toString())
                : path;
    }

    String ocrProgram(ExtractorSettings settings) {
        return root.map(WorkerRoot::ocr).orElse(settings.ocrProgram());
    }

    /** The outside tools that were found when this was built. */
    List<OutsideProgram> outsidePrograms() {
        return programs;
    }

    /** Under which paths the worker sees them. */
    Map<OutsideTool, String> outside() {
        return root.map(WorkerRoot::outside)
                .orElseGet(() -> programs.stream()
                        .collect(Collectors.toMap(
                                OutsideProgram::tool, program -> program.path().toString())));
    }

    Set<Wall> walls() {
        return walls;
    }

    /** What the kernel holds the worker to; written by the application before the first of its code runs. */
    private static List<String> bounds(ExtractorSettings settings, boolean counted) {
        List<String> bounds = new ArrayList<>(List.of(
                "prlimit",
                // The largest file a worker may write, a little above the standard bound on all children together.
                "--fsize=4400000000",
                "--core=0",
                // Java objects, as much again beside them, and room for code, stacks and the parsers' classes.
                "--data=" + ((2L * settings.memoryMegabytes() + 512) << 20),
                "--cpu=" + PROCESSOR_SECONDS,
                "--nofile=" + OPEN_FILES));
        if (counted) {
            bounds.add("--nproc=" + PROCESSES);
        }
        return bounds;
    }

    private static List<String> javaOptions(ExtractorSettings settings) {
        return List.of(
                "-Xmx" + settings.memoryMegabytes() + "m",
                "-XX:+UseSerialGC",
                // Compiled by both compilers, one thread each: a worker reads for long, beside others.
                "-XX:CICompilerCount=2",
                "-XX:-UseDynamicNumberOfCompilerThreads",
                // The platform warns on standard output, where the answers are.
                "-Xlog:disable",
                "-XX:ReservedCodeCacheSize=96m",
                "-XX:-UsePerfData",
                "-XX:+DisableAttachMechanism",
                "-XX:ErrorFile=/dev/null",
                "-Xshare:auto",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-Djavax.xml.accessExternalDTD=",
                "-Djavax.xml.accessExternalSchema=",
                "-Djavax.xml.accessExternalStylesheet=",
                "-Dlog4j2.statusLoggerLevel=OFF",
                "-Dlog4j2.level=OFF",
                "-Dpdfbox.fontcache=.",
                "-Djava.io.tmpdir=.",
                "-Duser.home=.",
                "--enable-native-access=ALL-UNNAMED");
    }

    private static boolean addIfItRuns(List<String> command, List<String> prefix, Set<Wall> walls, Wall wall) {
        List<String> attempt = new ArrayList<>(command);
        attempt.addAll(prefix);
        // One that starts another: a bound on processes may leave no room for any.
        attempt.addAll(List.of("sh", "-c", "true & wait"));
        boolean runs = runs(attempt);
        if (runs) {
            command.addAll(prefix);
            walls.add(wall);
        }
        return runs;
    }

    private static boolean runs(List<String> attempt) {
        try {
            ProcessBuilder builder = new ProcessBuilder(attempt)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().clear();
            Process process = builder.start();
            if (process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            // The program is not installed: the wall does not stand, and walls() says so.
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
