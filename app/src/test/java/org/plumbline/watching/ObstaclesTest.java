package org.plumbline.watching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.util.unit.DataSize;

class ObstaclesTest {
    private Set<Obstacle> seen = Set.of();
    private final Obstacles obstacles = new Obstacles(factory().getBeanProvider(ObstacleSource.class));

    @ParameterizedTest
    @ValueSource(strings = {"08006", "08001", "57P01", "57P02", "57P03", "25006", "58030"})
    void serverThatIsAwayIsToldByItsCode(String state) {
        var failure = new DataAccessResourceFailureException("Berth 7", new SQLException("Berth 7", state));

        assertThat(obstacles.behind(failure)).contains(Obstacle.DATABASE_AWAY);
    }

    @Test
    void poolWithoutAConnectionToGiveIsADatabaseAway() {
        assertThat(obstacles.behind(new SQLTransientConnectionException("timed out")))
                .contains(Obstacle.DATABASE_AWAY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "42501", "42P01", "40P01", "22001"})
    void whatTheDatabaseRefusesIsNoObstacle(String state) {
        assertThat(obstacles.behind(new IllegalStateException(new SQLException("Berth 7", state))))
                .isEmpty();
    }

    @Test
    void fullDiskBelowTheDatabaseIsToldInItsPlace() {
        seen = EnumSet.of(Obstacle.DISK_FULL, Obstacle.DISK_RESERVE);

        assertThat(obstacles.behind(new SQLException("gone", "57P02"))).contains(Obstacle.DISK_FULL);
        assertThat(obstacles.behind(new UncheckedIOException(new IOException("No space left"))))
                .contains(Obstacle.DISK_FULL);
    }

    @Test
    void databaseWhoseOwnDiskIsFullSaysSo() {
        assertThat(obstacles.behind(new SQLException("could not extend file", "53100")))
                .contains(Obstacle.DATABASE_FULL);
    }

    @Test
    void brokenConnectionOfAReaderIsNoObstacle() {
        seen = EnumSet.of(Obstacle.DISK_RESERVE);

        assertThat(obstacles.behind(new IOException("Broken pipe"))).isEmpty();
    }

    @Test
    void folderThatCannotBeWrittenThoughItsDiskCanIsSaidToRefuse(@TempDir Path folder) throws IOException {
        var reserve = new DiskReserve(folder, DataSize.ofBytes(1));
        assertThat(reserve.look()).isEmpty();

        // Even root can't write a file where a folder has its name.
        Files.createDirectories(folder.resolve(".written"));

        assertThat(reserve.look()).containsExactly(Obstacle.DISK_REFUSES);
        assertThat(reserve.standing()).containsExactly(Obstacle.DISK_REFUSES);
    }

    private StaticListableBeanFactory factory() {
        var factory = new StaticListableBeanFactory();
        factory.addBean("seen", new ObstacleSource() {
            @Override
            public Set<Obstacle> standing() {
                return seen;
            }

            @Override
            public Set<Obstacle> look() {
                return seen;
            }
        });
        return factory;
    }
}
