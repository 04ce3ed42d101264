package org.plumbline.search.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.Stamp;
import org.plumbline.search.IndexNews;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on alerts. Insert only. */
@Component
class AlertTable {
    private static final int MOST = 1000;
    private static final String ENDED = """
            (exists (select from search.alert_end e where e.alert = a.id)
                or exists (select from search.saved_search_end e where e.saved_search = a.saved_search))
            """;
    private static final String SELECT =
            """
            select a.id, a.owner, a.label, a.case_id, a.recorded_at, a.recorded_by, a.version, a.saved_search, a.about, a.subject,
                a.reason, a.purpose, a.compartment, d.agreed, d.reason as decided_why, d.until, d.recorded_by as decided_by,
                d.recorded_at as decided_at, (select coalesce(sum(cardinality(n.records)), 0) from search.alert_news n
                    where n.alert = a.id and not n.beginning
                        and not exists (select from search.alert_read r where r.news = n.id)) as unread,
            """ + ENDED + " as ended from search.alert a left join search.alert_decision d on d.alert = a.id ";

    private final JdbcClient db;

    AlertTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Alert alert) {
        stamped("alert", "saved_search, about, subject, reason, purpose, compartment", alert.id(), alert.stamp())
                .param("saved_search", alert.search())
                .param("about", alert.about().code())
                .param("subject", alert.subject().orElse(null), Types.OTHER)
                .param("reason", alert.reason())
                .param("purpose", alert.purpose())
                .param("compartment", alert.compartment().orElse(null), Types.OTHER)
                .update();
    }

    /** False when somebody decided meanwhile. */
    boolean insertDecision(UUID id, Stamp stamp, UUID alert, String reason, Optional<LocalDate> until) {
        return stamped("alert_decision", "alert, agreed, reason, until", id, stamp)
                        .param("alert", alert)
                        .param("agreed", until.isPresent())
                        .param("reason", reason)
                        .param("until", until.orElse(null), Types.DATE)
                        .update()
                == 1;
    }

    void insertEnd(UUID id, Stamp stamp, UUID alert) {
        stamped("alert_end", "alert", id, stamp).param("alert", alert).update();
    }

    /** @param beginning whether these were there when the alert was asked for */
    void insertNews(UUID id, Stamp stamp, UUID alert, boolean beginning, Collection<UUID> records) {
        stamped("alert_news", "alert, beginning, records", id, stamp)
                .param("alert", alert)
                .param("beginning", beginning)
                .param("records", records.toArray(UUID[]::new))
                .update();
    }

    void insertRead(UUID id, Stamp stamp, UUID news) {
        stamped("alert_read", "news", id, stamp).param("news", news).update();
    }

    private JdbcClient.StatementSpec stamped(String table, String columns, UUID id, Stamp stamp) {
        String values = ":" + columns.replace(", ", ", :");
        return StampRow.bind(
                        db.sql("insert into search." + table + " (id, owner, label, case_id, recorded_at, recorded_by, "
                                + columns + ") values (:id, :owner, :label, :case, :at, :by, " + values
                                + ") on conflict do nothing"),
                        stamp)
                .param("id", id);
    }

    /** Of a case, newest first. */
    List<Alert> of(CaseId caseId) {
        return db.sql(SELECT + "where a.case_id = :case order by a.id desc limit :most")
                .param("case", caseId.value())
                .param("most", MOST)
                .query((row, n) -> read(row))
                .list();
    }

    Optional<Alert> find(CaseId caseId, UUID id) {
        return db.sql(SELECT + "where a.case_id = :case and a.id = :id")
                .param("case", caseId.value())
                .param("id", id)
                .query((row, n) -> read(row))
                .optional();
    }

    /** Any of them: the trail names it. */
    List<Alert> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where a.id in (:ids) order by a.id limit :most")
                        .param("ids", ids)
                        .param("most", MOST)
                        .query((row, n) -> read(row))
                        .list();
    }

    /** Those that were not taken away, of the cases that changed. */
    List<Alert> standing(IndexNews.Changed changed) {
        UUID[] cases = changed.cases().stream().map(CaseId::value).toArray(UUID[]::new);
        return db.sql(SELECT + "where (:all or a.case_id = any(:cases)) and not " + ENDED
                        + " order by a.id limit 100000")
                .param("all", changed.all())
                .param("cases", cases)
                .query((row, n) -> read(row))
                .list();
    }

    /** A person's own with something unread, newest first. */
    List<Alert> unreadOf(MemberId member, int limit) {
        return db.sql(
                        "select * from (" + SELECT
                                + "where a.recorded_by = :member) mine where unread > 0 and not ended order by id desc limit :limit")
                .param("member", member.value())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Those about persons that wait for somebody else than this member to decide, newest first. */
    List<Alert> waitingFor(MemberId member, int limit) {
        return db.sql(SELECT + "where a.about = 'person' and d.id is null and a.recorded_by <> :member and not " + ENDED
                        + " order by a.id desc limit :limit")
                .param("member", member.value())
                .param("limit", limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** Every record that it has found so far, also those that were there when it began. */
    Set<UUID> known(UUID alert) {
        var known = new HashSet<UUID>();
        db.sql("select records from search.alert_news where alert = :alert")
                .param("alert", alert)
                .query(row -> {
                    known.addAll(records(row));
                });
        return known;
    }

    /** What it found that is not marked as seen, newest first. */
    List<Alert.News> unread(UUID alert) {
        return db.sql("""
                        select n.id, n.recorded_at, cardinality(n.records) as count from search.alert_news n
                        where n.alert = :alert and not n.beginning
                            and not exists (select from search.alert_read r where r.news = n.id)
                        order by n.id desc limit :most
                        """)
                .param("alert", alert)
                .param("most", MOST)
                .query((row, n) -> new Alert.News(
                        row.getObject("id", UUID.class), at(row, "recorded_at").orElseThrow(), row.getInt("count")))
                .list();
    }

    /** The records of these news. */
    Set<UUID> records(Collection<UUID> news) {
        var found = new HashSet<UUID>();
        db.sql("select records from search.alert_news where id = any(:news)")
                .param("news", news.toArray(UUID[]::new))
                .query(row -> {
                    found.addAll(records(row));
                });
        return found;
    }

    /** Those about persons in the acting person's organisation, newest first, for its overseer. */
    List<PersonAlert> aboutPersons(Optional<UUID> before, int limit) {
        return db.sql("select * from search.person_alerts(:before, :limit)")
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> new PersonAlert(
                        row.getObject("id", UUID.class),
                        new MemberId(row.getObject("asked_by", UUID.class)),
                        at(row, "asked_at").orElseThrow(),
                        Optional.ofNullable(row.getObject("agreed", Boolean.class)),
                        Optional.ofNullable(row.getObject("decided_by", UUID.class))
                                .map(MemberId::new),
                        at(row, "decided_at"),
                        Optional.ofNullable(row.getObject("until", LocalDate.class)),
                        at(row, "ended_at"),
                        row.getLong("news")))
                .list();
    }

    private static List<UUID> records(ResultSet row) throws SQLException {
        return Arrays.asList((UUID[]) row.getArray("records").getArray());
    }

    private static Alert read(ResultSet row) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getObject("saved_search", UUID.class),
                Alert.About.valueOf(row.getString("about").toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("subject", UUID.class)),
                row.getString("reason"),
                row.getString("purpose"),
                Optional.ofNullable(row.getObject("compartment", UUID.class)),
                decision(row),
                row.getBoolean("ended"),
                row.getLong("unread"));
    }

    private static Optional<Alert.Decision> decision(ResultSet row) throws SQLException {
        Optional<Instant> at = at(row, "decided_at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Alert.Decision(
                        row.getBoolean("agreed"),
                        row.getString("decided_why"),
                        Optional.ofNullable(row.getObject("until", LocalDate.class)),
                        new MemberId(row.getObject("decided_by", UUID.class)),
                        at.get()));
    }

    private static Optional<Instant> at(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
