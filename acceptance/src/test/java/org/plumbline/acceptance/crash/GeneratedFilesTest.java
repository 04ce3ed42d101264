package org.plumbline.acceptance.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedFilesTest {
    @Test
    void sameSeedMakesTheSameFilesAndAnotherSeedOthers() {
        List<Expected> files = new GeneratedFiles(7).make(120);

        assertThat(new GeneratedFiles(7).make(120)).isEqualTo(files);
        assertThat(new GeneratedFiles(8).make(120)).isNotEqualTo(files);
    }

    @Test
    void smallSizeHoldsEveryKindOfFileAndCopiesOfSome() {
        List<Expected> files = new GeneratedFiles(20310007).make(120);

        Set<String> endings = files.stream()
                .map(file -> file.name().substring(file.name().lastIndexOf('.')))
                .collect(Collectors.toSet());
        assertThat(endings).contains(".txt", ".csv", ".eml", ".zip", ".bin");
        assertThat(files).anyMatch(Expected::isEmpty);
        assertThat(files.stream().map(Expected::path)).doesNotHaveDuplicates();
        assertThat(files.stream().map(Expected::sha256).distinct().count()).isLessThan(files.size());
        assertThat(files.stream().flatMap(Expected::all).count()).isGreaterThan(files.size());
    }

    @Test
    void cutsFallIntoTheSendingAndTheLastIntoTheReading() {
        List<Cuts.Cut> cuts = Cuts.plan(5, 120, new Random(7)).after(0);

        assertThat(cuts).hasSize(5);
        assertThat(cuts).extracting(Cuts.Cut::after).isSorted();
        assertThat(cuts.getFirst().after()).isLessThan(30);
        assertThat(cuts.getLast().after()).isEqualTo(120);
    }
}
