package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.kernel.Ids;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** No installation's vault is left unsealed: only the bench, which brings classes of its own, can do that. */
class VaultSealingTest {
    private static final byte[] WORDS = "The quay plan.".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path data;

    @ParameterizedTest
    @ValueSource(strings = {"plumbline.vault.sealing=false", "plumbline.bench.unsealed=true"})
    void noPropertyLeavesItUnsealed(String property) {
        new ApplicationContextRunner()
                .withPropertyValues("plumbline.data=" + data)
                .withSystemProperties(property)
                .withBean(CaseKeys.class, InMemoryCaseKeys::new)
                .withBean(Quarantine.class, () -> (caseId, digest) -> false)
                .withBean(Ids.class, () -> new Ids(Clock.systemUTC(), new SplittableRandom(7)))
                .withUserConfiguration(Vault.class)
                .run(context -> {
                    Vault vault = context.getBean(Vault.class);
                    try (Incoming incoming = vault.take(VaultFolder.HARBOUR, new ByteArrayInputStream(WORDS))) {
                        vault.place(VaultFolder.HARBOUR, incoming);
                    }
                });

        assertThat(files())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .doesNotContain("quay"));
    }

    @Test
    void theApplicationHasOneWayOfSealing() {
        assertThat(classes(Segments.class)).containsExactly(SealedSegments.class.getName());
        assertThat(classes(Segments.Seal.class)).isEmpty();
    }

    private java.util.List<Path> files() {
        try (var all = Files.walk(data)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static java.util.List<String> classes(Class<?> of) {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(of));
        return scan.findCandidateComponents("org.plumbline").stream()
                .map(found -> String.valueOf(found.getBeanClassName()))
                .sorted()
                .toList();
    }
}
