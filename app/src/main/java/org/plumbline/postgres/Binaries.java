package org.plumbline.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/**
 * The server's programs, unpacked once into a folder named by their version.
 *
 * @param home the folder that holds {@code bin}, {@code lib} and {@code share}
 */
record Binaries(Path home) {
    /** The version packaged; the pom names the same. */
    static final String VERSION = "18.4.0";

    /** The part of {@link #VERSION} that decides who reads whose files. */
    static final int MAJOR = major(VERSION);

    private static final String FOLDER = "server-";
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final int EXECUTABLE = 0111;

    /** Unpacks them beside the data unless an earlier start has. */
    static Binaries in(Path folder) {
        Path home = folder.resolve(FOLDER + VERSION);
        if (!Files.exists(home)) {
            try {
                Path aside = folder.resolve("server.new");
                DurableFiles.deleteAll(aside);
                unpack(aside);
                DurableFiles.forceAll(aside);
                DurableFiles.moveIntoPlace(aside, home);
            } catch (IOException cause) {
                throw new UncheckedIOException("PostgreSQL cannot be unpacked into " + home, cause);
            }
        }
        return new Binaries(home);
    }

    /**
     * The programs of another major version that an earlier Plumbline unpacked here.
     *
     * @throws PostgresFailure when there are none
     */
    static Binaries of(Path folder, int major) {
        if (major == MAJOR) {
            return in(folder);
        }
        return unpacked(folder).stream()
                .filter(programs -> programs.major() == major)
                .max(Comparator.comparing(programs -> programs.home().getFileName()))
                .orElseThrow(() -> new PostgresFailure("The records in " + folder + " belong to PostgreSQL " + major
                        + ", whose programs are not there any more: serve the folder once with the Plumbline that wrote"
                        + " it, or restore a backup of then, which holds them"));
    }

    /** All that were unpacked into a folder, of whatever version. */
    static List<Binaries> unpacked(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(each -> each.getFileName().toString().matches(FOLDER + "\\d+\\.[\\d.]+"))
                    .map(Binaries::new)
                    .toList();
        } catch (IOException cause) {
            throw new UncheckedIOException("The folder " + folder + " cannot be listed", cause);
        }
    }

    int major() {
        return major(home.getFileName().toString().substring(FOLDER.length()));
    }

    private static int major(String version) {
        return Integer.parseInt(version.substring(0, version.indexOf('.')));
    }

    String program(String name) {
        return home.resolve("bin").resolve(name).toString();
    }

    private static void unpack(Path home) throws IOException {
        InputStream packed = Binaries.class.getResourceAsStream(ARCHIVE);
        if (packed == null || !System.getProperty("os.arch").equals("amd64")) {
            throw new PostgresFailure("No PostgreSQL is packaged for this machine (only Linux on x86-64): start one of"
                    + " version 15 or newer yourself and name its URL in the configuration");
        }
        Files.createDirectories(home);
        try (var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(home, entry, tar);
            }
        }
    }

    private static void place(Path home, TarArchiveEntry entry, InputStream content) throws IOException {
        Path path = home.resolve(entry.getName()).normalize();
        if (!path.startsWith(home)) {
            throw new IOException("The archive of PostgreSQL holds a path outside itself: " + entry.getName());
        }
        Files.createDirectories(entry.isDirectory() ? path : path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (!entry.isDirectory()) {
            Files.copy(content, path);
            String mode = (entry.getMode() & EXECUTABLE) == 0 ? "rw-r--r--" : "rwxr-xr-x";
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
