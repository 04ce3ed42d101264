package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The file system that a worker sees behind the full wall: the machine's programs and its class path, read-only, and
 * its own input and scratch. Each worker builds it anew in namespaces of its own; nothing of it is seen from outside.
 */
final class WorkerRoot {
    private static final Path PROGRAMS = Path.of("/usr");
    private static final String READ_ONLY = "rbind,ro,nosuid,nodev";
    /** Class paths of more folders than this are gathered in one. */
    private static final int MOST_FOLDERS = 4;

    private final Path home;
    private final WorkerId id;
    private final Map<Path, String> inside = new LinkedHashMap<>();
    private final List<String> points = new ArrayList<>();
    private final List<String> mounts = new ArrayList<>();
    private final List<String> classPath = new ArrayList<>();
    private final String java;
    private final String ocrProgram;
    private final Map<OutsideTool, String> outside = new EnumMap<>(OutsideTool.class);
    private final String script;

    private WorkerRoot(Path home, List<Path> entries, ExtractorSettings settings, List<OutsideProgram> programs)
            throws IOException {
        this.home = home;
        this.id = WorkerId.here();
        this.script = script();
        programs();
        devices();
        Path javaHome = Path.of(System.getProperty("java.home")).toRealPath();
        this.java = seen(javaHome) + "/bin/java";
        this.ocrProgram = program(settings.ocrProgram());
        for (OutsideProgram each : programs) {
            outside.put(each.tool(), program(each.path().toString()));
        }
        for (Path entry : near(entries)) {
            Path folder = Files.isDirectory(entry) ? entry : above(entry);
            String name = seen(folder);
            classPath.add(folder.equals(entry) ? name : name + "/" + entry.getFileName());
        }
        cover(settings.scratch().toAbsolutePath());
    }

    /** Writes down in the folder what a worker shall see. */
    static WorkerRoot prepare(Path home, List<Path> entries, ExtractorSettings settings, List<OutsideProgram> programs)
            throws IOException {
        WorkerRoot root = new WorkerRoot(home.toRealPath(), entries, settings, programs);
        Files.createDirectories(root.home.resolve("root"));
        Files.write(root.home.resolve("points"), root.points);
        Files.write(root.home.resolve("mounts"), root.mounts);
        root.id.give(root.home.resolve("classes"));
        return root;
    }

    /** Words before the command of a worker whose folder this is. */
    List<String> prefix(Path folder) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "unshare"));
        if (!id.changes()) {
            words.addAll(List.of("--user", "--map-root-user"));
        }
        words.addAll(List.of("--mount", "--net", "--pid", "--ipc", "--uts", "--fork", "--kill-child"));
        words.addAll(List.of("--propagation", "private", "sh", "-c", script, "wall"));
        for (String name : List.of("root", "points", "mounts")) {
            words.add(home.resolve(name).toString());
        }
        words.add(folder.toString());
        words.add(id.changes() ? String.valueOf(WorkerId.NUMBER) : "");
        words.add(String.valueOf(WorkerId.NUMBER));
        return words;
    }

    String java() {
        return java;
    }

    String classPath() {
        return String.join(":", classPath);
    }

    String ocr() {
        return ocrProgram;
    }

    /** Under which paths a worker sees the outside tools. */
    Map<OutsideTool, String> outside() {
        return outside;
    }

    private void programs() throws IOException {
        show(PROGRAMS, "usr", READ_ONLY);
        inside.put(PROGRAMS, "/usr");
        for (String name : List.of("bin", "sbin", "lib", "lib64", "lib32")) {
            Path path = Path.of("/", name);
            if (Files.isSymbolicLink(path)) {
                points.add("link " + name);
            } else if (Files.isDirectory(path)) {
                show(path, name, READ_ONLY);
            }
        }
        for (String name : List.of("etc/ld.so.cache", "etc/fonts")) {
            if (Files.exists(Path.of("/", name))) {
                show(Path.of("/", name), name, READ_ONLY);
            }
        }
        // Debian keeps the configuration of its JDKs there.
        try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of("/etc"), "java-*-openjdk")) {
            for (Path each : found) {
                show(each, "etc/" + each.getFileName(), READ_ONLY);
            }
        }
    }

    private void devices() {
        for (String name : List.of("dev/null", "dev/zero", "dev/random", "dev/urandom")) {
            show(Path.of("/", name), name, "bind");
        }
        points.add("folder tmp");
        mounts.add("tmpfs " + at("tmp") + " tmpfs size=16m,mode=1777,nosuid,nodev,noexec 0 0");
        points.add("folder proc");
    }

    /** A data folder among the machine's programs is not shown with them. */
    private void cover(Path scratch) {
        Path data = scratch.getParent();
        if (data != null && data.startsWith(PROGRAMS)) {
            mounts.add("tmpfs " + escaped(at("") + data.toString().substring(1)) + " tmpfs size=4k,ro 0 0");
        }
    }

    private String program(String program) throws IOException {
        Path path = Path.of(program);
        if (!path.isAbsolute() || !Files.isExecutable(path)) {
            return program;
        }
        return seen(above(path.toRealPath())) + "/" + path.toRealPath().getFileName();
    }

    private static Path above(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "A file lies in a folder");
    }

    /** Under which name a worker sees a folder; shows it where it is not shown yet. */
    private String seen(Path folder) throws IOException {
        Path real = folder.toRealPath();
        if (real.startsWith(PROGRAMS)) {
            return real.toString();
        }
        String known = inside.get(real);
        if (known == null) {
            known = "/shown/" + inside.size();
            inside.put(real, known);
            show(real, known.substring(1), READ_ONLY);
        }
        return known;
    }

    private void show(Path from, String point, String how) {
        points.add((Files.isDirectory(from) ? "folder " : "file ") + point);
        mounts.add(escaped(from.toString()) + " " + at(point) + " none " + how + " 0 0");
    }

    private String at(String point) {
        return escaped(home.resolve("root").toString()) + "/" + point;
    }

    /** As fstab(5) writes blanks. */
    private static String escaped(String path) {
        return path.replace("\\", "\\134")
                .replace(" ", "\\040")
                .replace("\t", "\\011")
                .replace("\n", "\\012");
    }

    /** The entries as they are, or where they lie in many folders linked or copied into one. */
    private List<Path> near(List<Path> entries) throws IOException {
        long folders = entries.stream()
                .filter(Files::isRegularFile)
                .map(Path::getParent)
                .distinct()
                .count();
        if (folders <= MOST_FOLDERS) {
            return entries;
        }
        Path gathered = Files.createDirectories(home.resolve("jars"));
        Files.setPosixFilePermissions(gathered, PosixFilePermissions.fromString("rwxr-xr-x"));
        List<Path> near = new ArrayList<>();
        for (Path entry : entries) {
            near.add(Files.isDirectory(entry) ? entry : into(gathered, near.size(), entry));
        }
        return near;
    }

    private static Path into(Path folder, int number, Path jar) throws IOException {
        Path target = folder.resolve(number + "-" + jar.getFileName());
        try {
            return Files.createLink(target, jar.toRealPath());
        } catch (IOException | UnsupportedOperationException e) {
            return Files.copy(jar, target);
        }
    }

    private static String script() throws IOException {
        try (InputStream in = WorkerRoot.class.getResourceAsStream("wall.sh")) {
            if (in == null) {
                throw new IllegalStateException("wall.sh is not among the classes");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
