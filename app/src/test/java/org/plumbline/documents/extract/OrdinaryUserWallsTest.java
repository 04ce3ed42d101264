package org.plumbline.documents.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The walls stand for an installation that doesn't run as root, as a service shouldn't. */
class OrdinaryUserWallsTest {
    private static final String NOBODY = "65534";

    @TempDir
    Path folder;

    @Test
    void theWallsStandForAnOrdinaryUser() throws Exception {
        assumeTrue(
                ProcessHandle.current().info().user().filter("root"::equals).isPresent(),
                "Run as an ordinary user, HostileReaderTest tries this");
        assumeTrue(namespaces(), "This kernel gives an ordinary user no namespaces");
        Path classes = Files.createDirectory(folder.resolve("classes"));
        copy(WorkerCommand.class, classes);
        copy(Hostile.class, classes);
        Path home = Files.createDirectory(folder.resolve("home"));
        Path canary = Files.writeString(folder.resolve("canary"), "velvet");
        open(folder);
        Files.setAttribute(home, "unix:uid", Integer.parseInt(NOBODY));

        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            List<String> said = asNobody(
                    home,
                    classes,
                    List.of(
                            "read",
                            "/etc/passwd",
                            "read",
                            canary.toString(),
                            "write",
                            "/usr/written",
                            "connect",
                            String.valueOf(listening.getLocalPort()),
                            "fork",
                            "",
                            "write",
                            "/own/written"));

            assertThat(said.getFirst()).as("walls missing").isEqualTo("[]");
            assertThat(said.getLast()).isEqualTo("ordinary");
            assertThat(said.subList(1, 6)).allMatch(each -> each.startsWith("refused"));
            assertThat(said.get(6)).isEqualTo("did /own/written");
        }
    }

    /** Whether the kernel itself lets nobody in particular have what the walls are made of. */
    private static boolean namespaces() throws Exception {
        return new ProcessBuilder(
                                "setpriv",
                                "--reuid=" + NOBODY,
                                "--regid=" + NOBODY,
                                "--clear-groups",
                                "unshare",
                                "--map-root-user",
                                "--mount",
                                "--net",
                                "--ipc",
                                "--uts",
                                "--pid",
                                "--fork",
                                "mount",
                                "-t",
                                "proc",
                                "proc",
                                "/proc")
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    private static List<String> asNobody(Path home, Path classes, List<String> tried) throws Exception {
        var command = new ArrayList<>(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classes.toString(),
                OrdinaryUser.class.getName(),
                home.toString(),
                classes.toString()));
        command.addAll(tried);
        Process process = new ProcessBuilder(command)
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<String> said = process.inputReader().lines().toList();
        assertThat(process.waitFor()).as(said.toString()).isZero();
        return said;
    }

    /** What lies beside a class: nobody may look into the folders of whoever built this. */
    private static void copy(Class<?> one, Path to) throws Exception {
        Path classes =
                Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path packages = classes.resolve("org/plumbline/documents/extract");
        try (Stream<Path> all = Files.walk(packages)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(classes.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
    }

    private static void open(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.forEach(path -> {
                try {
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(Files.isDirectory(path) ? "rwxr-xr-x" : "rw-r--r--"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
