package org.plumbline.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on organisations: as founded, as changed since, as they are now. */
@Component
class OrganisationTable {
    private static final String NOW = "select id, name, number_scheme, zone, version from identity.organisation_now ";

    private final JdbcClient db;

    OrganisationTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Organisation organisation, Instant now) {
        db.sql("""
                        insert into identity.organisation (id, name, number_scheme, zone, recorded_at)
                        values (:id, :name, :scheme, :zone, :now)
                        """)
                .param("id", organisation.id().value())
                .param("name", organisation.name())
                .param("scheme", organisation.numberScheme().pattern())
                .param("zone", organisation.zone().getId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Organisation> find(OrganisationId id) {
        return db.sql(NOW + "where id = :id")
                .param("id", id.value())
                .query(OrganisationTable::organisation)
                .optional();
    }

    /** Whose name this is or, where it is nobody's now, was: what was written down elsewhere goes on being right. */
    Optional<Organisation> find(String name) {
        return db.sql(NOW + """
                                where name = :name
                                   or id in (select id from identity.organisation where name = :name)
                                   or id in (select organisation from identity.organisation_said where name = :name)
                                order by (name = :name) desc, id limit 1
                                """)
                .param("name", name)
                .query(OrganisationTable::organisation)
                .optional();
    }

    /** All of them, the oldest first. */
    List<Organisation> all() {
        return db.sql(NOW + "order by id")
                .query(OrganisationTable::organisation)
                .list();
    }

    /** The one organisation of this installation; absent where there are several, or none. */
    Optional<Organisation> only() {
        List<Organisation> some = db.sql(NOW + "order by id limit 2")
                .query(OrganisationTable::organisation)
                .list();
        return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
    }

    /** Makes others who change the name of any organisation wait until the transaction ends. */
    void takeNames() {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plumbline.organisation-names', 0))")
                .query((row, n) -> n)
                .list();
    }

    /** A version of an organisation, with who made it; the first has nobody. */
    record Version(int number, Organisation organisation, Step step) {}

    /** Every version, latest first, the founding last. */
    List<Version> versions(OrganisationId id) {
        return db.sql("""
                        select organisation as id, version, name, number_scheme, zone, reason, said_at, said_by
                        from identity.organisation_said where organisation = :id
                        union all
                        select id, 1, name, number_scheme, zone, '', recorded_at, null
                        from identity.organisation where id = :id
                        order by version desc limit 200
                        """)
                .param("id", id.value())
                .query((row, n) -> new Version(
                        row.getInt("version"),
                        organisation(row, n),
                        RoleTable.step(row, "said_by", "said_at", "reason")))
                .list();
    }

    void insert(Version version) {
        Organisation said = version.organisation();
        db.sql("""
                        insert into identity.organisation_said (organisation, version, name, number_scheme, zone, reason, said_at,
                            said_by)
                        values (:id, :version, :name, :scheme, :zone, :reason, :at, :by)
                        """)
                .param("id", said.id().value())
                .param("version", version.number())
                .param("name", said.name())
                .param("scheme", said.numberScheme().pattern())
                .param("zone", said.zone().getId())
                .param("reason", version.step().reason())
                .param("at", version.step().at().atOffset(ZoneOffset.UTC))
                .param("by", version.step().by().orElseThrow().value())
                .update();
    }

    private static Organisation organisation(ResultSet row, int n) throws SQLException {
        return new Organisation(
                new OrganisationId(row.getObject("id", UUID.class)),
                row.getString("name"),
                new NumberScheme(row.getString("number_scheme")),
                ZoneId.of(row.getString("zone")));
    }
}
