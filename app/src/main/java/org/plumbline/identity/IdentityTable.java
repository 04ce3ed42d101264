package org.plumbline.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on members and the roles they hold. */
@Component
class IdentityTable {
    private static final String SHOWN = """
            select m.id, m.organisation, m.name, m.kind,
                   array(select distinct g.role from identity.role_given g
                          where g.member = m.id and not exists (select 1 from identity.role_ended e where e.given = g.id)
                          order by g.role) as roles
            """;

    private static final String MEMBER = SHOWN + """
            from identity.member m
            where not exists (select 1 from identity.member_ended x where x.member = m.id)
            """;

    private static final String KNOWN = SHOWN + """
            , x.ended_at, x.ended_by, x.reason
            from identity.member m left join identity.member_ended x on x.member = m.id
            """;

    private final JdbcClient db;

    IdentityTable(JdbcClient db) {
        this.db = db;
    }

    boolean isEmpty() {
        return db.sql("select count(*) from identity.member").query(Long.class).single() == 0;
    }

    void insertMember(Member member, Instant now, Optional<MemberId> by) {
        db.sql("""
                        insert into identity.member (id, organisation, name, kind, recorded_at, recorded_by)
                        values (:id, :organisation, :name, :kind, :now, :by)
                        """)
                .param("id", member.id().value())
                .param("organisation", member.organisation().value())
                .param("name", member.name())
                .param("kind", member.service() ? "service" : "person")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by.map(MemberId::value).orElse(null), Types.OTHER)
                .update();
    }

    void insertEnded(MemberId member, Step ended) {
        db.sql("""
                        insert into identity.member_ended (member, ended_at, ended_by, reason)
                        values (:member, :at, :by, :reason)
                        """)
                .param("member", member.value())
                .param("at", ended.at().atOffset(ZoneOffset.UTC))
                .param("by", ended.by().orElseThrow().value())
                .param("reason", ended.reason())
                .update();
    }

    /** A member who is there or has left. */
    Optional<Known> known(MemberId id) {
        return known("m.id = :value", id.value()).stream().findFirst();
    }

    /** Whoever has or had this name. */
    Optional<Known> known(OrganisationId organisation, String name) {
        return db.sql(KNOWN + "where m.organisation = :organisation and m.name = :name order by m.id limit 1")
                .param("organisation", organisation.value())
                .param("name", name)
                .query(IdentityTable::known)
                .optional();
    }

    /** Members of an organisation who left, latest first. */
    List<Known> left(OrganisationId organisation) {
        return known("m.organisation = :value and x.member is not null", organisation.value());
    }

    /** A member, and who ended the membership, when and why, where it has ended. */
    record Known(Member member, Optional<Step> left) {}

    private List<Known> known(String which, Object value) {
        return db.sql(KNOWN + "where " + which + " order by x.ended_at desc, m.id limit 200")
                .param("value", value)
                .query(IdentityTable::known)
                .list();
    }

    Optional<Member> member(MemberId id) {
        return db.sql(MEMBER + "and m.id = :id")
                .param("id", id.value())
                .query(IdentityTable::member)
                .optional();
    }

    Optional<Member> member(OrganisationId organisation, String name) {
        return db.sql(MEMBER + "and m.organisation = :organisation and m.name = :name")
                .param("organisation", organisation.value())
                .param("name", name)
                .query(IdentityTable::member)
                .optional();
    }

    List<Member> members(OrganisationId organisation) {
        return db.sql(MEMBER + "and m.organisation = :organisation order by m.name, m.id limit 1000")
                .param("organisation", organisation.value())
                .query(IdentityTable::member)
                .list();
    }

    /** Names also of people who have left: past acts keep them. */
    List<Named> names(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return db.sql("select id, name from identity.member where id in (:ids) order by id limit 10000")
                .param("ids", ids)
                .query((row, n) -> new Named(row.getObject("id", UUID.class), row.getString("name")))
                .list();
    }

    record Named(UUID id, String name) {}

    private static Known known(ResultSet row, int n) throws SQLException {
        return new Known(
                member(row, n),
                row.getObject("ended_at") == null
                        ? Optional.empty()
                        : Optional.of(RoleTable.step(row, "ended_by", "ended_at", "reason")));
    }

    private static Member member(ResultSet row, int n) throws SQLException {
        String[] roles = (String[]) row.getArray("roles").getArray();
        return new Member(
                new MemberId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                row.getString("name"),
                Arrays.stream(roles).map(Role::ofCode).collect(Collectors.toSet()),
                row.getString("kind").equals("service"));
    }
}
