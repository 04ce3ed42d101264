package org.plumbline.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on recoveries. */
@Component
class RecoveryTable {
    private static final String SELECT = """
            select a.id, a.member, a.reason, a.asked_at, a.asked_by, x.answer, x.reason as answer_reason, x.answered_at,
                   x.answered_by, u.used_at,
                   exists (select 1 from identity.member_ended d where d.member = a.member)
                   or not exists (
                       select 1 from identity.role_given h
                       where h.member = a.asked_by and h.role = 'administrator'
                         and not exists (select 1 from identity.role_ended e where e.given = h.id)
                         and not exists (select 1 from identity.member_ended d where d.member = h.member)) as lapsed
            from identity.recovery_asked a
            join identity.member m on m.id = a.member
            left join identity.recovery_answered x on x.asked = a.id
            left join identity.sign_in_link_used u on u.link = x.link
            where m.organisation = :organisation
            """;

    private final JdbcClient db;

    RecoveryTable(JdbcClient db) {
        this.db = db;
    }

    void insertAsked(Recovery recovery) {
        db.sql("""
                        insert into identity.recovery_asked (id, member, reason, asked_at, asked_by)
                        values (:id, :member, :reason, :at, :by)
                        """)
                .param("id", recovery.id())
                .param("member", recovery.member().value())
                .param("reason", recovery.asked().reason())
                .param("at", recovery.asked().at().atOffset(ZoneOffset.UTC))
                .param("by", recovery.asked().by().orElseThrow().value())
                .update();
    }

    void insertAnswer(UUID asked, Answer answer, Step step, Optional<UUID> link) {
        db.sql("""
                        insert into identity.recovery_answered (asked, answer, reason, answered_at, answered_by, link)
                        values (:asked, :answer, :reason, :at, :by, :link)
                        """)
                .param("asked", asked)
                .param("answer", answer.code())
                .param("reason", step.reason())
                .param("at", step.at().atOffset(ZoneOffset.UTC))
                .param("by", step.by().orElseThrow().value())
                .param("link", link.orElse(null), Types.OTHER)
                .update();
    }

    Optional<Recovery> find(OrganisationId organisation, UUID id) {
        return list(organisation, "and a.id = :value", id).stream().findFirst();
    }

    /** All of one member, latest first. */
    List<Recovery> of(OrganisationId organisation, MemberId member) {
        return list(organisation, "and a.member = :value order by a.asked_at desc, a.id desc limit 50", member.value());
    }

    /** What has no answer yet, oldest first. */
    List<Recovery> unanswered(OrganisationId organisation) {
        return list(
                organisation,
                "and x.asked is null and m.organisation = :value order by a.asked_at, a.id limit 200",
                organisation.value());
    }

    /** Whether the link was given to bring a member back. */
    boolean isRecovery(UUID link) {
        return db.sql("select count(*) from identity.recovery_answered where link = :link")
                        .param("link", link)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<Recovery> list(OrganisationId organisation, String which, Object value) {
        return db.sql(SELECT + which)
                .param("organisation", organisation.value())
                .param("value", value)
                .query((row, n) -> recovery(row))
                .list();
    }

    private static Recovery recovery(ResultSet row) throws SQLException {
        Optional<Answer> answer = Optional.ofNullable(row.getString("answer")).map(Answer::ofCode);
        return new Recovery(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member", UUID.class)),
                RoleTable.step(row, "asked_by", "asked_at", "reason"),
                answer,
                answer.isEmpty()
                        ? Optional.empty()
                        : Optional.of(RoleTable.step(row, "answered_by", "answered_at", "answer_reason")),
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                row.getBoolean("lapsed"));
    }
}
