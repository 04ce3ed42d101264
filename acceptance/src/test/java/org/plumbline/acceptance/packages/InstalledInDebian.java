package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.plumbline.acceptance.Installation;
import org.plumbline.acceptance.walk.FirstDay;

/**
 * The life of a {@code .deb} in a minimal Debian: installed, started, worked in, stopped, removed, purged, back again.
 */
final class InstalledInDebian {
    private static final String PACKED = "/tmp/plumbline.deb";
    private static final String SETTINGS = "/etc/plumbline/plumbline.toml";
    private static final String KEY = "/etc/plumbline/keys/master.key";
    private static final Map<String, String> OWNED = Map.of(
            "/var/lib/plumbline",
            "plumbline:plumbline 700",
            "/var/log/plumbline",
            "plumbline:plumbline 700",
            "/etc/plumbline",
            "root:plumbline 750",
            "/etc/plumbline/keys",
            "plumbline:plumbline 700",
            KEY,
            "plumbline:plumbline 600",
            SETTINGS,
            "root:plumbline 640");

    private final DebianRoot root;
    private final DebianPackage deb;
    private final Steps steps;
    private final Path folder;
    private final int port = Installation.freePort();
    private final Set<String> before;

    InstalledInDebian(DebianRoot root, DebianPackage deb, Steps steps, Path folder) {
        this.root = root;
        this.deb = deb;
        this.steps = steps;
        this.folder = folder;
        this.before = root.paths();
    }

    void live() {
        steps.then("installed by dpkg in a minimal Debian", this::install);
        try (var day = new FirstDay("http://localhost:" + port)) {
            steps.then("started by the unit's own line as its user; a case opened by a browser", () -> work(day));
            steps.then("removed: settings and data stay", this::remove);
            steps.then("purged: data and keys stay, nothing else of ours", this::purge);
            steps.then("installed again over what was left; the case is there", () -> comeBack(day));
            steps.then("a newer package over it: the folder is upgraded first; the case is there", () -> newer(day));
        }
    }

    private void install() throws IOException {
        Files.copy(deb.file(), root.at(PACKED), StandardCopyOption.REPLACE_EXISTING);
        root.run("dpkg", "--install", PACKED).output();
        OWNED.forEach((path, expected) -> {
            String found = root.run("stat", "-c", "%U:%G %a", path).output();
            steps.hold(path + " is " + found + ", not " + expected, found.equals(expected));
        });
        steps.hold(
                "the service is not enabled",
                Files.isSymbolicLink(root.at("/etc/systemd/system/multi-user.target.wants/plumbline.service")));
        String verified = root.run("dpkg", "--verify", "plumbline").output();
        steps.hold("dpkg finds changed files: " + verified, verified.isEmpty());
        set();
        root.run("plumbline", "config", "check").output();
        steps.hold(
                "an unknown command is not refused",
                root.run("plumbline", "prove").exit() == 2);
    }

    /**
     * As an administrator would, in the file: the port, and that in a changed root not every wall around the readers of
     * documents can stand.
     */
    private void set() throws IOException {
        String said = "port = " + port + "\n\n[documents]\nsandbox = \"reduced\"\n";
        Files.writeString(root.at(SETTINGS), said, StandardOpenOption.APPEND);
    }

    private void work(FirstDay day) throws IOException {
        try (Served server = start()) {
            steps.hold(
                    "the server does not run as its user",
                    userOf(server.processId()).equals(user()));
            day.begin(server.firstLink(), this::enrol);
            ingest(day);
            steps.holds("the browser", day.complaints());
            stop(server);
        }
    }

    private Served start() {
        UnitFile unit = UnitFile.read(root.at("/lib/systemd/system/plumbline.service"));
        return Served.by(root.inside(unit.words()), folder.resolve("console.log"), port);
    }

    private void stop(Served server) {
        int exit = server.stop();
        steps.hold("stopped with " + exit + ", which the unit counts as a failure", exit == 143 || exit == 0);
        steps.hold(
                "PostgreSQL is left behind", !Files.exists(root.at("/var/lib/plumbline/records/data/postmaster.pid")));
    }

    private String enrol(String name) {
        return Served.link(root.run(
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

    /** Files are read by workers, behind their walls, with the carried runtime. */
    private void ingest(FirstDay day) throws IOException {
        String number = day.number();
        Path files = Files.createDirectories(root.at("/tmp/files"));
        Files.writeString(files.resolve("note.txt"), "The second survey of the breakwater was never ordered.\n");
        Files.writeString(
                files.resolve("page.html"), "<html><body><h1>Orders</h1><p>One order, two surveys.</p></body></html>");
        Ran sent = root.run(
                List.of(
                        "plumbline",
                        "ingest",
                        "--case",
                        number,
                        "--purpose",
                        FirstDay.PURPOSE,
                        "--server",
                        "http://127.0.0.1:" + port,
                        "/tmp/files"),
                Map.of("PLUMBLINE_TOKEN", day.token()));
        boolean read = sent.output().lines().anyMatch(line -> line.matches("indexed +2"));
        steps.hold("files were not read: " + sent.said(), read);
        day.lookAgain();
    }

    private void remove() {
        root.run("dpkg", "--remove", "plumbline").output();
        steps.hold("programs stay after the removal", !Files.exists(root.at("/usr/lib/plumbline")));
        steps.hold("settings go at the removal", Files.exists(root.at(SETTINGS)));
        steps.hold("the data goes at the removal", Files.exists(root.at("/var/lib/plumbline/records")));
    }

    private void purge() throws IOException {
        String said = root.run("dpkg", "--purge", "plumbline").output();
        steps.hold(
                "the purge doesn't say that data stays: " + said, said.contains("/var/lib/plumbline holds case data"));
        steps.hold("the data is gone", Files.exists(root.at("/var/lib/plumbline/records")));
        steps.hold("a key is gone", Files.exists(root.at(KEY)));
        var left = new TreeSet<>(root.paths());
        left.removeAll(before);
        left.removeIf(path -> path.matches("/var/lib/plumbline(/.*)?|/etc/plumbline(/keys(/master\\.key)?)?"));
        // What dpkg and adduser write of themselves.
        left.removeIf(path -> path.matches("/var/lib/dpkg/.*|/var/log/.*|/etc/[a-z]+-|/etc/\\.pwd\\.lock"));
        steps.hold("left behind: " + left, left.isEmpty());
        steps.hold("logs are left behind", !Files.exists(root.at("/var/log/plumbline")));
    }

    private void comeBack(FirstDay day) throws IOException {
        root.run("dpkg", "--install", PACKED).output();
        set();
        try (Served server = start()) {
            day.lookAgain();
            stop(server);
        }
        String checked = root.run("plumbline", "fsck").output();
        steps.hold("fsck finds a fault: " + checked, !checked.isEmpty());
        steps.hold("a newer one is not seen as such", deb.field("Version").contains(installed()));
    }

    /** Of the same content: what is tried is that the package upgrades the folder before anything is started. */
    private void newer(FirstDay day) throws IOException {
        root.run("dpkg-deb", "--raw-extract", PACKED, "/tmp/newer").output();
        Path control = root.at("/tmp/newer/DEBIAN/control");
        Files.writeString(
                control,
                Files.readString(control).replace("Version: " + installed(), "Version: " + installed() + "+newer"));
        root.run("dpkg-deb", "-Znone", "--build", "/tmp/newer", "/tmp/newer.deb")
                .output();
        String said = root.run("dpkg", "--install", "/tmp/newer.deb").output();
        steps.hold("the newer package is not there", installed().endsWith("+newer"));
        steps.hold("the folder was not looked at: " + said, said.contains("the records have the form of this version"));
        String backups =
                root.run("stat", "-c", "%U:%G %a", "/var/backups/plumbline").output();
        steps.hold("backups may be read by others: " + backups, backups.equals("plumbline:plumbline 700"));
        try (Served server = start()) {
            day.lookAgain();
            stop(server);
        }
    }

    private String installed() {
        return root.run("dpkg-query", "-W", "-f", "${Version}", "plumbline").output();
    }

    private String user() {
        return root.run("id", "-u", "plumbline").output();
    }

    private static String userOf(long process) throws IOException {
        return Files.getAttribute(Path.of("/proc", Long.toString(process)), "unix:uid")
                .toString();
    }
}
