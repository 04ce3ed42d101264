package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.plumbline.acceptance.Deadline;

/** A Debian below a folder whose systemd runs, as the first process of a namespace that ends with it. */
final class SystemdRoot implements AutoCloseable {
    private static final Duration UP = Duration.ofMinutes(1);
    /** Degraded: a console, say, that is not there. */
    private static final Set<String> RUNNING = Set.of("running", "degraded");

    private final Process outer;

    private SystemdRoot(Process outer) {
        this.outer = outer;
    }

    /** @param boot the script that becomes its first process */
    static SystemdRoot boot(Path boot, Path root, Path console) {
        try {
            Process outer = new ProcessBuilder(
                            "unshare",
                            "--pid",
                            "--fork",
                            "--kill-child",
                            "--mount",
                            "--propagation",
                            "private",
                            "--uts",
                            "--ipc",
                            boot.toString(),
                            root.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile())
                    .start();
            var booted = new SystemdRoot(outer);
            try {
                Deadline.require(UP, "systemd is up; its output is in " + console, booted::runs);
            } catch (RuntimeException e) {
                booted.close();
                throw e;
            }
            return booted;
        } catch (IOException e) {
            throw new UncheckedIOException("unshare cannot be started", e);
        }
    }

    /** Runs a program beside it, as root. */
    Ran run(String... words) {
        return run(List.of(words), Map.of());
    }

    Ran run(List<String> words, Map<String, String> environment) {
        var all = new ArrayList<>(List.of("nsenter", "-t", first(), "-m", "-p", "-u", "-i", "-r", "-w", "env", "-i"));
        all.add("PATH=/usr/sbin:/usr/bin:/sbin:/bin");
        all.add("LC_ALL=C.UTF-8");
        environment.forEach((name, value) -> all.add(name + "=" + value));
        all.addAll(words);
        return Ran.words(all, Map.of());
    }

    /** Ends everything in it at once. */
    @Override
    public void close() {
        outer.descendants().forEach(ProcessHandle::destroyForcibly);
        outer.destroyForcibly();
    }

    private boolean runs() {
        if (!outer.isAlive()) {
            throw new IllegalStateException("systemd did not start");
        }
        return !first().isEmpty()
                && RUNNING.contains(run("systemctl", "is-system-running").said().strip());
    }

    private String first() {
        return outer.children()
                .findFirst()
                .map(child -> Long.toString(child.pid()))
                .orElse("");
    }
}
