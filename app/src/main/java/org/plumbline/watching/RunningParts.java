package org.plumbline.watching;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.ThreadInfo;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.plumbline.settings.Settings;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The support bundle of a running server: what surrounds it, its health, its records' figures, threads and memory. */
@Component
public class RunningParts implements Versioned {
    private static final int MEGA = 1_000_000;

    private final Settings settings;
    private final Path data;
    private final Health health;
    private final DataSource records;
    private final Flyway flyway;
    private final Clock clock;

    RunningParts(
            Settings settings,
            @Value("${plumbline.data}") Path data,
            Health health,
            DataSource records,
            Flyway flyway,
            Clock clock) {
        this.settings = settings;
        this.data = data;
        this.health = health;
        this.records = records;
        this.flyway = flyway;
        this.clock = clock;
    }

    /** Made now. */
    public SupportBundle bundle() {
        SupportBundle bundle = Surroundings.addTo(new SupportBundle(clock.instant()), settings, data)
                .with("health.txt", lines(health.look()))
                .with("threads.txt", threads())
                .with("memory.txt", memory());
        try (Connection connection = records.getConnection()) {
            return bundle.with("tables.txt", RecordFigures.tables(connection)).with("migrations.txt", migrations());
        } catch (SQLException e) {
            return bundle.with("tables.txt", "can't be read: " + Failure.kinds(e));
        }
    }

    @Override
    public List<PartVersion> versions() {
        return List.of(
                new PartVersion("java", Runtime.version() + ", " + System.getProperty("java.vendor")),
                new PartVersion("system", System.getProperty("os.name") + " " + System.getProperty("os.version")),
                new PartVersion(
                        "records", String.valueOf(flyway.info().current().getVersion())));
    }

    /** Of the owner of the tables: the application's own role doesn't see them. */
    private String migrations() {
        return Arrays.stream(flyway.info().applied())
                .map(each -> each.getVersion() + "  " + each.getScript() + "  "
                        + each.getInstalledOn().toInstant() + "  " + each.getState())
                .collect(Collectors.joining("\n"));
    }

    private static String lines(List<Finding> findings) {
        return findings.stream()
                .map(found -> found.part() + "  " + found.state().code() + "  " + found.code()
                        + (found.facts().isEmpty() ? "" : "  " + new TreeMap<>(found.facts())))
                .collect(Collectors.joining("\n"));
    }

    /** Where each thread is; a name may hold what it works on, so only its first word is told. */
    private static String threads() {
        var text = new StringBuilder();
        for (ThreadInfo thread : ManagementFactory.getThreadMXBean().dumpAllThreads(true, true)) {
            text.append(thread.getThreadName().replaceAll("[^A-Za-z].*", ""))
                    .append(' ')
                    .append(thread.getThreadId())
                    .append("  ")
                    .append(thread.getThreadState())
                    .append('\n');
            for (StackTraceElement place : thread.getStackTrace()) {
                text.append("    at ").append(place).append('\n');
            }
        }
        return text.toString();
    }

    private static String memory() {
        var text = new StringBuilder();
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            text.append(pool.getName())
                    .append("  used MB ")
                    .append(pool.getUsage().getUsed() / MEGA)
                    .append("  most MB ")
                    .append(pool.getUsage().getMax() / MEGA)
                    .append('\n');
        }
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            text.append(collector.getName())
                    .append("  runs ")
                    .append(collector.getCollectionCount())
                    .append("  ms ")
                    .append(collector.getCollectionTime())
                    .append('\n');
        }
        return text.append("up seconds ")
                .append(ManagementFactory.getRuntimeMXBean().getUptime() / 1000)
                .append('\n')
                .toString();
    }
}
