package org.plumbline.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on units and who is in them. */
@Component
class UnitTable {
    /** As many as the tree is read with; a further one is refused. */
    static final int MOST = 1000;

    private final JdbcClient db;

    UnitTable(JdbcClient db) {
        this.db = db;
    }

    /** The units of an organisation and who is in which. */
    UnitTree tree(OrganisationId organisation) {
        List<Unit> units = db.sql("""
                        select id, version, name, parent, closed_reason, closed_at, closed_by
                        from identity.unit_now where organisation = :organisation order by id limit :most
                        """)
                .param("organisation", organisation.value())
                .param("most", MOST)
                .query(UnitTable::unit)
                .list();
        Map<MemberId, UUID> members = new HashMap<>();
        db.sql("""
                        select member, unit from identity.member_unit_now
                        where organisation = :organisation order by member limit 10000
                        """)
                .param("organisation", organisation.value())
                .query((row, n) -> members.put(
                        new MemberId(row.getObject("member", UUID.class)), row.getObject("unit", UUID.class)))
                .list();
        return new UnitTree(units, members);
    }

    void insert(UUID id, OrganisationId organisation) {
        db.sql("insert into identity.unit (id, organisation) values (:id, :organisation)")
                .param("id", id)
                .param("organisation", organisation.value())
                .update();
    }

    void insertWording(Unit unit, Step said) {
        db.sql("""
                        insert into identity.unit_said (unit, version, name, parent, reason, said_at, said_by)
                        values (:unit, :version, :name, :parent, :reason, :at, :by)
                        """)
                .param("unit", unit.id())
                .param("version", unit.version())
                .param("name", unit.name())
                .param("parent", unit.parent().orElse(null), Types.OTHER)
                .param("reason", said.reason())
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .param("by", said.by().orElseThrow().value())
                .update();
    }

    void insertClosed(UUID unit, Step closed) {
        db.sql("""
                        insert into identity.unit_closed (unit, reason, closed_at, closed_by)
                        values (:unit, :reason, :at, :by)
                        """)
                .param("unit", unit)
                .param("reason", closed.reason())
                .param("at", closed.at().atOffset(ZoneOffset.UTC))
                .param("by", closed.by().orElseThrow().value())
                .update();
    }

    /** What a unit was called and belonged to, latest first. */
    List<UnitFile.Wording> wordings(UUID unit) {
        return db.sql("""
                        select unit as id, version, name, parent, null as closed_reason, null::timestamptz as closed_at,
                               null::uuid as closed_by, reason, said_at, said_by
                        from identity.unit_said where unit = :unit order by version desc limit 200
                        """)
                .param("unit", unit)
                .query((row, n) ->
                        new UnitFile.Wording(unit(row, n), RoleTable.step(row, "said_by", "said_at", "reason")))
                .list();
    }

    void insertPlacement(UUID id, MemberId member, Optional<UUID> unit, Step said) {
        db.sql("""
                        insert into identity.member_placed (id, member, unit, reason, placed_at, placed_by)
                        values (:id, :member, :unit, :reason, :at, :by)
                        """)
                .param("id", id)
                .param("member", member.value())
                .param("unit", unit.orElse(null), Types.OTHER)
                .param("reason", said.reason())
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .param("by", said.by().orElseThrow().value())
                .update();
    }

    /** Where a member was placed, latest first. */
    List<Placement> placements(MemberId member) {
        return db.sql("""
                        select p.unit, coalesce(u.name, '') as name, p.reason, p.placed_at, p.placed_by
                        from identity.member_placed p left join identity.unit_now u on u.id = p.unit
                        where p.member = :member order by p.id desc limit 200
                        """)
                .param("member", member.value())
                .query((row, n) -> new Placement(
                        Optional.ofNullable(row.getObject("unit", UUID.class)),
                        row.getString("name"),
                        RoleTable.step(row, "placed_by", "placed_at", "reason")))
                .list();
    }

    private static Unit unit(ResultSet row, int n) throws SQLException {
        return new Unit(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                row.getInt("version"),
                row.getObject("closed_at") == null
                        ? Optional.empty()
                        : Optional.of(RoleTable.step(row, "closed_by", "closed_at", "closed_reason")));
    }
}
