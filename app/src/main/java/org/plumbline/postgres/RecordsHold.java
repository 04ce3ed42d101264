package org.plumbline.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plumbline.watching.Obstacle;
import org.plumbline.watching.ObstacleSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This process's hold on the database, by a connection of its own that is asked each second. While it is lost nothing
 * is served; it is taken again as soon as the server answers, and an embedded server that ended is started again. Where
 * another process took the database meanwhile, this one says so and ends.
 */
final class RecordsHold implements ObstacleSource, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RecordsHold.class);
    private static final long BEAT_MILLIS = 1_000;

    /** For one that is just ending to be gone. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final long RETRY_MILLIS = 250;

    /** Somebody who only looks whether the database is free holds it for less. */
    private static final Duration TAKEN_FOR_GOOD = Duration.ofSeconds(15);

    private final Reached reached;
    private final Holder self;
    private final Optional<EmbeddedPostgres> embedded;
    private final Runnable taken;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread beats;

    private volatile Set<Obstacle> standing = Set.of();
    private @Nullable Connection connection;
    private boolean written;
    private String trouble = "";
    private long lostNanos;
    private boolean told;

    private RecordsHold(Reached reached, Holder self, Optional<EmbeddedPostgres> embedded, Runnable taken) {
        this.reached = reached;
        this.self = self;
        this.embedded = embedded;
        this.taken = taken;
        this.beats = Thread.ofPlatform().name("records-hold").daemon().unstarted(this::beat);
    }

    /**
     * Takes the database for this process.
     *
     * @param taken told once, when another process has taken it
     * @throws DatabaseInUse when another process holds it; the message names that
     * @throws PostgresFailure when it can't be reached
     */
    static RecordsHold take(Reached reached, Holder self, Optional<EmbeddedPostgres> embedded, Runnable taken) {
        var hold = new RecordsHold(reached, self, embedded, taken);
        hold.first();
        hold.beats.start();
        return hold;
    }

    /** What each connection of this process has to run first. */
    String joining() {
        return HolderTable.joining(self.instance());
    }

    @Override
    public Set<Obstacle> standing() {
        return standing;
    }

    @Override
    public Set<Obstacle> look() {
        return standing;
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            beats.join(TimeUnit.SECONDS.toMillis(20));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        drop();
    }

    private void first() {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                Connection opened = open();
                if (isFree(opened)) {
                    connection = opened;
                    return;
                }
                String holder = HolderTable.holder(opened);
                opened.close();
                if (System.nanoTime() > end) {
                    throw new DatabaseInUse(reached.place(), holder);
                }
            } catch (SQLException away) {
                if (System.nanoTime() > end) {
                    throw new PostgresFailure(
                            "The database " + reached.place() + " cannot be reached: " + away.getMessage(), away);
                }
            }
            pause(RETRY_MILLIS);
        }
    }

    /** Both locks; the second only for a moment, so that connections of this process can share it. */
    private static boolean isFree(Connection opened) throws SQLException {
        if (!HolderTable.takeWriter(opened)) {
            return false;
        }
        boolean alone = HolderTable.isAlone(opened);
        if (!alone) {
            HolderTable.giveWriter(opened);
        }
        return alone;
    }

    private void beat() {
        while (!pause(BEAT_MILLIS)) {
            try {
                asked();
            } catch (SQLException | RuntimeException lost) {
                lost(lost);
            }
        }
    }

    private void asked() throws SQLException {
        revive();
        Connection now = connection;
        if (now == null) {
            retake();
        } else {
            try (Statement statement = now.createStatement()) {
                statement.execute("select 1");
            }
            writeDown(now);
        }
    }

    private void revive() {
        if (embedded.isPresent() && !embedded.get().isRunning()) {
            lost(new PostgresFailure("it has ended by itself and is started again"));
            embedded.get().revive();
        }
    }

    private void writeDown(Connection now) throws SQLException {
        if (!written && HolderTable.isThere(now)) {
            HolderTable.insert(now, self);
            written = true;
        }
    }

    private void retake() throws SQLException {
        Connection opened = open();
        if (written && HolderTable.isSucceeded(opened, self.instance())) {
            standing = Set.of(Obstacle.DATABASE_TAKEN);
            endOnce(HolderTable.holder(opened));
            opened.close();
        } else if (HolderTable.takeWriter(opened)) {
            connection = opened;
            standing = Set.of();
            LOG.warn("The database answers again; it was away for {} s", secondsLost());
            trouble = "";
        } else {
            standing = Set.of(Obstacle.DATABASE_TAKEN);
            if (secondsLost() > TAKEN_FOR_GOOD.toSeconds()) {
                endOnce(HolderTable.holder(opened));
            }
            opened.close();
        }
    }

    private void endOnce(String holder) {
        if (!told) {
            told = true;
            LOG.error(
                    "The database {} was taken by {} while it was away from here; this process ends",
                    reached.place(),
                    holder);
            taken.run();
        }
    }

    private void lost(Exception failure) {
        drop();
        if (standing.isEmpty()) {
            lostNanos = System.nanoTime();
        }
        standing = Set.of(Obstacle.DATABASE_AWAY);
        String said = String.valueOf(failure.getMessage());
        if (!said.equals(trouble)) {
            trouble = said;
            LOG.warn("The database {} is away, and nothing is served until it answers: {}", reached.place(), said);
        }
    }

    private long secondsLost() {
        return TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - lostNanos);
    }

    private void drop() {
        Connection last = connection;
        connection = null;
        if (last != null) {
            try {
                last.close();
            } catch (SQLException alreadyGone) {
                LOG.debug("The lost connection was gone", alreadyGone);
            }
        }
    }

    private Connection open() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", Provisioning.APP);
        properties.setProperty("password", reached.appPassword());
        properties.setProperty("ApplicationName", HolderTable.application(self.instance()));
        properties.setProperty("connectTimeout", "5");
        properties.setProperty("loginTimeout", "5");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        // A machine that is gone without a word gives the database back within a minute.
        properties.setProperty(
                "options", "-c tcp_keepalives_idle=20 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3");
        return DriverManager.getConnection(reached.url(), properties);
    }

    /** True once this is closed. */
    private boolean pause(long millis) {
        try {
            return ended.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
