package org.plumbline.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Lookups;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on labels, terms of cases and standings. */
@Component
final class AccessTable {
    private static final String FACTS = """
            select t.case_id, t.owner, t.authority_from, t.authority_until, t.zone, t.caveats,
                   exists (select 1 from access.seal_live s where s.case_id = t.case_id) as sealed,
                   (select max(coalesce(h.until, 'infinity')) from access.hold_live h
                     where h.case_id = t.case_id) as held_until,
                   (select s.standing from access.standing_now s
                     where s.case_id = t.case_id and s.member = :member) as standing,
                   (select max(b.expires_at) from access.break_glass_live b
                     where b.case_id = t.case_id and b.member = :member) as glass,
                   array(select e.compartment from access.compartment_entry_live e
                          where e.case_id = t.case_id and e.member = :member) as entered
            from access.case_terms t
            """;
    private static final String LABEL =
            "select l.id, l.owner, l.case_id, l.compartments, l.caveats, l.envelope, l.restriction from access.label l ";

    private final JdbcClient db;

    AccessTable(JdbcClient db) {
        this.db = db;
    }

    /** Says who acts in this transaction; row policies read it. */
    void enter(Acting acting, Instant now) {
        db.sql("select access.enter(:member, :organisation, :overseer, :compartments, :now)")
                .param("member", acting.member().value())
                .param("organisation", acting.organisation().value())
                .param("overseer", acting.is(Role.OVERSEER))
                .param("compartments", Asker.of(acting).compartments().toArray(UUID[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> n)
                .list();
    }

    Optional<CaseFacts> facts(CaseId caseId, MemberId member) {
        return Lookups.once(
                List.of("facts", caseId, member, Acting.current()),
                () -> db.sql(FACTS + "where t.case_id = :case order by t.version desc limit 1")
                        .param("case", caseId.value())
                        .param("member", member.value())
                        .query(AccessTable::facts)
                        .optional());
    }

    Optional<LabelFacts> label(LabelId id) {
        return Lookups.once(
                List.of("label", id, Acting.current()),
                () -> db.sql(LABEL + "where l.id = :id")
                        .param("id", id.value())
                        .query(AccessTable::label)
                        .optional());
    }

    /** The label of a case at these compartments, without caveats of its own. */
    Optional<LabelFacts> label(CaseId caseId, Set<UUID> compartments, String restriction) {
        return Lookups.once(
                List.of("label", caseId, compartments, restriction, Acting.current()),
                () -> db.sql(LABEL + """
                        where l.case_id = :case and l.compartments = :compartments and l.caveats = '{}'
                          and l.envelope is null and l.restriction = :restriction
                        order by l.id limit 1
                        """)
                        .param("case", caseId.value())
                        .param("compartments", sorted(compartments))
                        .param("restriction", restriction)
                        .query(AccessTable::label)
                        .optional());
    }

    /** Interns a label without caveats: of a case, or of the organisation where there is no case. */
    LabelId intern(
            OrganisationId owner, Optional<CaseId> caseId, Set<UUID> compartments, String restriction, Instant now) {
        UUID[] within = sorted(compartments);
        db.sql("""
                        insert into access.label (owner, case_id, compartments, restriction, recorded_at)
                        values (:owner, :case, :compartments, :restriction, :now)
                        on conflict on constraint label_interned do nothing
                        """)
                .param("owner", owner.value())
                .param("case", caseId.map(CaseId::value).orElse(null), Types.OTHER)
                .param("compartments", within)
                .param("restriction", restriction)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        // Another statement: it sees what somebody else interned meanwhile.
        return db.sql("""
                        select id from access.label
                        where owner = :owner and case_id is not distinct from :case and compartments = :compartments
                          and caveats = '{}' and envelope is null and restriction = :restriction
                        """)
                .param("owner", owner.value())
                .param("case", caseId.map(CaseId::value).orElse(null), Types.OTHER)
                .param("compartments", within)
                .param("restriction", restriction)
                .query((row, n) -> new LabelId(row.getInt("id")))
                .single();
    }

    void insertTerms(UUID id, CaseTerms terms, LabelId label, Acting by, Instant now) {
        db.sql("""
                        insert into access.case_terms (id, case_id, owner, label, number, caveats, purpose, authority_from,
                            authority_until, zone, recorded_at, recorded_by, version)
                        values (:id, :case, :owner, :label, :number, :caveats, :purpose, :from, :until, :zone, :now, :by,
                            1 + coalesce((select max(version) from access.case_terms where case_id = :case), 0))
                        """)
                .param("id", id)
                .param("case", terms.caseId().value())
                .param("owner", by.organisation().value())
                .param("label", label.value())
                .param("number", terms.number())
                .param("caveats", terms.caveats().stream().sorted().toArray(String[]::new))
                .param("purpose", terms.purpose())
                .param("from", terms.authorityFrom())
                .param("until", terms.authorityUntil())
                .param("zone", terms.zone().getId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.member().value())
                .update();
    }

    void insertGrant(Grant grant) {
        db.sql("""
                        insert into access.grant_given (id, case_id, member, standing, reason, recorded_at, recorded_by)
                        values (:id, :case, :member, :standing, :reason, :at, :by)
                        """)
                .param("id", grant.id())
                .param("case", grant.caseId().value())
                .param("member", grant.member().value())
                .param("standing", grant.standing().code())
                .param("reason", grant.reason())
                .param("at", grant.givenAt().atOffset(ZoneOffset.UTC))
                .param("by", grant.givenBy().value())
                .update();
    }

    void endGrant(UUID given, MemberId by, String reason, Instant now) {
        db.sql("""
                        insert into access.grant_ended (given, recorded_at, recorded_by, reason)
                        values (:given, :now, :by, :reason)
                        """)
                .param("given", given)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("reason", reason)
                .update();
    }

    List<Grant> grants(CaseId caseId) {
        return Lookups.once(
                List.of("grants", caseId, Acting.current()),
                () -> db.sql("""
                        select id, case_id, member, standing, reason, recorded_at, recorded_by
                        from access.grant_live where case_id = :case order by recorded_at, id limit 500
                        """)
                        .param("case", caseId.value())
                        .query((row, n) -> grant(row))
                        .list());
    }

    int endGrantsOf(MemberId member, MemberId by, String reason, Instant now) {
        return db.sql("""
                        insert into access.grant_ended (given, recorded_at, recorded_by, reason)
                        select g.id, :now, :by, :reason from access.grant_live g where g.member = :member
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("reason", reason)
                .param("member", member.value())
                .update();
    }

    /** Cases on which this member decided and now nobody does. */
    int undecided(MemberId formerly) {
        return db.sql("""
                        select count(distinct g.case_id) from access.grant_given g
                        where g.member = :member and g.standing in ('lead', 'supervisor')
                          and not exists (select 1 from access.grant_live l
                                          where l.case_id = g.case_id and l.standing in ('lead', 'supervisor'))
                        """)
                .param("member", formerly.value())
                .query(Integer.class)
                .single();
    }

    List<EndedGrant> ended(CaseId caseId) {
        return db.sql("""
                        select g.id, g.case_id, g.member, g.standing, g.reason, g.recorded_at, g.recorded_by,
                               e.recorded_at as ended_at, e.recorded_by as ended_by, e.reason as ended_reason
                        from access.grant_given g join access.grant_ended e on e.given = g.id
                        where g.case_id = :case order by e.recorded_at desc, g.id desc limit 500
                        """)
                .param("case", caseId.value())
                .query((row, n) -> new EndedGrant(
                        grant(row),
                        row.getObject("ended_at", java.time.OffsetDateTime.class)
                                .toInstant(),
                        new MemberId(row.getObject("ended_by", UUID.class)),
                        row.getString("ended_reason")))
                .list();
    }

    /** Case and member of these grants, ended or not, of cases the acting person may see. */
    List<Given> given(Collection<UUID> ids) {
        return db.sql("""
                        select g.id, g.case_id, g.member from access.grant_given g
                        where g.id in (:ids) and exists (
                            select 1 from access.label l
                            where l.case_id = g.case_id and l.id = any ((select access.visible())::int[]))
                        order by g.id limit 1000
                        """)
                .param("ids", ids)
                .query((row, n) -> new Given(
                        row.getObject("id", UUID.class),
                        new CaseId(row.getObject("case_id", UUID.class)),
                        new MemberId(row.getObject("member", UUID.class))))
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        return new Grant(
                row.getObject("id", UUID.class),
                new CaseId(row.getObject("case_id", UUID.class)),
                new MemberId(row.getObject("member", UUID.class)),
                Standing.ofCode(row.getString("standing")),
                row.getString("reason"),
                row.getObject("recorded_at", java.time.OffsetDateTime.class).toInstant(),
                new MemberId(row.getObject("recorded_by", UUID.class)));
    }

    record Given(UUID id, CaseId caseId, MemberId member) {}

    /** The labels the acting person of this transaction may see, ascending. */
    int[] visible() {
        return db
                .sql("select unnest(access.visible()) as label order by label")
                .query((row, n) -> row.getInt("label"))
                .stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** The newest terms of a case. */
    Optional<CaseTerms> terms(CaseId caseId) {
        return db.sql("""
                        select case_id, number, caveats, purpose, authority_from, authority_until, zone
                        from access.case_terms where case_id = :case order by version desc limit 1
                        """)
                .param("case", caseId.value())
                .query((row, n) -> new CaseTerms(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        row.getString("number"),
                        words(row, "caveats"),
                        row.getString("purpose"),
                        row.getObject("authority_from", LocalDate.class),
                        row.getObject("authority_until", LocalDate.class),
                        ZoneId.of(row.getString("zone"))))
                .optional();
    }

    /** The case of this number; whoever asks this has decided already who may know. */
    Optional<CaseId> ofNumber(OrganisationId owner, String number) {
        return db.sql("select case_id from access.case_terms where owner = :owner and number = :number limit 1")
                .param("owner", owner.value())
                .param("number", number)
                .query((row, n) -> new CaseId(row.getObject("case_id", UUID.class)))
                .optional();
    }

    private static UUID[] sorted(Set<UUID> compartments) {
        return compartments.stream().sorted().toArray(UUID[]::new);
    }

    private static CaseFacts facts(ResultSet row, int n) throws SQLException {
        return new CaseFacts(
                new CaseId(row.getObject("case_id", UUID.class)),
                new OrganisationId(row.getObject("owner", UUID.class)),
                row.getObject("authority_from", LocalDate.class),
                row.getObject("authority_until", LocalDate.class),
                ZoneId.of(row.getString("zone")),
                words(row, "caveats"),
                row.getBoolean("sealed"),
                Optional.ofNullable(row.getObject("held_until", LocalDate.class)),
                Optional.ofNullable(row.getString("standing")).map(Standing::ofCode),
                Optional.ofNullable(row.getObject("glass", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                ids(row, "entered"));
    }

    private static LabelFacts label(ResultSet row, int n) throws SQLException {
        return new LabelFacts(
                new LabelId(row.getInt("id")),
                new OrganisationId(row.getObject("owner", UUID.class)),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                ids(row, "compartments"),
                words(row, "caveats"),
                Optional.ofNullable(row.getObject("envelope", UUID.class)),
                row.getString("restriction"));
    }

    private static Set<String> words(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((String[]) row.getArray(column).getArray()));
    }

    private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.copyOf(Arrays.asList((UUID[]) row.getArray(column).getArray()));
    }
}
