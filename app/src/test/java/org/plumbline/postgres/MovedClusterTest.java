package org.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each state that a killed upgrade can leave, settled by whoever starts next. */
class MovedClusterTest {
    @TempDir
    Path home;

    @BeforeEach
    void filesOfTheServerBefore() throws IOException {
        cluster("data", 17);
        Files.createDirectories(home.resolve("server-17.10.0/bin"));
        Files.createDirectories(home.resolve("server-" + Binaries.VERSION + "/bin"));
    }

    @Test
    void newFilesThatAreNotCompleteAreDroppedAndThoseOfBeforeStay() throws IOException {
        cluster("next/data", Binaries.MAJOR);

        MovedCluster.settle(home);

        assertThat(Cluster.majorIn(home)).isEqualTo(17);
        assertThat(home.resolve("next")).doesNotExist();
        assertThat(home.resolve("server-17.10.0")).isDirectory();
    }

    @Test
    void completeOnesTakeTheirPlace() throws IOException {
        cluster("next/data", Binaries.MAJOR);
        new MovedCluster(home).whole();

        settledIsNew();
    }

    @Test
    void soTheyDoWhenTheFirstStepWasTaken() throws IOException {
        cluster("next/data", Binaries.MAJOR);
        new MovedCluster(home).whole();
        Files.move(home.resolve("data"), home.resolve("data.before"));

        settledIsNew();
    }

    @Test
    void soTheyDoWhenOnlyTheRestIsToBeCleared() throws IOException {
        cluster("next/data", Binaries.MAJOR);
        new MovedCluster(home).whole();
        Files.move(home.resolve("data"), home.resolve("data.before"));
        Files.move(home.resolve("next/data"), home.resolve("data"));
        Files.delete(home.resolve("data.before/PG_VERSION"));

        settledIsNew();
    }

    @Test
    void folderWithoutAnUpgradeIsLeftAlone() {
        MovedCluster.settle(home);
        MovedCluster.settle(home);

        assertThat(Cluster.majorIn(home)).isEqualTo(17);
    }

    private void settledIsNew() {
        MovedCluster.settle(home);

        assertThat(Cluster.majorIn(home)).isEqualTo(Binaries.MAJOR);
        assertThat(home)
                .isDirectoryNotContaining(path -> path.getFileName().toString().startsWith("next"));
        assertThat(home.resolve("data.before")).doesNotExist();
        assertThat(home.resolve("server-17.10.0")).doesNotExist();
        assertThat(home.resolve("server-" + Binaries.VERSION)).isDirectory();
    }

    private void cluster(String name, int major) throws IOException {
        Path data = Files.createDirectories(home.resolve(name));
        Files.writeString(data.resolve("PG_VERSION"), major + "\n");
    }
}
