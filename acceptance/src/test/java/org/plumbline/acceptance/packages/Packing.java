package org.plumbline.acceptance.packages;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Packs the application that the build left, by the project's own scripts.
 *
 * @param project the project's folder
 * @param folder where everything goes
 */
record Packing(Path project, Path folder) {
    /** Lays the built application out as the launcher does. */
    void stage() {
        try {
            Files.createDirectories(folder);
            Path began = Files.writeString(folder.resolve("began"), "");
            script("stage", project.resolve("app/target"), folder.resolve("dist"), began)
                    .output();
        } catch (IOException e) {
            throw new UncheckedIOException("No folder to pack in", e);
        }
    }

    /** A package, made anew in a folder of this name. */
    Path deb(String into) {
        return packed("deb", into, List.of());
    }

    /** An image on a copy of this base. */
    Path image(String into, Path base) {
        return packed("oci", into, List.of("--root", base.toString()));
    }

    /** A minimal Debian below a folder of this name. */
    Path base(String into) {
        Path root = folder.resolve(into);
        script("base", root).output();
        return root;
    }

    /** A copy of that Debian with systemd in it. */
    void withSystemd(String base, String into) {
        Path root = folder.resolve(into);
        Ran.words("cp", "-a", folder.resolve(base).toString(), root.toString()).output();
        String inside = project.resolve("packaging/inside").toString();
        Ran.words(inside, root.toString(), "apt-get", "-qq", "install", "systemd", "systemd-sysv", "dbus")
                .output();
    }

    private Path packed(String kind, String into, List<String> more) {
        var words = new ArrayList<>(List.of(
                project.resolve("packaging/package").toString(),
                kind,
                "--dist",
                folder.resolve("dist").toString(),
                "--to",
                folder.resolve(into).toString()));
        words.addAll(more);
        return Ran.words(words, environment()).made();
    }

    private Ran script(String name, Path... paths) {
        var words = new ArrayList<String>();
        words.add(project.resolve("packaging").resolve(name).toString());
        for (Path path : paths) {
            words.add(path.toString());
        }
        return Ran.words(words, environment());
    }

    /** Scratch beside the rest: another disk's folder for temporary files may be too small for a Debian. */
    private Map<String, String> environment() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"), "TMPDIR", folder.toString());
    }
}
