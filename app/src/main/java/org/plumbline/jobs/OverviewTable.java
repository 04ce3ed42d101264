package org.plumbline.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on jobs by those who see no case: functions of V0031, and the scheduler's table. */
@Component
class OverviewTable {
    private final JdbcClient db;

    OverviewTable(JdbcClient db) {
        this.db = db;
    }

    /** Of the acting person's organisation, newest first. */
    List<JobSeen> list(String state, Optional<UUID> before, int most) {
        return seen(Optional.empty(), state, before, most);
    }

    Optional<JobSeen> find(JobId id) {
        return seen(Optional.of(id.value()), "", Optional.empty(), 1).stream().findFirst();
    }

    /** For the scheduler, as whom and where the job works; absent where it has not failed. */
    Optional<Assignment> beginAgain(JobId id) {
        return db.sql("select starter, in_case, compartment from jobs.begin_again(:job)")
                .param("job", id.value())
                .query((row, n) -> {
                    @Nullable UUID compartment = row.getObject("compartment", UUID.class);
                    Optional<Acting.Purpose> in = compartment == null
                            ? Optional.empty()
                            : Optional.of(new Acting.Purpose(
                                    new CaseId(row.getObject("in_case", UUID.class)), "", Optional.of(compartment)));
                    return new Assignment(id, new MemberId(row.getObject("starter", UUID.class)), in);
                })
                .optional();
    }

    /** How many of everybody's have failed. */
    long failed() {
        return db.sql("select jobs.failed()").query(Long.class).single();
    }

    /** What comes round by itself, by name. */
    List<RecurringTask> recurring() {
        return db.sql("""
                        select task_name, last_success, last_failure, execution_time, consecutive_failures, picked, picked_by
                        from jobs.scheduled_tasks where task_name <> 'job' order by task_name, task_instance limit 200
                        """)
                .query((row, n) -> new RecurringTask(
                        row.getString("task_name"),
                        instant(row, "last_success"),
                        instant(row, "last_failure"),
                        instant(row, "execution_time"),
                        row.getInt("consecutive_failures"),
                        row.getBoolean("picked") ? text(row, "picked_by") : ""))
                .list();
    }

    private List<JobSeen> seen(Optional<UUID> id, String state, Optional<UUID> before, int most) {
        return db.sql("""
                        select id, kind, state, done, total, recorded_at, started_at, finished_at, failures, server
                        from jobs.overview(cast(:job as uuid), :state, cast(:before as uuid), :most)
                        """)
                .param("job", id.orElse(null))
                .param("state", state)
                .param("before", before.orElse(null))
                .param("most", most)
                .query((row, n) -> new JobSeen(
                        new JobId(row.getObject("id", UUID.class)),
                        row.getString("kind"),
                        JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        row.getLong("done"),
                        row.getLong("total"),
                        instant(row, "recorded_at").orElseThrow(),
                        instant(row, "started_at"),
                        instant(row, "finished_at"),
                        row.getInt("failures"),
                        text(row, "server")))
                .list();
    }

    private static String text(ResultSet row, String column) throws SQLException {
        @Nullable String text = row.getString(column);
        return text == null ? "" : text;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
