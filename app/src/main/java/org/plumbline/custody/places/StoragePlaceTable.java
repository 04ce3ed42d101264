package org.plumbline.custody.places;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.identity.Step;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on storage places. */
@Component
class StoragePlaceTable {
    /** As many as the tree is read with; a further one is refused. */
    static final int MOST = 5000;

    private static final String SELECT = """
            select id, organisation, code, kind, version, name, parent, closed_reason, closed_at, closed_by
            from custody.place_now
            """;

    private final JdbcClient db;

    StoragePlaceTable(JdbcClient db) {
        this.db = db;
    }

    /** The places of an organisation, open and closed. */
    PlaceTree tree(OrganisationId organisation) {
        return PlaceTree.of(db.sql(SELECT + "where organisation = :organisation order by id limit :most")
                .param("organisation", organisation.value())
                .param("most", MOST)
                .query(StoragePlaceTable::place)
                .list());
    }

    /** Places by identifier, whosoever they are, without their paths. */
    List<Place> all(Collection<UUID> ids) {
        return db.sql(SELECT + "where id in (:ids) order by id limit 1000")
                .param("ids", ids)
                .query(StoragePlaceTable::place)
                .list();
    }

    /** Makes others who change places of the organisation wait until the transaction ends. */
    void takeTurn(OrganisationId organisation) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plumbline.places ' || :organisation, 0))")
                .param("organisation", organisation.toString())
                .query((row, n) -> n)
                .list();
    }

    void insert(Place place) {
        db.sql("insert into custody.place (id, organisation, code, kind) values (:id, :organisation, :code, :kind)")
                .param("id", place.id())
                .param("organisation", place.organisation().value())
                .param("code", place.code())
                .param("kind", place.kind().code())
                .update();
    }

    void insertWording(Place place, Step said) {
        db.sql("""
                        insert into custody.place_said (place, version, name, parent, reason, said_at, said_by)
                        values (:place, :version, :name, :parent, :reason, :at, :by)
                        """)
                .param("place", place.id())
                .param("version", place.version())
                .param("name", place.name())
                .param("parent", place.parent().orElse(null), Types.OTHER)
                .param("reason", said.reason())
                .param("at", said.at().atOffset(ZoneOffset.UTC))
                .param("by", said.by().orElseThrow().value())
                .update();
    }

    void insertClosed(UUID place, Step closed) {
        db.sql("""
                        insert into custody.place_closed (place, reason, closed_at, closed_by)
                        values (:place, :reason, :at, :by)
                        """)
                .param("place", place)
                .param("reason", closed.reason())
                .param("at", closed.at().atOffset(ZoneOffset.UTC))
                .param("by", closed.by().orElseThrow().value())
                .update();
    }

    /** How many things the acts of custody have in a place, whatever their case. */
    long kept(UUID place, Instant at) {
        return db.sql("select count(*) from custody.kept_at(:places, :at)")
                .param("places", new UUID[] {place})
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** What a place was called and stood in, latest first. */
    List<PlaceFile.Wording> wordings(UUID place) {
        return db.sql("""
                        select version, name, parent, reason, said_at, said_by
                        from custody.place_said where place = :place order by version desc limit 200
                        """)
                .param("place", place)
                .query((row, n) -> new PlaceFile.Wording(
                        row.getInt("version"),
                        row.getString("name"),
                        Optional.ofNullable(row.getObject("parent", UUID.class)),
                        step(row, "said_by", "said_at", "reason")))
                .list();
    }

    private static Place place(ResultSet row, int n) throws SQLException {
        return new Place(
                row.getObject("id", UUID.class),
                new OrganisationId(row.getObject("organisation", UUID.class)),
                Optional.ofNullable(row.getObject("parent", UUID.class)),
                row.getString("code"),
                PlaceKind.ofCode(row.getString("kind")),
                row.getString("name"),
                row.getString("name"),
                row.getInt("version"),
                row.getObject("closed_at") == null
                        ? Optional.empty()
                        : Optional.of(step(row, "closed_by", "closed_at", "closed_reason")));
    }

    private static Step step(ResultSet row, String by, String at, String reason) throws SQLException {
        return new Step(
                Optional.of(new MemberId(row.getObject(by, UUID.class))),
                row.getObject(at, OffsetDateTime.class).toInstant(),
                row.getString(reason));
    }
}
