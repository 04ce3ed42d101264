package org.plumbline.documents.extract;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** The command line of a worker, with those walls of the platform in front of it that this machine lets stand. */
final class WorkerCommand {
    private static final String MAIN = "org.plumbline.documents.extract.worker.Worker";

    private final List<String> command;
    private final Set<Wall> walls;

    private WorkerCommand(List<String> command, Set<Wall> walls) {
        this.command = List.copyOf(command);
        this.walls = Set.copyOf(walls);
    }

    static WorkerCommand build(String classPath, Path scratch, ExtractorSettings settings) {
        List<String> command = new ArrayList<>();
        Set<Wall> walls =
                EnumSet.of(Wall.PROCESS, Wall.TIME_AND_MEMORY, Wall.EMPTY_ENVIRONMENT, Wall.NARROW_CLASS_PATH);
        addIfItRuns(command, List.of("unshare", "-r", "-n"), walls, Wall.NO_NETWORK);
        // 4 GB: the largest file a worker may write, a little above the standard bound on all children together.
        addIfItRuns(command, List.of("prlimit", "--fsize=4400000000", "--core=0"), walls, Wall.FILE_SIZE);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions(scratch, settings));
        command.addAll(List.of("-cp", classPath, MAIN));
        return new WorkerCommand(command, walls);
    }

    List<String> words() {
        return command;
    }

    Set<Wall> walls() {
        return walls;
    }

    private static List<String> javaOptions(Path scratch, ExtractorSettings settings) {
        return List.of(
                "-Xmx" + settings.memoryMegabytes() + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
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
                "-Dpdfbox.fontcache=" + scratch,
                "-Djava.io.tmpdir=.",
                "-Duser.home=.",
                "--enable-native-access=ALL-UNNAMED");
    }

    private static void addIfItRuns(List<String> command, List<String> prefix, Set<Wall> walls, Wall wall) {
        List<String> attempt = new ArrayList<>(command);
        attempt.addAll(prefix);
        attempt.add("true");
        if (runs(attempt)) {
            command.addAll(prefix);
            walls.add(wall);
        }
    }

    private static boolean runs(List<String> attempt) {
        try {
            Process process = new ProcessBuilder(attempt)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(5, TimeUnit.SECONDS)) {
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
