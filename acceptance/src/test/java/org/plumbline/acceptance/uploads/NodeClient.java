package org.plumbline.acceptance.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** npm's tus-js-client, installed once below {@code target} from its lock file, in a process of its own. */
final class NodeClient {
    private static final Path SOURCES = Path.of("src", "test", "node");
    private static final Path INSTALLED = Path.of("target", "node").toAbsolutePath();

    /**
     * What came of a run.
     *
     * @param exit 0 sent, 3 stopped on the way
     */
    record Ran(int exit, String said) {}

    /** Installs it; needs npm and its registry the first time. */
    static NodeClient installed() {
        try {
            Files.createDirectories(INSTALLED);
            for (String name : List.of("package.json", "package-lock.json", "send.mjs")) {
                Files.write(INSTALLED.resolve(name), Files.readAllBytes(SOURCES.resolve(name)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The client of npm can't be installed", e);
        }
        if (Files.notExists(INSTALLED.resolve("node_modules").resolve("tus-js-client"))) {
            Ran ran = run("npm", "ci", "--no-audit", "--no-fund", "--ignore-scripts");
            if (ran.exit() != 0) {
                throw new IllegalStateException("npm ci failed: " + ran.said());
            }
        }
        return new NodeClient();
    }

    Ran send(String server, String token, String caseId, Path file, Path memory, String... stop) {
        var words =
                new ArrayList<>(List.of("node", "send.mjs", server, token, caseId, file.toString(), memory.toString()));
        words.addAll(List.of(stop));
        return run(words.toArray(String[]::new));
    }

    private static Ran run(String... words) {
        try {
            Process process = new ProcessBuilder(words)
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), said);
        } catch (IOException e) {
            throw new UncheckedIOException(words[0] + " can't be started; the test needs node and npm", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
