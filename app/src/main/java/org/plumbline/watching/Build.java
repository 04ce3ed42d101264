package org.plumbline.watching;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * Which Plumbline runs.
 *
 * @param version as released; empty where it runs from its classes
 * @param commit of which it was built, with {@code +changes} where files differed from it; empty where that isn't known
 */
public record Build(String version, String commit) {
    private static final String COMMIT = "Implementation-Commit";
    private static final String UNKNOWN = "unknown";
    private static final Build RUNNING = read();

    /** The one that runs here. */
    public static Build running() {
        return RUNNING;
    }

    /** Its version and commit as one line of words for a file, with what isn't known said. */
    public String inWords() {
        return (version.isEmpty() ? "built from source" : version)
                + (commit.isEmpty() ? ", commit unknown" : ", commit " + commit);
    }

    private static Build read() {
        String version = Optional.ofNullable(Build.class.getPackage().getImplementationVersion())
                .orElse("");
        String commit = archive()
                .flatMap(Build::manifest)
                .map(manifest -> manifest.getMainAttributes().getValue(COMMIT))
                .filter(found -> !found.equals(UNKNOWN))
                .orElse("");
        return new Build(version, commit);
    }

    private static Optional<Path> archive() {
        CodeSource source = Build.class.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI())).filter(Files::isRegularFile);
        } catch (URISyntaxException notAFile) {
            return Optional.empty();
        }
    }

    private static Optional<Manifest> manifest(Path archive) {
        try (var jar = new JarFile(archive.toFile())) {
            return Optional.ofNullable(jar.getManifest());
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
