package org.plumbline.entities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.jobs.JobId;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on imports and what they refused. */
@Component
class ImportTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, collection, source, job, file_name,
                   size, sha256, lines, blank, read, refused, found, marked, left_out, added, known, done
            from entities.import_run
            """;

    private final JdbcClient db;

    ImportTable(JdbcClient db) {
        this.db = db;
    }

    void insert(ImportRun run) {
        StampRow.bind(db.sql("""
                        insert into entities.import_run (id, owner, label, case_id, recorded_at, recorded_by, collection,
                            source, file_name, size, sha256)
                        values (:id, :owner, :label, :case, :at, :by, :collection, :source, :fileName, :size, :sha256)
                        """), run.stamp())
                .param("id", run.id())
                .param("collection", run.collection())
                .param("source", run.source())
                .param("fileName", run.fileName())
                .param("size", run.size())
                .param("sha256", run.sha256())
                .update();
    }

    void job(UUID id, JobId job) {
        db.sql("update entities.import_run set job = :job where id = :id")
                .param("id", id)
                .param("job", job.value())
                .update();
    }

    /** Adds what one batch of lines brought; {@code lines} and {@code blank} are totals up to now. */
    void count(UUID id, ImportRun.Counts more, boolean done) {
        db.sql("""
                        update entities.import_run set lines = :lines, blank = :blank, read = read + :read,
                            refused = refused + :refused, found = found + :found, marked = marked + :marked,
                            left_out = left_out + :leftOut, added = added + :added, known = known + :known, done = :done,
                            version = version + 1
                        where id = :id
                        """)
                .param("id", id)
                .param("lines", more.lines())
                .param("blank", more.blank())
                .param("read", more.read())
                .param("refused", more.refused())
                .param("found", more.values())
                .param("marked", more.marked())
                .param("leftOut", more.leftOut())
                .param("added", more.added())
                .param("known", more.known())
                .param("done", done)
                .update();
    }

    void fault(Stamp stamp, UUID run, Collection<ImportRun.Fault> faults) {
        faults.forEach(fault -> StampRow.bind(db.sql("""
                        insert into entities.import_fault (id, owner, label, case_id, recorded_at, recorded_by, run, line,
                            property, code, detail, times)
                        values (:id, :owner, :label, :case, :at, :by, :run, :line, :property, :code, :detail, :times)
                        on conflict on constraint import_fault_once
                        do update set times = entities.import_fault.times + excluded.times
                        """), stamp)
                .param("id", fault.id())
                .param("run", run)
                .param("line", fault.line())
                .param("property", fault.property())
                .param("code", fault.code())
                .param("detail", fault.detail())
                .param("times", fault.times())
                .update());
    }

    Optional<ImportRun> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(ImportTable::run)
                .optional();
    }

    List<ImportRun> of(UUID collection, int limit) {
        return db.sql(SELECT + "where collection = :collection order by id desc limit :limit")
                .param("collection", collection)
                .param("limit", limit)
                .query(ImportTable::run)
                .list();
    }

    /** Refused lines after a line, in order. */
    List<ImportRun.Fault> refused(UUID run, long after, int limit) {
        return db.sql("""
                        select id, line, property, code, detail, times from entities.import_fault
                        where run = :run and line > :after order by line limit :limit
                        """)
                .param("run", run)
                .param("after", after)
                .param("limit", limit)
                .query(ImportTable::fault)
                .list();
    }

    /** What was left out of lines that were read, most frequent first. */
    List<ImportRun.Fault> leftOut(UUID run) {
        return db.sql("""
                        select id, line, property, code, detail, times from entities.import_fault
                        where run = :run and line = 0 order by times desc, property, code limit 500
                        """).param("run", run).query(ImportTable::fault).list();
    }

    private static ImportRun.Fault fault(ResultSet row, int n) throws SQLException {
        return new ImportRun.Fault(
                row.getObject("id", UUID.class),
                row.getLong("line"),
                row.getString("property"),
                row.getString("code"),
                row.getString("detail"),
                row.getLong("times"));
    }

    private static ImportRun run(ResultSet row, int n) throws SQLException {
        return new ImportRun(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getObject("collection", UUID.class),
                row.getObject("source", UUID.class),
                Optional.ofNullable(row.getObject("job", UUID.class)).map(JobId::new),
                row.getString("file_name"),
                row.getLong("size"),
                row.getString("sha256"),
                new ImportRun.Counts(
                        row.getLong("lines"),
                        row.getLong("blank"),
                        row.getLong("read"),
                        row.getLong("refused"),
                        row.getLong("found"),
                        row.getLong("marked"),
                        row.getLong("left_out"),
                        row.getLong("added"),
                        row.getLong("known")),
                row.getBoolean("done"));
    }
}
