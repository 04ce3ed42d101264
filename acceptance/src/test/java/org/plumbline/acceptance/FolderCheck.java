package org.plumbline.acceptance;

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
        var words = new ArrayList<>(List.of("fsck", "--data", data.toString()));
        checkpoint.ifPresent(file -> words.addAll(List.of("--checkpoint", file.toString())));
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        return new FolderCheck(run.exit(), run.said());
    }

    /** Whether it refused the folder and named this. */
    public boolean names(String code) {
        return exit == 1 && said.contains(code + ": ");
    }
}
