package org.plumbline.watching;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.plumbline.settings.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The disk under the data folder, the log's folder, and the machine's clock. */
@Component
@Order(10)
class MachineHealth implements HealthCheck, MeterBinder {
    /** Below this PostgreSQL and the vault soon cannot write. */
    private static final long LEAST_BYTES = 2_000_000_000;

    private static final double GIGA = 1e9;
    /** A clock that is kept in time moves by less in one step. */
    private static final Duration MOST_DRIFT = Duration.ofSeconds(2);

    private final Path data;
    private final LogFiles log;
    private final DiskReserve reserve;
    private final Clock clock;
    private final Instant started;
    private final long startedNanos;

    MachineHealth(@Value("${plumbline.data}") Path data, Settings settings, DiskReserve reserve, Clock clock) {
        this.data = data.toAbsolutePath();
        this.log = LogFiles.of(settings, data);
        this.reserve = reserve;
        this.clock = clock;
        this.started = clock.instant();
        this.startedNanos = System.nanoTime();
    }

    @Override
    public List<Finding> look() {
        var findings = new ArrayList<Finding>();
        findings.add(disk());
        findings.add(drift());
        if (Files.exists(log.folder()) && !Files.isWritable(log.folder())) {
            findings.add(Finding.failing("log", "closed"));
        }
        return findings;
    }

    private Finding disk() {
        try {
            long free = free();
            return reserve.look().stream()
                    .min(Comparator.naturalOrder())
                    .map(obstacle -> closed(obstacle, free))
                    .orElseGet(() -> free < LEAST_BYTES
                            ? Finding.failing("disk", "short", "free", giga(free), "least", giga(LEAST_BYTES))
                            : Finding.good("disk", "room", "free", giga(free)));
        } catch (IOException e) {
            return Finding.failing("disk", "unknown");
        }
    }

    private Finding closed(Obstacle obstacle, long free) {
        return switch (obstacle) {
            case DISK_READ_ONLY -> Finding.failing("disk", "read-only");
            case DISK_FULL -> Finding.failing("disk", "full", "free", giga(free));
            case DISK_REFUSES -> Finding.failing("disk", "refuses");
            case DISK_RESERVE, DATABASE_TAKEN, DATABASE_FULL, DATABASE_AWAY ->
                Finding.failing("disk", "closed", "free", giga(free), "least", giga(reserve.bytes()));
        };
    }

    /** The clock on the wall beside the one that only ever runs on. */
    private Finding drift() {
        Duration wall = Duration.between(started, clock.instant());
        Duration ran = Duration.ofNanos(System.nanoTime() - startedNanos);
        long seconds = wall.minus(ran).toSeconds();
        return wall.minus(ran).abs().compareTo(MOST_DRIFT) > 0
                ? Finding.failing("clock", "jumped", "seconds", seconds)
                : Finding.good("clock", "steady");
    }

    private static String giga(long bytes) {
        return String.format(Locale.ROOT, "%.1f", bytes / GIGA);
    }

    private long free() throws IOException {
        Path there = Files.exists(data) ? data : data.getRoot();
        return Files.getFileStore(there).getUsableSpace();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("plumbline.disk.free", this, MachineHealth::freeOrUnknown)
                .description("Room left on the disk of the data folder")
                .baseUnit("bytes")
                .register(registry);
    }

    private double freeOrUnknown() {
        try {
            return free();
        } catch (IOException e) {
            return Double.NaN;
        }
    }
}
