package org.plumbline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on tasks. */
@Component
class TaskTable {
    private static final String SELECT = """
            select id, owner, label, case_id, recorded_at, recorded_by, version, title, assignee, due, zone, state, result
            from cases.task
            """;

    private final JdbcClient db;

    TaskTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Task task) {
        StampRow.bind(db.sql("""
                                insert into cases.task (id, owner, label, case_id, recorded_at, recorded_by, title, assignee,
                                    due, zone, state)
                                values (:id, :owner, :label, :case, :at, :by, :title, :assignee, :due, :zone, 'allocated')
                                """), task.stamp())
                .param("id", task.id())
                .param("title", task.title())
                .param("assignee", task.assignee().value())
                .param("due", task.due())
                .param("zone", task.zone().getId())
                .update();
    }

    boolean complete(UUID id, int version, String result) {
        return db.sql("""
                                update cases.task set state = 'completed', result = :result, version = version + 1
                                where id = :id and version = :version and state = 'allocated'
                                """)
                        .param("id", id)
                        .param("version", version)
                        .param("result", result)
                        .update()
                == 1;
    }

    Optional<Task> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where case_id = :case and id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query(TaskTable::task)
                .optional();
    }

    /** Open ones first by due day, then completed ones. */
    List<Task> list(CaseId caseId, int limit) {
        return db.sql(SELECT + "where case_id = :case order by state, due, id limit :limit")
                .param("case", caseId.value())
                .param("limit", limit)
                .query(TaskTable::task)
                .list();
    }

    List<Task> open(MemberId assignee, int limit) {
        return db.sql(SELECT + "where assignee = :assignee and state = 'allocated' order by due, id limit :limit")
                .param("assignee", assignee.value())
                .param("limit", limit)
                .query(TaskTable::task)
                .list();
    }

    /** How many open tasks a member has, in whatever case of the acting person's organisation. */
    int openOf(MemberId member) {
        return db.sql("select cases.open_tasks_of(:member)")
                .param("member", member.value())
                .query(Integer.class)
                .single();
    }

    /** Makes the successor the assignee of all of them; returns how many. */
    int handOver(MemberId member, MemberId successor) {
        return db.sql("select cases.hand_over_tasks(:member, :successor)")
                .param("member", member.value())
                .param("successor", successor.value())
                .query(Integer.class)
                .single();
    }

    private static Task task(ResultSet row, int n) throws SQLException {
        return new Task(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getString("title"),
                new MemberId(row.getObject("assignee", UUID.class)),
                row.getObject("due", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                row.getString("state").equals("completed"),
                row.getString("result"));
    }
}
