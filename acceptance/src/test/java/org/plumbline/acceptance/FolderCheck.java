package org.plumbline.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code fsck} said of a data folder, in a process of its own.
 *
 * @param exit 0 when everything held
 */
public record FolderCheck(int exit, String said) {
    /** Runs it; with a checkpoint kept elsewhere where one is given. */
    public static FolderCheck fsck(Path data, Optional<Path> checkpoint) {
        var words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.plumbline.Plumbline",
                "fsck",
                "--data",
                data.toString()));
        checkpoint.ifPresent(file -> words.addAll(List.of("--checkpoint", file.toString())));
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new FolderCheck(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException("fsck cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whether it refused the folder and named this. */
    public boolean names(String code) {
        return exit == 1 && said.contains(code + ": ");
    }
}
