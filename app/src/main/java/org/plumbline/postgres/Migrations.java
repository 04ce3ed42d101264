package org.plumbline.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** The steps that bring the records to the form of this version, and which of them were taken. */
public final class Migrations {
    private final Flyway flyway;

    private Migrations(Flyway flyway) {
        this.flyway = flyway;
    }

    /** Over a database, as its owner. */
    public static Migrations over(String url, String ownerPassword) {
        return of(Flyway.configure().dataSource(url, Provisioning.OWNER, ownerPassword));
    }

    static Migrations of(FluentConfiguration configuration) {
        return of(configure(configuration).load());
    }

    static Migrations of(Flyway flyway) {
        return new Migrations(flyway);
    }

    /** Where they are and how they are read. */
    static FluentConfiguration configure(FluentConfiguration flyway) {
        return flyway.locations("classpath:db/migration")
                .defaultSchema("public")
                .validateMigrationNaming(true)
                // Each module has a block of numbers, so a later change of an early module has a low number.
                .outOfOrder(true);
    }

    /** Whether the database has no form yet. */
    public boolean isNew() {
        return flyway.info().applied().length == 0;
    }

    /** Those not taken yet, such as {@code V0028 audit epochs}. */
    public List<String> pending() {
        return names(flyway.info().pending());
    }

    /**
     * Takes those not taken yet, each in a transaction.
     *
     * @return how many
     * @throws PostgresFailure when a newer version has taken steps that this one doesn't know
     */
    public int migrate() {
        requireKnown();
        return flyway.migrate().migrationsExecuted;
    }

    /** @throws PostgresFailure as for {@link #migrate} */
    public void requireKnown() {
        List<String> unknown = names(Arrays.stream(flyway.info().all())
                .filter(step -> isUnknown(step.getState()))
                .toArray(MigrationInfo[]::new));
        if (!unknown.isEmpty()) {
            throw new PostgresFailure("These records were written by a newer version of Plumbline, with changes that"
                    + " this one doesn't know (" + String.join(", ", unknown) + "). Nothing was changed: start that"
                    + " version, or restore the backup from before its upgrade");
        }
    }

    /** @throws PostgresFailure when a server of ours is connected to the database */
    public void requireUnused() {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where datname = current_database() and usename = '" + Provisioning.APP + "'")) {
            row.next();
            if (row.getInt(1) > 0) {
                throw new PostgresFailure(
                        "A server has " + row.getInt(1) + " connections to the database. Stop it, then upgrade");
            }
        } catch (SQLException cause) {
            throw new PostgresFailure("Whether a server uses the database could not be learnt", cause);
        }
    }

    private static boolean isUnknown(MigrationState state) {
        return state.isApplied() && !state.isResolved();
    }

    private static List<String> names(MigrationInfo[] steps) {
        return Arrays.stream(steps)
                .map(step -> "V" + step.getVersion() + " " + step.getDescription())
                .toList();
    }
}
