package org.plumbline.acceptance.upgrade;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.plumbline.acceptance.ThisBuild;
import org.tukaani.xz.XZInputStream;

/** The data folder that is kept in {@code src/test/releases}, with the programs of the server it was written by. */
final class LastRelease {
    /** The newest of the major version before; the pom names the same. */
    private static final String PROGRAMS = "17.10.0";

    private LastRelease() {}

    /** Makes it in this folder, as {@code data}. */
    static Path in(Path folder) throws IOException {
        Files.createDirectories(folder);
        // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        Path module = ThisBuild.project().resolve("acceptance");
        try (Stream<Path> kept = Files.list(module.resolve("src/test/releases"))) {
            unpack(
                    kept.filter(file -> file.toString().endsWith(".tar.xz"))
                            .max(Path::compareTo)
                            .orElseThrow(),
                    folder);
        }
        Path data = folder.resolve("data");
        unpack(
                module.resolve("target/programs/postgres-linux-x86_64.txz"),
                data.resolve("records").resolve("server-" + PROGRAMS));
        return data;
    }

    private static void unpack(Path archive, Path to) throws IOException {
        try (InputStream file = new BufferedInputStream(Files.newInputStream(archive));
                var tar = new TarArchiveInputStream(new XZInputStream(file))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                place(to.resolve(entry.getName()), entry, tar);
            }
        }
    }

    private static void place(Path path, TarArchiveEntry entry, InputStream content) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(path);
        } else {
            Files.createDirectories(path.resolveSibling(""));
            if (entry.isSymbolicLink()) {
                Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                return;
            }
            Files.copy(content, path);
        }
        boolean runs = entry.isDirectory() || (entry.getMode() & 0111) != 0;
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(runs ? "rwx------" : "rw-------"));
    }
}
