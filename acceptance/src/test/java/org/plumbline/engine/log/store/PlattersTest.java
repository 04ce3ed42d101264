package org.plumbline.engine.log.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlattersTest {
    private static final int ROUNDS = 200;
    private static final byte[] EXHIBIT = "exhibit".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    private final Random random = new Random(20310007);
    private final Platters platters = new Platters(random);

    @Test
    void whatWasSyncedOutlastsAPowerCutAndTheRestMostlyDoesNot() throws IOException {
        int lost = 0;
        for (int round = 0; round < ROUNDS; round++) {
            DyingDisk disk = DyingDisk.never(platters, random);
            Path kept = folder.resolve("kept-" + round);
            Path unsure = folder.resolve("unsure-" + round);
            disk.write(kept, EXHIBIT);
            disk.sync(kept);
            disk.write(unsure, EXHIBIT);
            disk.syncFolder(folder);

            platters.cutPower();

            assertThat(kept).hasBinaryContent(EXHIBIT);
            lost += holds(unsure) ? 0 : 1;
        }
        assertThat(lost).isBetween(ROUNDS / 4, ROUNDS - 1);
    }

    @Test
    void nameWhoseFolderWasNotSyncedIsTheOldOrTheNewOne() throws IOException {
        int old = 0;
        for (int round = 0; round < ROUNDS; round++) {
            DyingDisk disk = DyingDisk.never(platters, random);
            Path name = Files.write(folder.resolve("name-" + round), new byte[] {1});
            Path beside = folder.resolve("beside-" + round);
            disk.write(beside, EXHIBIT);
            disk.sync(beside);
            disk.rename(beside, name);
            assertThat(name).hasBinaryContent(EXHIBIT);

            platters.cutPower();

            boolean isOld = Files.size(name) == 1;
            assertThat(isOld || holds(name)).isTrue();
            old += isOld ? 1 : 0;
        }
        assertThat(old).isBetween(ROUNDS / 4, ROUNDS * 3 / 4);
    }

    @Test
    void nothingIsDoneAfterTheStepItDiesIn() throws IOException {
        var disk = new DyingDisk(platters, random, 2);
        disk.write(folder.resolve("first"), EXHIBIT);

        assertThatThrownBy(() -> disk.write(folder.resolve("second"), EXHIBIT)).isInstanceOf(DyingDisk.Died.class);

        assertThatThrownBy(() -> disk.write(folder.resolve("third"), EXHIBIT)).isInstanceOf(DyingDisk.Died.class);
        assertThatThrownBy(() -> disk.read(folder.resolve("first"))).isInstanceOf(DyingDisk.Died.class);
        assertThat(folder.resolve("third")).doesNotExist();
    }

    private static boolean holds(Path file) throws IOException {
        return Files.exists(file) && java.util.Arrays.equals(Files.readAllBytes(file), EXHIBIT);
    }
}
