package org.plumbline.watching;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** The archives that this program runs from. */
public final class ClassPath {
    private ClassPath() {}

    /** Those of the class path and those that its one archive names, in that order. */
    public static List<Path> jars() {
        return Stream.of(System.getProperty("java.class.path", "").split(":"))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .flatMap(entry -> Stream.concat(Stream.of(entry), named(entry)))
                .filter(entry -> entry.toString().endsWith(".jar"))
                .distinct()
                .toList();
    }

    private static Stream<Path> named(Path archive) {
        if (!Files.isRegularFile(archive)) {
            return Stream.empty();
        }
        try (var jar = new JarFile(archive.toFile())) {
            var manifest = jar.getManifest();
            String more = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return more == null ? Stream.empty() : Stream.of(more.split(" ")).map(archive::resolveSibling);
        } catch (IOException e) {
            return Stream.empty();
        }
    }
}
