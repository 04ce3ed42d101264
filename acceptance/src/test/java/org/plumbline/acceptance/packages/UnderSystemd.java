package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.plumbline.acceptance.Deadline;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.walk.FirstDay;

/**
 * The service under a real systemd, with every wall of its unit: started by the package, worked in, killed, stopped.
 */
final class UnderSystemd {
    /** Enough that the search index merges what it wrote; a unit once refused it that. */
    private static final int FILES = 80;

    private static final Duration READY = Duration.ofMinutes(3);

    private final SystemdRoot system;
    private final Path folder;
    private final Steps steps;
    private final int port = Installation.freePort();

    /** @param folder the root that the system runs below */
    UnderSystemd(SystemdRoot system, Path folder, Steps steps) {
        this.system = system;
        this.folder = folder;
        this.steps = steps;
    }

    void live(DebianPackage deb) {
        try (var day = new FirstDay("http://localhost:" + port)) {
            steps.then("started by the package under systemd", () -> start(deb));
            steps.then("many documents read, inside the unit's walls", () -> work(day));
            steps.then("killed: systemd starts it again", () -> kill(day));
            steps.then("stopped and purged under systemd", this::end);
        }
    }

    private void start(DebianPackage deb) throws IOException {
        Files.writeString(folder.resolve("etc/default/plumbline"), "PLUMBLINE_PORT=" + port + "\n");
        Files.copy(deb.file(), folder.resolve("var/plumbline.deb"));
        system.run("dpkg", "--install", "/var/plumbline.deb").output();
        awaitHealthy();
        Deadline.require(
                READY, "the first link is in the journal", () -> journal().contains("/sign-in/"));
    }

    private void work(FirstDay day) throws IOException {
        day.begin(Served.link(journal()), this::enrol);
        Path files = Files.createDirectories(folder.resolve("var/files"));
        for (int i = 0; i < FILES; i++) {
            Files.writeString(
                    files.resolve("note-" + i + ".txt"), "Survey " + i + " of the breakwater.\n".repeat(i + 1));
        }
        List<String> words = List.of(
                "plumbline",
                "ingest",
                "--case",
                day.number(),
                "--purpose",
                FirstDay.PURPOSE,
                "--server",
                "http://127.0.0.1:" + port,
                "/var/files");
        String said = system.run(words, Map.of("PLUMBLINE_TOKEN", day.token())).output();
        steps.hold("files were not read: " + said, said.lines().anyMatch(line -> line.matches("indexed +" + FILES)));
        steps.hold("a reader has no wall to the network", worksInside("unshare -r -n prlimit --core=0 true"));
        steps.hold("it can write programs", !worksInside("touch /usr/lib/plumbline/x"));
        steps.hold("it can write its settings", !worksInside("touch /etc/plumbline/plumbline.toml"));
        steps.hold("it sees home folders", !worksInside("ls /home"));
        List<String> refused =
                journal().lines().filter(line -> line.contains("not permitted")).toList();
        steps.hold(
                "the unit refused what is needed, such as: " + refused.stream().findFirst(), refused.isEmpty());
    }

    /** Tries a line in a service with the very walls of the shipped unit. */
    private boolean worksInside(String line) throws IOException {
        String unit = Files.readString(folder.resolve("lib/systemd/system/plumbline.service"))
                .replaceAll("(?m)^ExecStart=.*$", "ExecStart=/bin/sh -c \"" + line + "\"")
                .replaceAll("(?m)^Type=.*$", "Type=oneshot")
                .replaceAll("(?m)^Restart=.*$", "");
        Files.writeString(folder.resolve("etc/systemd/system/tried.service"), unit);
        system.run("systemctl", "daemon-reload").output();
        return system.run("systemctl", "start", "tried.service").well();
    }

    private void kill(FirstDay day) {
        String before = show("MainPID");
        system.run("systemctl", "kill", "--signal=KILL", "--kill-whom=main", "plumbline")
                .output();
        Deadline.require(READY, "another process", () -> !List.of("0", before).contains(show("MainPID")));
        awaitHealthy();
        day.lookAgain();
    }

    private void end() {
        system.run("systemctl", "stop", "plumbline").output();
        steps.hold("a stop counts as " + show("Result"), show("Result").equals("success"));
        system.run("systemctl", "start", "plumbline").output();
        system.run("dpkg", "--purge", "plumbline").output();
        steps.hold("the service outlives its package", show("ActiveState").equals("inactive"));
        steps.hold("the data is gone", Files.exists(folder.resolve("var/lib/plumbline/records")));
    }

    private String enrol(String name) {
        return Served.link(system.run(
                        "plumbline",
                        "admin",
                        "enrol",
                        "--organisation",
                        "First organisation",
                        "--name",
                        name,
                        "--role",
                        "investigator")
                .output());
    }

    private void awaitHealthy() {
        Deadline.require(
                READY,
                "an answer on port " + port,
                () -> system.run("/usr/lib/plumbline/healthy", Integer.toString(port))
                        .well());
    }

    private String show(String property) {
        return system.run("systemctl", "show", "--property", property, "--value", "plumbline")
                .output();
    }

    private String journal() {
        return system.run("journalctl", "--no-pager", "--output", "cat", "--unit", "plumbline")
                .output();
    }
}
