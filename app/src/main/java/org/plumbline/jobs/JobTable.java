package org.plumbline.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on jobs. */
@Component
class JobTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, kind, title, data, purpose, state,
                   done, total, note, started_at, finished_at
            from jobs.job
            """;

    private final JdbcClient db;

    JobTable(JdbcClient db) {
        this.db = db;
    }

    void insert(JobRecord job) {
        StampRow.bind(db.sql("""
                        insert into jobs.job (id, owner, label, case_id, recorded_at, recorded_by, kind, title, data, purpose, state)
                        values (:id, :owner, :label, :case, :at, :by, :kind, :title, :data, :purpose, :state)
                        """), job.stamp())
                .param("id", job.id().value())
                .param("kind", job.kind())
                .param("title", job.title())
                .param("data", job.data())
                .param("purpose", job.purpose())
                .param("state", job.state().code())
                .update();
    }

    Optional<JobRecord> find(JobId id) {
        return db.sql(SELECT + "where id = :id")
                .param("id", id.value())
                .query(JobTable::job)
                .optional();
    }

    List<JobRecord> ofCase(CaseId caseId, int limit) {
        return db.sql(SELECT + "where case_id = :case order by id desc limit :limit")
                .param("case", caseId.value())
                .param("limit", limit)
                .query(JobTable::job)
                .list();
    }

    /** The newest paused job of a kind that was asked for this. */
    Optional<JobRecord> paused(String kind, CaseId caseId, String data) {
        return db.sql(SELECT + """
                        where case_id = :case and kind = :kind and data = :data and state = 'paused'
                        order by id desc limit 1
                        """)
                .param("case", caseId.value())
                .param("kind", kind)
                .param("data", data)
                .query(JobTable::job)
                .optional();
    }

    void progress(JobId id, long done, long total) {
        db.sql("update jobs.job set done = :done, total = :total, version = version + 1 where id = :id")
                .param("id", id.value())
                .param("done", done)
                .param("total", total)
                .update();
    }

    void state(JobId id, JobState state, String note, Instant now) {
        db.sql("""
                        update jobs.job set state = :state, note = :note, version = version + 1,
                            started_at = coalesce(started_at, case when :state = 'running' then cast(:now as timestamptz) end),
                            finished_at = case when :state in ('done', 'failed') then cast(:now as timestamptz) end
                        where id = :id
                        """)
                .param("id", id.value())
                .param("state", state.code())
                .param("note", note)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /**
     * What the scheduler has before it.
     *
     * @param waiting due and not begun
     * @param lost begun, and not heard of for a minute
     * @param retried failed before and tried again
     * @param oldestSeconds since when the oldest of the waiting is due
     */
    record Queue(long waiting, long running, long lost, long retried, long oldestSeconds) {}

    /** Brings what waits further ahead than any pause forward: it was put there under a clock that was ahead. */
    int bringForward(Instant now, Duration longestPause) {
        return db.sql("""
                        update jobs.scheduled_tasks set execution_time = :now, version = version + 1
                        where not picked and execution_time > :latest
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("latest", now.plus(longestPause).plus(longestPause).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The scheduler's own table, which names jobs by identifier only. */
    Queue queue(Instant now) {
        return db.sql("""
                        select count(*) filter (where not picked and execution_time <= :now) as waiting,
                               count(*) filter (where picked) as running,
                               count(*) filter (where picked and last_heartbeat < :now - interval '1 minute') as lost,
                               count(*) filter (where consecutive_failures > 0) as retried,
                               coalesce(extract(epoch from :now - min(execution_time) filter (
                                   where not picked and execution_time <= :now)), 0)::bigint as oldest
                        from jobs.scheduled_tasks
                        """.replace(":now", "cast(:now as timestamptz)"))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Queue(
                        row.getLong("waiting"),
                        row.getLong("running"),
                        row.getLong("lost"),
                        row.getLong("retried"),
                        row.getLong("oldest")))
                .single();
    }

    private static JobRecord job(ResultSet row, int n) throws SQLException {
        return new JobRecord(
                new JobId(row.getObject("id", UUID.class)),
                StampRow.read(row),
                row.getString("kind"),
                row.getString("title"),
                row.getString("data"),
                row.getString("purpose"),
                JobState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getLong("done"),
                row.getLong("total"),
                row.getString("note"),
                instant(row, "started_at"),
                instant(row, "finished_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        @Nullable OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return Optional.ofNullable(at).map(OffsetDateTime::toInstant);
    }
}
