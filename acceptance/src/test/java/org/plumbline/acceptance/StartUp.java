package org.plumbline.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How an application process is started: as it was compiled; or, as an installed one is, from jars with the JDK's
 * start-up cache, which takes half the time and is worth its minute where there are many starts.
 */
record StartUp(List<String> options, String classPath) {
    private static final int TRAINING_MINUTES = 5;
    private static final List<String> OPTIONS = List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "-Dfile.encoding=UTF-8");

    static StartUp compiled() {
        return new StartUp(OPTIONS, System.getProperty("java.class.path"));
    }

    /** Makes jars and cache in a folder. */
    static StartUp trained(Path folder) {
        try {
            Scratch.delete(folder);
            Files.createDirectories(folder);
            String jars = jars(folder);
            Path cache = folder.resolve("start-up.aot");
            train(folder, jars, cache);
            var options = new ArrayList<>(OPTIONS);
            if (Files.exists(cache)) {
                options.addAll(List.of("-XX:AOTCache=" + cache, "-Xlog:aot*=off", "-Xlog:cds=off"));
            }
            return new StartUp(options, jars);
        } catch (IOException e) {
            throw new UncheckedIOException("No quick starts from " + folder, e);
        }
    }

    /** The words that start it; arguments of the application follow. */
    List<String> words() {
        var words = new ArrayList<String>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(options);
        return words;
    }

    private static void train(Path folder, String jars, Path cache) throws IOException {
        var words = new ArrayList<>(new StartUp(OPTIONS, jars).words());
        words.addAll(List.of(
                "-XX:AOTCacheOutput=" + cache,
                "-Dplumbline.train=true",
                "-cp",
                jars,
                "org.plumbline.Plumbline",
                "demo",
                "--data",
                folder.resolve("data").toString(),
                "--port",
                Integer.toString(Installation.freePort())));
        Process training = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("training.log").toFile())
                .start();
        try {
            if (!training.waitFor(TRAINING_MINUTES, TimeUnit.MINUTES)) {
                training.destroyForcibly();
                new DatabaseServer(folder.resolve("data/records")).kill();
            }
        } catch (InterruptedException e) {
            training.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The class path with a jar for each folder of classes: the cache knows jars only. */
    private static String jars(Path folder) throws IOException {
        var path = new ArrayList<String>();
        for (String part : Pattern.compile(":")
                .splitAsStream(System.getProperty("java.class.path"))
                .toList()) {
            Path classes = Path.of(part);
            path.add(
                    Files.isDirectory(classes)
                            ? jar(classes, folder.resolve("classes-" + path.size() + ".jar"))
                            : part);
        }
        return String.join(":", path);
    }

    private static String jar(Path classes, Path jar) throws IOException {
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file);
                Stream<Path> all = Files.walk(classes)) {
            // Folders as well: migrations and messages are looked for in them.
            for (Path each : all.filter(each -> !each.equals(classes)).sorted().toList()) {
                String name = classes.relativize(each).toString();
                out.putNextEntry(new JarEntry(Files.isDirectory(each) ? name + "/" : name));
                if (Files.isRegularFile(each)) {
                    Files.copy(each, out);
                }
                out.closeEntry();
            }
        }
        return jar.toString();
    }
}
