package org.plumbline.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on roles: asked for, answered, given and ended. */
@Component
class RoleTable {
    /** A request lapses when its member has left, or when who asked is no administrator any more. */
    private static final String REQUEST = """
            select a.id, a.member, a.role, a.reason, a.asked_at, a.asked_by, x.answer,
                   exists (select 1 from identity.member_ended d where d.member = a.member)
                   or a.asked_by <> :folder and not exists (
                       select 1 from identity.role_given h
                       where h.member = a.asked_by and h.role = 'administrator'
                         and not exists (select 1 from identity.role_ended e where e.given = h.id)
                         and not exists (select 1 from identity.member_ended d where d.member = h.member)) as lapsed
            from identity.role_asked a
            join identity.member m on m.id = a.member
            left join identity.role_answered x on x.asked = a.id
            where m.organisation = :organisation
            """;

    private static final String GIVEN = """
            select g.id, g.role, g.given_at, g.given_by, g.reason, g.asked, e.ended_at, e.ended_by, e.reason as ended_reason
            from identity.role_given g left join identity.role_ended e on e.given = g.id
            where g.member = :member order by g.given_at desc, g.id desc limit 200
            """;

    private final JdbcClient db;

    RoleTable(JdbcClient db) {
        this.db = db;
    }

    /** Makes others who change roles or membership of this organisation wait until the transaction ends. */
    void takeTurn(OrganisationId organisation) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plumbline.roles ' || :organisation, 0))")
                .param("organisation", organisation.toString())
                .query((row, n) -> n)
                .list();
    }

    /** How many members hold the role now. */
    int holders(OrganisationId organisation, Role role) {
        return holders(organisation, role, """
                and not exists (select 1 from identity.role_ended e where e.given = g.id)
                and not exists (select 1 from identity.member_ended d where d.member = g.member)
                """);
    }

    /** Whether anybody ever held the role. */
    boolean everHeld(OrganisationId organisation, Role role) {
        return holders(organisation, role, "") > 0;
    }

    private int holders(OrganisationId organisation, Role role, String further) {
        return db.sql("""
                        select count(distinct g.member) from identity.role_given g
                        join identity.member m on m.id = g.member
                        where m.organisation = :organisation and g.role = :role
                        """ + further)
                .param("organisation", organisation.value())
                .param("role", role.code())
                .query(Integer.class)
                .single();
    }

    void insertAsked(RoleRequest request) {
        db.sql("""
                        insert into identity.role_asked (id, member, role, reason, asked_at, asked_by)
                        values (:id, :member, :role, :reason, :at, :by)
                        """)
                .param("id", request.id())
                .param("member", request.member().value())
                .param("role", request.role().code())
                .param("reason", request.asked().reason())
                .param("at", request.asked().at().atOffset(ZoneOffset.UTC))
                .param("by", request.asked().by().orElseThrow().value())
                .update();
    }

    void insertAnswer(UUID asked, Answer answer, Step step) {
        db.sql("""
                        insert into identity.role_answered (asked, answer, reason, answered_at, answered_by)
                        values (:asked, :answer, :reason, :at, :by)
                        """)
                .param("asked", asked)
                .param("answer", answer.code())
                .param("reason", step.reason())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("by", step.by().orElseThrow().value())
                .update();
    }

    void insertGiven(UUID id, MemberId member, Role role, Step given) {
        insertGiven(id, member, role, given, Optional.empty(), Optional.empty());
    }

    /** A role that a second person confirmed: given by who asked. */
    void insertConfirmed(UUID id, RoleRequest request, Instant now, MemberId second) {
        var given = new Step(request.asked().by(), now, request.asked().reason());
        insertGiven(id, request.member(), request.role(), given, Optional.of(request.id()), Optional.of(second));
    }

    private void insertGiven(
            UUID id, MemberId member, Role role, Step given, Optional<UUID> asked, Optional<MemberId> second) {
        db.sql("""
                        insert into identity.role_given (id, member, role, given_at, given_by, reason, asked, confirmed_by)
                        values (:id, :member, :role, :at, :by, :reason, :asked, :second)
                        """)
                .param("id", id)
                .param("member", member.value())
                .param("role", role.code())
                .param("at", given.at().atOffset(ZoneOffset.UTC))
                .param("by", given.by().map(MemberId::value).orElse(null), Types.OTHER)
                .param("reason", given.reason())
                .param("asked", asked.orElse(null), Types.OTHER)
                .param("second", second.map(MemberId::value).orElse(null), Types.OTHER)
                .update();
    }

    /** Ends the role wherever the member holds it. */
    void end(MemberId member, Role role, Step ended) {
        db.sql("""
                        insert into identity.role_ended (given, ended_at, ended_by, reason)
                        select g.id, :at, :by, :reason from identity.role_given g
                        where g.member = :member and g.role = :role
                          and not exists (select 1 from identity.role_ended e where e.given = g.id)
                        """)
                .param("at", ended.at().atOffset(ZoneOffset.UTC))
                .param("by", ended.by().orElseThrow().value())
                .param("reason", ended.reason())
                .param("member", member.value())
                .param("role", role.code())
                .update();
    }

    Optional<RoleRequest> request(OrganisationId organisation, UUID id) {
        return requests(organisation, "and a.id = :value", id).stream().findFirst();
    }

    /** What waits or waited for a second person, of one member. */
    List<RoleRequest> requests(OrganisationId organisation, MemberId member) {
        return requests(
                organisation, "and a.member = :value order by a.asked_at desc, a.id desc limit 200", member.value());
    }

    /** What has no answer yet, oldest first. */
    List<RoleRequest> unanswered(OrganisationId organisation) {
        return requests(
                organisation,
                "and x.asked is null and m.organisation = :value order by a.asked_at, a.id limit 200",
                organisation.value());
    }

    private List<RoleRequest> requests(OrganisationId organisation, String which, Object value) {
        return db.sql(REQUEST + which)
                .param("folder", FolderHolder.ID.value())
                .param("organisation", organisation.value())
                .param("value", value)
                .query((row, n) -> request(row))
                .list();
    }

    /** A role given, with the request it came from and its end. */
    record Given(Role role, Step given, Optional<UUID> asked, Optional<Step> ended) {}

    List<Given> given(MemberId member) {
        return db.sql(GIVEN)
                .param("member", member.value())
                .query((row, n) -> new Given(
                        Role.ofCode(row.getString("role")),
                        step(row, "given_by", "given_at", "reason"),
                        Optional.ofNullable(row.getObject("asked", UUID.class)),
                        row.getObject("ended_at") == null
                                ? Optional.empty()
                                : Optional.of(step(row, "ended_by", "ended_at", "ended_reason"))))
                .list();
    }

    record Answered(UUID asked, Step step) {}

    List<Answered> answers(MemberId member) {
        return db.sql("""
                        select x.asked, x.answered_at, x.answered_by, x.reason
                        from identity.role_answered x join identity.role_asked a on a.id = x.asked
                        where a.member = :member order by x.answered_at desc, x.asked limit 200
                        """)
                .param("member", member.value())
                .query((row, n) -> new Answered(
                        row.getObject("asked", UUID.class), step(row, "answered_by", "answered_at", "reason")))
                .list();
    }

    private static RoleRequest request(ResultSet row) throws SQLException {
        return new RoleRequest(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member", UUID.class)),
                Role.ofCode(row.getString("role")),
                step(row, "asked_by", "asked_at", "reason"),
                Optional.ofNullable(row.getString("answer")).map(Answer::ofCode),
                row.getBoolean("lapsed"));
    }

    static Step step(ResultSet row, String by, String at, String reason) throws SQLException {
        return new Step(
                Optional.ofNullable(row.getObject(by, UUID.class)).map(MemberId::new),
                row.getObject(at, OffsetDateTime.class).toInstant(),
                row.getString(reason));
    }
}
