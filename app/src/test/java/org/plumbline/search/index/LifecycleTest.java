package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.search.index.Harbour.document;
import static org.plumbline.search.index.Harbour.key;
import static org.plumbline.search.index.Harbour.numbers;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifecycleTest {
    @TempDir
    Path folder;

    @Test
    void searchSeesWhatWasPutBeforeTheLastRefresh() {
        try (SearchIndex index = Harbour.holding(folder, document(1, "t", "crane"))) {
            index.put(document(2, "t", "crane"));
            assertThat(numbers(index, "crane")).containsExactly(1);

            index.refresh();

            assertThat(numbers(index, "crane")).containsExactly(1, 2);
        }
    }

    @Test
    void sameKeyReplacesAndDeletedIsGone() {
        try (SearchIndex index = Harbour.holding(
                folder, document(1, "Old", "crane"), document(1, "New", "quay"), document(2, "Gone", "quay"))) {
            index.delete(key(2));
            index.delete(key(2));
            index.refresh();

            assertThat(numbers(index, "quay")).containsExactly(1);
            assertThat(numbers(index, "crane")).isEmpty();
            assertThat(index.suggest(Harbour.REACH, "o", 5)).isEmpty();
        }
    }

    @Test
    void deletingACaseTakesOutItsDocumentsOnly() {
        try (SearchIndex index = Harbour.holding(folder, document(1, "t", "crane"))) {
            Indexed inCase = document(2, "t", "crane");
            index.put(new Indexed(
                    key(3),
                    "entity",
                    inCase.label(),
                    java.util.Optional.empty(),
                    "t",
                    inCase.body(),
                    inCase.attributes()));
            index.deleteCase(Harbour.CASE);
            index.refresh();

            assertThat(numbers(index, "crane")).containsExactly(3);
        }
    }

    @Test
    void reopenedIndexHoldsWhatWasCommittedAndItsPosition() {
        try (SearchIndex index = Harbour.holding(folder, document(1, "t", "crane"))) {
            index.commit("event 41");
            index.put(document(2, "t", "crane"));
        }

        try (SearchIndex index = Harbour.open(folder)) {
            assertThat(numbers(index, "crane")).containsExactly(1, 2);
            assertThat(index.position()).isEqualTo("event 41");
        }
    }

    @Test
    void crashLosesOnlyWhatWasNotCommitted(@TempDir Path crashed) throws IOException {
        try (SearchIndex index = Harbour.holding(folder, document(1, "t", "crane"))) {
            index.commit("1");
            for (int i = 2; i < 50; i++) {
                index.put(document(i, "t", "crane"));
                index.refresh();
            }
            copy(folder, crashed);
        }

        try (SearchIndex index = Harbour.open(crashed)) {
            assertThat(numbers(index, "crane")).containsExactly(1);
            assertThat(index.position()).isEqualTo("1");
            index.put(document(9, "t", "crane"));
            index.refresh();
            assertThat(numbers(index, "crane")).containsExactly(1, 9);
        }
    }

    @Test
    void secondOpeningIsRefusedWhileTheFirstLasts() {
        try (SearchIndex index = Harbour.open(folder)) {
            assertThat(index.position()).isEmpty();
            assertThat(EmbeddedIndex.open(folder, Harbour.CLOCK)).isEqualTo(new Opening.InUse());
        }
        Harbour.open(folder).close();
    }

    @Test
    void anyChangedOrShortenedFileIsNoticedAtOpening(@TempDir Path copies) throws IOException {
        committed();
        int checked = 0;
        for (Path file : dataFiles(folder)) {
            for (boolean shorten : List.of(true, false)) {
                Path copy = copies.resolve("copy" + checked++);
                copy(folder, copy);
                damage(copy.resolve(folder.relativize(file)), shorten);

                assertThat(EmbeddedIndex.open(copy, Harbour.CLOCK))
                        .as("%s %s", shorten ? "shortened" : "changed", file.getFileName())
                        .isInstanceOf(Opening.NeedsRebuild.class);
            }
        }
        assertThat(checked).isGreaterThan(5);
    }

    @Test
    void missingFileIsNoticedAtOpening(@TempDir Path copies) throws IOException {
        committed();
        for (Path file : dataFiles(folder)) {
            Path copy = copies.resolve(file.getFileName());
            copy(folder, copy);
            Files.delete(copy.resolve(folder.relativize(file)));

            assertThat(EmbeddedIndex.open(copy, Harbour.CLOCK))
                    .as("%s", file.getFileName())
                    .isInstanceOf(Opening.NeedsRebuild.class);
        }
    }

    @Test
    void lostPointerIsNoticedAndAnEmptyIndexCanBeFilledAgain() throws IOException {
        committed();
        Files.delete(folder.resolve("current"));

        assertThat(EmbeddedIndex.open(folder, Harbour.CLOCK))
                .isInstanceOfSatisfying(
                        Opening.NeedsRebuild.class,
                        unfit -> assertThat(unfit.code()).isEqualTo("index-incomplete"));
        try (SearchIndex index = ((Opening.Ready) EmbeddedIndex.openEmpty(folder, Harbour.CLOCK)).index()) {
            index.put(document(5, "t", "crane"));
            index.refresh();
            assertThat(numbers(index, "crane")).containsExactly(5);
            assertThat(generations()).hasSize(1);
        }
    }

    @Test
    void rebuildServesTheOldUntilItIsSwappedAndKeepsWhatCameMeanwhile() throws IOException {
        try (SearchIndex index = Harbour.holding(folder, document(1, "t", "old"), document(2, "t", "old"))) {
            Rebuild rebuild = index.rebuild();
            assertThatThrownBy(index::rebuild).hasMessageContaining("under way");
            rebuild.put(document(1, "t", "rebuilt"));
            index.put(document(3, "t", "meanwhile"));
            index.delete(key(2));
            rebuild.put(document(2, "t", "rebuilt from a record since deleted"));
            rebuild.put(document(3, "t", "rebuilt from an older record"));
            rebuild.put(document(4, "t", "rebuilt"));
            index.refresh();
            assertThat(numbers(index, "old OR rebuilt")).containsExactly(1);

            rebuild.swap("event 9");

            assertThat(numbers(index, "rebuilt")).containsExactly(1, 4);
            assertThat(numbers(index, "meanwhile")).containsExactly(3);
            assertThat(index.position()).isEqualTo("event 9");
            assertThat(generations()).hasSize(1);
            assertThatThrownBy(() -> rebuild.put(document(5, "t", "late"))).hasMessageContaining("swapped in");
        }
        try (SearchIndex index = Harbour.open(folder)) {
            assertThat(numbers(index, "rebuilt OR meanwhile OR old")).containsExactly(1, 3, 4);
        }
    }

    @Test
    void rebuildGivenUpOrCutByACrashLeavesTheOldIndex(@TempDir Path crashed) throws IOException {
        try (SearchIndex index = Harbour.holding(folder, document(1, "t", "old"))) {
            index.commit("1");
            try (Rebuild rebuild = index.rebuild()) {
                rebuild.put(document(1, "t", "rebuilt"));
                copy(folder, crashed);
            }
            assertThat(numbers(index, "old")).containsExactly(1);
            assertThat(generations()).hasSize(1);
            index.rebuild().close();
        }
        try (SearchIndex index = Harbour.open(crashed)) {
            assertThat(numbers(index, "old")).containsExactly(1);
        }
    }

    @Test
    void searchesGoOnWhileRebuildsAreSwappedIn() throws InterruptedException {
        try (SearchIndex index = Harbour.holding(folder, document(1, "t", "crane"))) {
            var stop = new AtomicBoolean();
            var wrong = new java.util.concurrent.ConcurrentLinkedQueue<Object>();
            Thread reader = Thread.ofPlatform().start(() -> {
                try {
                    while (!stop.get()) {
                        List<Integer> numbers = numbers(index, "crane");
                        if (!numbers.equals(List.of(1))) {
                            wrong.add(numbers);
                        }
                    }
                } catch (RuntimeException | AssertionError e) {
                    wrong.add(e);
                }
            });
            for (int i = 0; i < 10; i++) {
                try (Rebuild rebuild = index.rebuild()) {
                    rebuild.put(document(1, "t", "crane"));
                    rebuild.swap("" + i);
                }
            }
            stop.set(true);
            reader.join();

            assertThat(wrong).isEmpty();
        }
    }

    private void committed() {
        try (SearchIndex index = Harbour.open(folder)) {
            for (int i = 0; i < 200; i++) {
                index.put(document(i, "t" + i, "crane and quay " + i));
            }
            index.commit("1");
            index.delete(key(3));
        }
    }

    private static List<Path> dataFiles(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().endsWith(".lock"))
                    .sorted()
                    .toList();
        }
    }

    private List<Path> generations() throws IOException {
        return new Folder(folder).generations();
    }

    private static void damage(Path file, boolean shorten) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long middle = channel.size() / 2;
            if (shorten) {
                channel.truncate(middle);
                return;
            }
            var one = ByteBuffer.allocate(1);
            channel.read(one, middle);
            one.put(0, (byte) (one.get(0) ^ 0x55));
            channel.write(one.flip(), middle);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!file.getFileName().toString().endsWith(".lock")) {
                    Files.write(target, Files.readAllBytes(file));
                }
            }
        }
    }
}
