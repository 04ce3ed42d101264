package org.plumbline.postgres;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.plumbline.watching.Obstacle;
import org.plumbline.watching.PartVersion;
import org.plumbline.watching.Versioned;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the records answer, on which server, and whether what it commits lasts. */
@Component
@Order(20)
class RecordsHealth implements HealthCheck, MeterBinder, Versioned {
    private static final Duration MOST_APART = Duration.ofSeconds(5);

    private final JdbcClient db;
    private final ObjectProvider<EmbeddedPostgres> embedded;
    private final RecordsHold hold;
    private final Clock clock;

    RecordsHealth(JdbcClient db, ObjectProvider<EmbeddedPostgres> embedded, RecordsHold hold, Clock clock) {
        this.db = db;
        this.embedded = embedded;
        this.hold = hold;
        this.clock = clock;
    }

    /** How a server keeps what it commits; and its clock. */
    private record Durability(String version, boolean waits, boolean whole, boolean checked, Instant now) {}

    @Override
    public List<Finding> look() {
        if (hold.standing().contains(Obstacle.DATABASE_TAKEN)) {
            return List.of(Finding.failing("database", "taken"));
        }
        try {
            Durability found = db.sql("""
                            select current_setting('server_version') as version,
                                   current_setting('fsync') = 'on' and current_setting('synchronous_commit') <> 'off' as waits,
                                   current_setting('full_page_writes') = 'on' as whole,
                                   current_setting('data_checksums') = 'on' as checked,
                                   clock_timestamp() as now
                            """)
                    .query((row, n) -> new Durability(
                            row.getString("version"),
                            row.getBoolean("waits"),
                            row.getBoolean("whole"),
                            row.getBoolean("checked"),
                            row.getObject("now", OffsetDateTime.class).toInstant()))
                    .single();
            return List.of(found(found), clocks(found.now()));
        } catch (DataAccessException e) {
            return List.of(Finding.failing("database", "away"));
        }
    }

    private Finding found(Durability found) {
        String version = found.version();
        if (!found.waits() || !found.whole()) {
            return Finding.failing("database", "not-durable", "version", version);
        }
        if (!found.checked()) {
            return Finding.missing("database", "no-checksums", "version", version);
        }
        return Finding.good("database", isEmbedded() ? "embedded" : "outside", "version", version);
    }

    /** Both clocks stand on the trail: entries have the application's, checkpoints the database's. */
    private Finding clocks(Instant there) {
        Duration apart = Duration.between(clock.instant(), there);
        return apart.abs().compareTo(MOST_APART) > 0
                ? Finding.failing("clocks", "apart", "seconds", apart.toSeconds())
                : Finding.good("clocks", "together");
    }

    private boolean isEmbedded() {
        return embedded.getIfAvailable() != null;
    }

    @Override
    public List<PartVersion> versions() {
        String version = db.sql("select current_setting('server_version')")
                .query(String.class)
                .single();
        return List.of(new PartVersion("postgresql", version));
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        if (isEmbedded()) {
            Gauge.builder("plumbline.database.up", this, RecordsHealth::up)
                    .description("1 while the embedded database runs")
                    .register(registry);
        }
    }

    private double up() {
        EmbeddedPostgres own = embedded.getIfAvailable();
        return own != null && own.isRunning() ? 1 : 0;
    }
}
