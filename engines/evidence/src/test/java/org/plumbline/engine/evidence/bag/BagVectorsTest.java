package org.plumbline.engine.evidence.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.engine.evidence.Vectors;

/** The bags of the Library of Congress, each judged as its folder says. */
@EnabledIf("present")
class BagVectorsTest {
    private static final Path BAGS = Vectors.folder("bagit");

    /** The copy could not hold a file that each of them lists. */
    private static final List<String> BY_HAND = List.of("duplicate-file-with-different-case", "special-system-files");

    /** Odd, although its folder calls it valid: another folder calls the same oddness a warning. */
    private static final String DOT_SLASH = "bag-with-leading-dot-slash-in-manifest";

    static boolean present() {
        return Files.isDirectory(BAGS);
    }

    @TestFactory
    Stream<DynamicTest> isJudgedAsItsFolderSays() throws IOException {
        List<Path> bags = bags();
        assertThat(bags).hasSizeGreaterThanOrEqualTo(40);
        return bags.stream()
                .filter(bag -> !BY_HAND.contains(bag.getFileName().toString()))
                .map(bag -> DynamicTest.dynamicTest(BAGS.relativize(bag).toString(), () -> judge(bag)));
    }

    private static void judge(Path bag) throws Exception {
        BagJudgement judgement = Bags.judge(FolderFiles.of(bag));

        switch (BAGS.relativize(bag).getName(1).toString()) {
            case "valid" -> {
                assertThat(judgement.faults()).isEmpty();
                assertThat(judgement.warnings().isEmpty()).isEqualTo(!bag.endsWith(DOT_SLASH));
            }
            case "warning" -> {
                assertThat(judgement.faults()).isEmpty();
                assertThat(judgement.warnings()).isNotEmpty();
            }
            // What some systems would take for a path outside is refused on all of them.
            default -> assertThat(judgement.valid()).isFalse();
        }
    }

    @Test
    void twoFilesThatDifferInCapitalLettersAreAWarningOnceBothAreThere(@TempDir Path folder) throws Exception {
        Path bag = copy("v0.97/warning/duplicate-file-with-different-case", folder);
        assertThat(Bags.judge(FolderFiles.of(bag)).faults().getFirst().text()).startsWith("data/HELLO.txt: is listed");
        Files.copy(bag.resolve("data/hello.txt"), bag.resolve("data/HELLO.txt"));

        BagJudgement judgement = Bags.judge(FolderFiles.of(bag));

        assertThat(judgement.faults()).isEmpty();
        assertThat(judgement.warnings()).extracting(BagFinding::fault).contains(BagFault.CASE_COLLISION);
    }

    @Test
    void filesThatSystemsLeaveAreAWarningOnceTheyAreThere(@TempDir Path folder) throws Exception {
        Path bag = copy("v0.97/warning/special-system-files", folder);
        assertThat(Bags.judge(FolderFiles.of(bag)).faults().getFirst().text()).startsWith("data/.DS_Store: is listed");
        Files.createFile(bag.resolve("data/.DS_Store"));

        BagJudgement judgement = Bags.judge(FolderFiles.of(bag));

        assertThat(judgement.faults()).isEmpty();
        assertThat(judgement.warnings()).extracting(BagFinding::fault).containsOnly(BagFault.SYSTEM_FILE);
    }

    private static List<Path> bags() throws IOException {
        try (Stream<Path> found = Files.find(BAGS, 3, (path, attributes) -> attributes.isDirectory())) {
            return found.filter(path -> BAGS.relativize(path).getNameCount() == 3)
                    .sorted()
                    .toList();
        }
    }

    private static Path copy(String bag, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(BAGS.resolve(bag))) {
            for (Path file : files.toList()) {
                Path target = to.resolve("bag").resolve(BAGS.resolve(bag).relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to.resolve("bag");
    }
}
