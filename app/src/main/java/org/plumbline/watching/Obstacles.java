package org.plumbline.watching;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** The one place that says whether anything can be recorded now, and what a failure came from. */
@Component
public class Obstacles {
    /** PostgreSQL, appendix A: class 08, and 57P01 to 57P03, are said of a server that is away, ends or starts. */
    private static final String CONNECTION = "08";

    /** A stand-by that was not put in charge yet. */
    private static final String READS_ONLY = "25006";

    private static final Set<String> SERVER_ENDS = Set.of("57P01", "57P02", "57P03", "55006", READS_ONLY);
    private static final String NO_ROOM = "53100";
    /** The server could not read or write its own files. */
    private static final String FILES = "58";

    private final ObjectProvider<ObstacleSource> sources;

    Obstacles(ObjectProvider<ObstacleSource> sources) {
        this.sources = sources;
    }

    /** What keeps anything new from being recorded now. */
    public Optional<Obstacle> toWriting() {
        return first(all(ObstacleSource::standing));
    }

    /** What keeps anything from being read now; the first of what stands in the way, where any closes reading. */
    public Optional<Obstacle> toReading() {
        Set<Obstacle> all = all(ObstacleSource::standing);
        return all.stream().anyMatch(Obstacle::closesReading) ? first(all) : Optional.empty();
    }

    /** What a failure came from; absent where it is a bug, or somebody else's. */
    public Optional<Obstacle> behind(Throwable failure) {
        return chain(failure).map(this::cause).flatMap(Optional::stream).findFirst();
    }

    private Optional<Obstacle> cause(Throwable each) {
        if (each instanceof SQLTransientConnectionException
                || each instanceof CannotCreateTransactionException
                || each instanceof TransactionSystemException) {
            return Optional.of(because(Obstacle.DATABASE_AWAY));
        }
        if (each instanceof SQLException sql) {
            return said(String.valueOf(sql.getSQLState()));
        }
        return each instanceof IOException || each instanceof UncheckedIOException ? ofDisk() : Optional.empty();
    }

    private Optional<Obstacle> said(String state) {
        if (state.startsWith(CONNECTION) || SERVER_ENDS.contains(state) || state.startsWith(FILES)) {
            return Optional.of(because(Obstacle.DATABASE_AWAY));
        }
        return state.equals(NO_ROOM) ? Optional.of(because(Obstacle.DATABASE_FULL)) : Optional.empty();
    }

    /** The disk below may be why the database fails. */
    private Obstacle because(Obstacle seen) {
        return ofDisk().orElse(seen);
    }

    private Optional<Obstacle> ofDisk() {
        Set<Obstacle> now = all(ObstacleSource::look);
        now.removeAll(EnumSet.of(Obstacle.DISK_RESERVE, Obstacle.DATABASE_AWAY));
        return first(now);
    }

    private Set<Obstacle> all(Function<ObstacleSource, Set<Obstacle>> how) {
        Set<Obstacle> all = EnumSet.noneOf(Obstacle.class);
        sources.forEach(source -> all.addAll(how.apply(source)));
        return all;
    }

    private static Optional<Obstacle> first(Set<Obstacle> all) {
        return all.stream().min(Comparator.naturalOrder());
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(Failure.DEEPEST_CAUSE);
    }
}
