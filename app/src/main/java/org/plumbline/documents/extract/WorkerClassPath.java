package org.plumbline.documents.extract;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Puts together the class path of a worker: the parsers, and this package and its worker copied out by themselves. */
final class WorkerClassPath {
    /** Artifacts Tika's standard parsers and the language detector need, by the start of their file names. */
    private static final Pattern NEEDED = Pattern.compile("(tika-|poi-|pdfbox|fontbox|xmpbox|jempbox|commons-"
            + "(codec|collections4|compress|csv|exec|io|lang3|logging|math3)-|xz-|junrar-|java-libpst-|jackcess-"
            + "|apache-mime4j-|bc[a-z]+-jdk|jsoup-|tagsoup-|rome-|jdom2?-|jwarc-|jhighlight-|juniversalchardet-"
            + "|metadata-extractor-|xmpcore-|isoparser-|vorbis-|jai-imageio-|jbig2-imageio-|curvesapi-|SparseBitSet-"
            + "|xmlbeans-|log4j-(api|core)-|slf4j-api-|jcl-over-slf4j-|jul-to-slf4j-|opennlp-|asm-"
            + "|dd-plist-|parso-|java-iso|jcip-|error_prone_annotations|jspecify-).*\\.jar");

    private static final String OWN = "org/plumbline/documents/extract";

    private WorkerClassPath() {}

    /** Copies the worker's own classes into a folder and returns the class path, that folder first. */
    static List<Path> into(Path folder) throws IOException {
        copyOwnClasses(folder);
        List<Path> entries = new ArrayList<>();
        entries.add(folder);
        for (Path jar : jarsOf(System.getProperty("java.class.path", ""))) {
            if (NEEDED.matcher(String.valueOf(jar.getFileName())).matches()) {
                entries.add(jar);
            }
        }
        return entries;
    }

    /** The jars of a class path, with those that the manifests of its jars name. */
    static Set<Path> jarsOf(String classPath) throws IOException {
        Set<Path> jars = new LinkedHashSet<>();
        for (String entry : classPath.split(Pattern.quote(File.pathSeparator), -1)) {
            Path path = Path.of(entry).toAbsolutePath().normalize();
            if (entry.endsWith(".jar") && Files.isRegularFile(path) && jars.add(path)) {
                addNamedInManifest(path, jars);
            }
        }
        return jars;
    }

    private static void addNamedInManifest(Path jar, Set<Path> jars) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String named =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            if (named == null) {
                return;
            }
            for (String relative : named.trim().split("\\s+", -1)) {
                Path path = Path.of(jar.toUri().resolve(relative));
                if (Files.isRegularFile(path)) {
                    jars.add(path);
                }
            }
        }
    }

    private static void copyOwnClasses(Path folder) throws IOException {
        Path origin = origin();
        if (Files.isDirectory(origin)) {
            copyTree(origin.resolve(OWN), folder.resolve(OWN));
            return;
        }
        try (FileSystem jar = FileSystems.newFileSystem(origin)) {
            copyTree(jar.getPath(OWN), folder.resolve(OWN));
        }
    }

    private static Path origin() {
        try {
            URI location = WorkerClassPath.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI();
            return Path.of(location);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The place these classes were loaded from has no usable address", e);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(to.resolve(target).getParent());
                try (InputStream in = Files.newInputStream(file)) {
                    Files.copy(in, target);
                }
            }
        }
    }
}
