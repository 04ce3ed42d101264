package org.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    Path folder;

    @Test
    void secondHolderInTheSameProcessIsRefusedAndTheFirstKeepsItsLock() throws Exception {
        try (FolderLock held = FolderLock.acquire(folder)) {
            assertThat(held).isNotNull();

            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining("process " + ProcessHandle.current().pid());

            assertThat(fromAnotherProcess().waitFor()).isEqualTo(Holder.REFUSED);
        }
    }

    @Test
    void holderInAnotherProcessIsNamed() throws Exception {
        Process other = fromAnotherProcess();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");

            assertThatThrownBy(() -> FolderLock.acquire(folder))
                    .isInstanceOf(FolderInUse.class)
                    .hasMessageContaining(folder.toString())
                    .hasMessageContaining("process " + other.pid())
                    .hasMessageContaining("stop that one first");
        } finally {
            other.destroyForcibly().waitFor();
        }
    }

    @Test
    void killedHolderLosesTheFolder() throws Exception {
        Process other = fromAnotherProcess();
        try (BufferedReader said = other.inputReader()) {
            assertThat(said.readLine()).isEqualTo("held");
        }

        other.destroyForcibly().waitFor();

        try (FolderLock mine = FolderLock.acquire(folder)) {
            assertThat(mine).isNotNull();
            assertThat(folder.resolve("plumbline.holder"))
                    .content()
                    .contains("process " + ProcessHandle.current().pid());
        }
        assertThat(Files.exists(folder.resolve("plumbline.holder"))).isFalse();
    }

    private Process fromAnotherProcess() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .start();
    }

    /** Holds a folder until it is killed or its standard input ends. */
    static final class Holder {
        static final int REFUSED = 3;

        private Holder() {}

        public static void main(String... words) throws IOException {
            try (FolderLock held = FolderLock.acquire(Path.of(words[0]))) {
                System.out.println(held == null ? "" : "held");
                while (System.in.read() >= 0) {}
            } catch (FolderInUse refused) {
                System.exit(REFUSED);
            }
        }
    }
}
