package org.plumbline.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every key that code or templates name is in a bundle; reading the bundles checks that all is message syntax. */
class BundlesTest {
    private static final Pattern SAID =
            Pattern.compile("\\b(?:say|weave)\\(\\s*\"([a-z][a-zA-Z0-9.-]*[a-zA-Z0-9])\"\\s*[,)]");
    private static final Pattern REFUSED = Pattern.compile(
            "(?:Refusal\\.of\\(\\s*[\\w.]+,\\s*|new Refusal\\(\\s*|Refusal\\.Field\\(\\s*[\\w.\"]+,\\s*|new Field\\(\\s*[\\w.\"]+,\\s*)\"([a-z0-9-]+)\"");

    private static final Pattern ACTION = Pattern.compile("new Action\\(\\s*\"([a-z.-]+)\"");

    private static final Pattern PART = Pattern.compile("Finding\\.(?:good|missing|failing)\\(\\s*\"([a-z]+)\"");
    private static final Pattern FOUND =
            Pattern.compile("Finding\\.((?:good|missing|failing)\\(\\s*\"[a-z]+\",\\s*\"[a-z-]+\")");

    private static final Pattern KIND =
            Pattern.compile("(?:new Ref\\(|KIND = |INGESTION = |ITEM = |DOCUMENT = )\\s*\"([a-z-]+)\"");

    private final Set<String> keys = new Phrasebook().keys();

    @Test
    void everyKeyThatIsSaidIsInABundle() {
        var said = named(SAID, "");
        // The report renderer is given its words by a port that puts this prefix before each key.
        said.removeIf(key -> keys.contains("render." + key));

        assertThat(said).isNotEmpty().isSubsetOf(keys);
    }

    @Test
    void everyReasonCodeHasItsSentence() {
        var codes = named(REFUSED, "refusal.");
        codes.remove("refusal.absent"); // all absent records share the words of their kind

        assertThat(codes).isNotEmpty().isSubsetOf(keys);
    }

    @Test
    void everyActionHasItsWordsForTheTrail() {
        assertThat(named(ACTION, "action.")).isNotEmpty().isSubsetOf(keys);
    }

    @Test
    void everyFindingOfTheHealthHasItsWordsAndWhatToDo() {
        assertThat(named(PART, "health.")).isNotEmpty().isSubsetOf(keys);
        var found = new TreeSet<String>();
        named(FOUND, "").forEach(each -> {
            String key = each.replaceAll("(?s)\\w+\\(\\s*\"([a-z]+)\".*\"([a-z-]+)\"$", "health.$1.$2");
            found.add(key);
            if (!each.startsWith("good")) {
                found.add(key + ".next");
            }
        });
        assertThat(found).hasSizeGreaterThan(30).isSubsetOf(keys);
    }

    @Test
    void everyKindOfRecordHasItsWordForTheTrail() {
        var kinds = named(KIND, "kind.");
        kinds.remove("kind.ingest"); // a kind of job, which stands on the trail as a job

        assertThat(kinds).contains("kind.entity", "kind.report").isSubsetOf(keys);
    }

    @Test
    void everyRoleHasItsWord() {
        assertThat(Stream.of(org.plumbline.kernel.Role.values()).map(role -> "site.role." + role.code()))
                .isSubsetOf(keys);
    }

    @Test
    void everyObstacleHasTitleSentenceAndNextStep() {
        assertThat(Stream.of(org.plumbline.watching.Obstacle.values())
                        .map(obstacle -> "refusal." + obstacle.code())
                        .flatMap(key -> Stream.of(key, key + ".title", key + ".next")))
                .isSubsetOf(keys);
    }

    @Test
    void everyKindOfRefusalHasTitleSentenceAndNextStep() {
        assertThat(Stream.of(org.plumbline.kernel.Refusal.Kind.values())
                        .map(kind -> "site.refused."
                                + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
                        .flatMap(key -> Stream.of(key, key + ".title", key + ".next")))
                .isSubsetOf(keys);
    }

    private static Set<String> named(Pattern pattern, String prefix) {
        var named = new TreeSet<String>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("src/main/jte"))) {
            try (var files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .forEach(file ->
                                pattern.matcher(read(file)).results().forEach(key -> named.add(prefix + key.group(1))));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return named;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
