package org.plumbline.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commit that was measured. */
final class Commit {
    private Commit() {}

    /** The commit, with {@code +changes} where files differ from it; {@code unknown} outside a repository. */
    static String current(Path project) {
        Optional<String> head = git(project, "rev-parse", "HEAD");
        boolean changed = git(project, "status", "--porcelain", "--untracked-files=no")
                .filter(lines -> !lines.isEmpty())
                .isPresent();
        return head.map(commit -> changed ? commit + "+changes" : commit).orElse("unknown");
    }

    private static Optional<String> git(Path project, String... words) {
        var command = new ArrayList<>(List.of("git", "-C", project.toString()));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return git.waitFor() == 0 ? Optional.of(answer.strip()) : Optional.empty();
        } catch (IOException noGit) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
