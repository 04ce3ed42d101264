package org.plumbline.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on case files, their numbers and authorities. */
@Component
class CaseTable {
    private static final String SELECT = """
            select c.id, c.owner, c.label, c.case_id, c.recorded_at, c.recorded_by, c.version, c.number, c.title, c.type,
                   c.state, c.caveat, c.question, c.lead, c.supervisor, c.review_due, c.zone,
                   a.id as a_id, a.recorded_at as a_recorded_at, a.recorded_by as a_recorded_by, a.legal_basis,
                   a.reference, a.purpose, a.valid_from, a.valid_until, a.zone as a_zone
            from cases.case_file c
            join lateral (select * from cases.authority a where a.case_id = c.id order by a.id desc limit 1) a on true
            """;

    private final JdbcClient db;

    CaseTable(JdbcClient db) {
        this.db = db;
    }

    /** The last running number of a series; 0 where none was given. */
    int lastNumber(OrganisationId organisation, int series) {
        return db.sql("""
                        select coalesce(max(last), 0) from cases.number_counter
                        where organisation = :organisation and year = :year
                        """)
                .param("organisation", organisation.value())
                .param("year", series)
                .query(Integer.class)
                .single();
    }

    /** Whether a case of the acting person's organisation has this number, whoever may see it. */
    boolean isTaken(String number) {
        return db.sql("select cases.number_taken(:number)")
                .param("number", number)
                .query(Boolean.class)
                .single();
    }

    /** The next running number of a series; never given twice, gaps only where an opening failed after it. */
    int nextNumber(OrganisationId organisation, int series) {
        return db.sql("""
                        insert into cases.number_counter (organisation, year, last) values (:organisation, :year, 1)
                        on conflict on constraint number_counter_pk do update set last = cases.number_counter.last + 1
                        returning last
                        """)
                .param("organisation", organisation.value())
                .param("year", series)
                .query(Integer.class)
                .single();
    }

    void insert(CaseFile file) {
        StampRow.bind(db.sql("""
                        insert into cases.case_file (id, owner, label, case_id, recorded_at, recorded_by, number, title, type,
                            state, caveat, question, lead, supervisor, review_due, zone)
                        values (:id, :owner, :label, :case, :at, :by, :number, :title, :type, 'open', :caveat, :question, :lead,
                            :supervisor, :reviewDue, :zone)
                        """), file.stamp())
                .param("id", file.id().value())
                .param("number", file.number())
                .param("title", file.title())
                .param("type", file.type().code())
                .param("caveat", file.caveat().code())
                .param("question", file.question())
                .param("lead", file.lead().value())
                .param("supervisor", file.supervisor().map(MemberId::value).orElse(null), Types.OTHER)
                .param("reviewDue", file.reviewDue())
                .param("zone", file.zone().getId())
                .update();
        insert(file.authority());
    }

    /** Every authority a case has had, newest first. */
    List<Authority> authorities(CaseId caseId) {
        return db.sql("""
                        select id, owner, label, case_id, recorded_at, recorded_by, version, legal_basis, reference, purpose,
                               valid_from, valid_until, zone
                        from cases.authority where case_id = :case order by id desc limit 200
                        """)
                .param("case", caseId.value())
                .query((row, n) -> new Authority(
                        row.getObject("id", UUID.class),
                        StampRow.read(row),
                        row.getString("legal_basis"),
                        row.getString("reference"),
                        row.getString("purpose"),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_until", LocalDate.class),
                        ZoneId.of(row.getString("zone"))))
                .list();
    }

    void insert(Authority authority) {
        StampRow.bind(db.sql("""
                        insert into cases.authority (id, owner, label, case_id, recorded_at, recorded_by, legal_basis, reference,
                            purpose, valid_from, valid_until, zone)
                        values (:id, :owner, :label, :case, :at, :by, :basis, :reference, :purpose, :from, :until, :zone)
                        """), authority.stamp())
                .param("id", authority.id())
                .param("basis", authority.legalBasis())
                .param("reference", authority.reference())
                .param("purpose", authority.purpose())
                .param("from", authority.validFrom())
                .param("until", authority.validUntil())
                .param("zone", authority.zone().getId())
                .update();
    }

    Optional<CaseFile> find(CaseId id) {
        return db.sql(SELECT + "where c.id = :id")
                .param("id", id.value())
                .query(CaseTable::file)
                .optional();
    }

    /** Visible cases, newest first, whose number or title has the words; older than the cursor. */
    List<CaseFile> list(String words, Optional<UUID> before, int limit) {
        return db.sql(SELECT + """
                                where (cast(:before as uuid) is null or c.id < :before)
                                  and (:words = '' or c.number ilike :like or c.title ilike :like)
                                order by c.id desc limit :limit
                                """)
                .param("before", before.orElse(null), Types.OTHER)
                .param("words", words)
                .param(
                        "like",
                        "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("limit", limit)
                .query(CaseTable::file)
                .list();
    }

    /** False when somebody changed the case since that version. */
    boolean update(CaseFile file, int version) {
        return db.sql("""
                                update cases.case_file set title = :title, caveat = :caveat, question = :question, state = :state,
                                    version = version + 1
                                where id = :id and version = :version
                                """)
                        .param("id", file.id().value())
                        .param("version", version)
                        .param("title", file.title())
                        .param("caveat", file.caveat().code())
                        .param("question", file.question())
                        .param("state", file.open() ? "open" : "closed")
                        .update()
                == 1;
    }

    private static CaseFile file(ResultSet row, int n) throws SQLException {
        var stamp = StampRow.read(row);
        var authority = new Authority(
                row.getObject("a_id", UUID.class),
                new Stamp(
                        stamp.owner(),
                        stamp.label(),
                        stamp.caseId(),
                        row.getObject("a_recorded_at", OffsetDateTime.class).toInstant(),
                        new MemberId(row.getObject("a_recorded_by", UUID.class)),
                        1),
                row.getString("legal_basis"),
                row.getString("reference"),
                row.getString("purpose"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_until", LocalDate.class),
                ZoneId.of(row.getString("a_zone")));
        return new CaseFile(
                new CaseId(row.getObject("id", UUID.class)),
                stamp,
                row.getString("number"),
                row.getString("title"),
                CaseType.valueOf(row.getString("type").toUpperCase(Locale.ROOT)),
                row.getString("state").equals("open"),
                Caveat.ofCode(row.getString("caveat")),
                row.getString("question"),
                new MemberId(row.getObject("lead", UUID.class)),
                Optional.ofNullable(row.getObject("supervisor", UUID.class)).map(MemberId::new),
                row.getObject("review_due", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                authority);
    }
}
