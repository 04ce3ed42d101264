package org.plumbline.documents.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A worker is replaced after its files by one that was started ahead, and none outlives the extractor. */
class WorkerSuccessionTest {
    private static final int FILES_EACH = 4;

    @TempDir
    Path folder;

    @Test
    void workersFollowOneAnotherAndNoneIsLeft() throws Exception {
        Path file =
                Files.write(folder.resolve("note.txt"), "The crane was hired twice".getBytes(StandardCharsets.UTF_8));
        Set<ProcessHandle> before = children();
        Set<ProcessHandle> seen = new HashSet<>();
        try (Extractor extractor = Extractor.open(settings())) {
            for (int i = 0; i < 3 * FILES_EACH; i++) {
                try (Extraction read = extractor.extract(
                        file, "note.txt", new ExtractionRequest(Limits.standard(), 0, false, List.of()))) {
                    assertThat(read.outcome()).isEqualTo(new Outcome.Indexed());
                }
                Set<ProcessHandle> now = children();
                now.removeAll(before);
                seen.addAll(now);
                assertThat(now).as("one that reads and its successor").hasSizeBetween(1, 2);
            }
        }
        // The third has read its last file, so the one after it had been started.
        assertThat(seen).hasSizeBetween(3, 4);
        assertThat(seen).noneMatch(ProcessHandle::isAlive);
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    private ExtractorSettings settings() {
        ExtractorSettings standard = ExtractorSettings.standard(folder.resolve("scratch"));
        return new ExtractorSettings(
                standard.scratch(),
                1,
                standard.memoryMegabytes(),
                standard.ocrProgram(),
                standard.ocrLanguages(),
                standard.ocrDpi(),
                Sandbox.REDUCED,
                Map.of(),
                FILES_EACH);
    }
}
