package org.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.ProjectFiles;

/** House style 11: a file that outgrows one sitting is split. */
class SourceSizeTest {
    private static final Set<String> KINDS = Set.of("java", "jte", "js", "css");
    private static final int LIMIT = 400;
    private static final int TEST_LIMIT = 600;

    @Test
    void noFileIsLongerThanItsLimit() throws IOException {
        List<Path> sources = sources();

        List<String> tooLong = sources.stream()
                .filter(file -> lines(file) > limit(file))
                .map(file -> "%s: %d lines, limit %d"
                        .formatted(ProjectFiles.ROOT.relativize(file), lines(file), limit(file)))
                .toList();

        assertThat(sources).hasSizeGreaterThan(20);
        assertThat(tooLong).as("split these").isEmpty();
    }

    private static List<Path> sources() throws IOException {
        return ProjectFiles.all().stream()
                .filter(file -> KINDS.contains(ending(file)))
                .toList();
    }

    private static String ending(Path file) {
        String name = file.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static int limit(Path file) {
        return ProjectFiles.ROOT.relativize(file).toString().contains("src/test/") ? TEST_LIMIT : LIMIT;
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException cause) {
            throw new UncheckedIOException(cause);
        }
    }
}
