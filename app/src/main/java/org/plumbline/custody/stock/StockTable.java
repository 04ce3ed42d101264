package org.plumbline.custody.stock;

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
import org.jspecify.annotations.Nullable;
import org.plumbline.access.StampRow;
import org.plumbline.custody.places.PlaceTree;
import org.plumbline.custody.tags.TagCode;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on stock-takes. */
@Component
class StockTable {
    private static final int MOST_SCANS = 5000;

    private static final String TAKES = """
            select t.id, t.owner, t.label, t.case_id, t.recorded_at, t.recorded_by, t.version, t.place,
                   e.expected, e.seen, e.note, e.recorded_at as ended_at, e.recorded_by as ended_by
            from custody.stock_take t left join custody.stock_take_ended e on e.stock_take = t.id
            """;

    private final JdbcClient db;

    StockTable(JdbcClient db) {
        this.db = db;
    }

    /** What the records had in these places at a time, whatever the case: tags and seals alone. */
    List<Kept> keptAt(Collection<UUID> places, Instant at) {
        return db.sql("select exhibit, code, seal, place from custody.kept_at(:places, :at)")
                .param("places", places.toArray(UUID[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Kept(
                        row.getObject("exhibit", UUID.class),
                        Optional.ofNullable(row.getString("code")).map(TagCode::new),
                        Optional.ofNullable(row.getString("seal")),
                        row.getObject("place", UUID.class)))
                .list();
    }

    /** A scan with what the records say of its tag now; {@code within} are the places that are counted. */
    Scan looked(UUID id, Stamp stamp, TagCode code, Optional<String> seal, Collection<UUID> within) {
        return db.sql("select found, place, seal from custody.whereabouts(:code)")
                .param("code", code.text())
                .query((row, n) -> {
                    var place = Optional.ofNullable(row.getObject("place", UUID.class));
                    Found found = Found.ofCode(row.getString("found"));
                    boolean here = found == Found.ELSEWHERE
                            && place.filter(within::contains).isPresent();
                    return new Scan(
                            id,
                            stamp,
                            code,
                            seal,
                            here ? Found.HERE : found,
                            place,
                            Optional.ofNullable(row.getString("seal")));
                })
                .optional()
                .orElseGet(() -> new Scan(id, stamp, code, seal, Found.UNKNOWN, Optional.empty(), Optional.empty()));
    }

    void insert(UUID id, Stamp stamp, UUID place) {
        StampRow.bind(db.sql("""
                        insert into custody.stock_take (id, owner, label, case_id, recorded_at, recorded_by, place)
                        values (:id, :owner, :label, :case, :at, :by, :place)
                        """), stamp).param("id", id).param("place", place).update();
    }

    void insert(UUID take, Scan scan) {
        StampRow.bind(db.sql("""
                        insert into custody.stock_scan (id, owner, label, case_id, recorded_at, recorded_by, stock_take, code,
                            seal, found, place, kept_seal)
                        values (:id, :owner, :label, :case, :at, :by, :take, :code, :seal, :found, :place, :kept)
                        """), scan.stamp())
                .param("id", scan.id())
                .param("take", take)
                .param("code", scan.code().text())
                .param("seal", scan.seal().orElse(null), Types.VARCHAR)
                .param("found", scan.found().code())
                .param("place", scan.place().orElse(null), Types.OTHER)
                .param("kept", scan.keptSeal().orElse(null), Types.VARCHAR)
                .update();
    }

    void insert(UUID id, UUID take, StockTake.Ending ending) {
        StampRow.bind(db.sql("""
                        insert into custody.stock_take_ended (id, owner, label, case_id, recorded_at, recorded_by, stock_take,
                            expected, seen, note)
                        values (:id, :owner, :label, :case, :at, :by, :take, :expected, :seen, :note)
                        """), ending.stamp())
                .param("id", id)
                .param("take", take)
                .param("expected", ending.expected())
                .param("seen", ending.seen())
                .param("note", ending.note())
                .update();
    }

    void insert(UUID id, Stamp stamp, UUID take, Difference difference) {
        StampRow.bind(db.sql("""
                        insert into custody.stock_difference (id, owner, label, case_id, recorded_at, recorded_by, stock_take,
                            kind, code, found, place, seal, kept_seal)
                        values (:id, :owner, :label, :case, :at, :by, :take, :kind, :code, :found, :place, :seal, :kept)
                        """), stamp)
                .param("id", id)
                .param("take", take)
                .param("kind", difference.kind().code())
                .param("code", text(difference.code().map(TagCode::text)), Types.VARCHAR)
                .param("found", text(difference.found().map(Found::code)), Types.VARCHAR)
                .param("place", difference.place().orElse(null), Types.OTHER)
                .param("seal", text(difference.seal()), Types.VARCHAR)
                .param("kept", text(difference.keptSeal()), Types.VARCHAR)
                .update();
    }

    /** Stock-takes, latest first, before one of them where that is given. */
    List<StockTake> list(PlaceTree places, Optional<UUID> before, int limit) {
        return db.sql(TAKES + """
                        where (:before::uuid is null or t.id < :before::uuid) order by t.id desc limit :limit
                        """)
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit)
                .query((row, n) -> take(row, places))
                .list();
    }

    Optional<StockTake> find(PlaceTree places, UUID id) {
        return db.sql(TAKES + "where t.id = :id")
                .param("id", id)
                .query((row, n) -> take(row, places))
                .optional();
    }

    /** Makes others who scan or end a stock-take wait until the transaction ends. */
    void takeTurn(UUID take) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plumbline.stock ' || :take, 0))")
                .param("take", take.toString())
                .query((row, n) -> n)
                .list();
    }

    /** The latest scan of each tag, latest first. */
    List<Scan> scans(UUID take) {
        return db.sql("""
                        select * from (
                            select distinct on (code) id, owner, label, case_id, recorded_at, recorded_by, version, code, seal,
                                   found, place, kept_seal
                            from custody.stock_scan where stock_take = :take order by code, id desc) latest
                        order by id desc limit :most
                        """)
                .param("take", take)
                .param("most", MOST_SCANS)
                .query((row, n) -> new Scan(
                        row.getObject("id", UUID.class),
                        StampRow.read(row),
                        new TagCode(row.getString("code")),
                        Optional.ofNullable(row.getString("seal")),
                        Found.ofCode(row.getString("found")),
                        Optional.ofNullable(row.getObject("place", UUID.class)),
                        Optional.ofNullable(row.getString("kept_seal"))))
                .list();
    }

    List<Difference> differences(UUID take) {
        return db.sql("""
                        select kind, code, found, place, seal, kept_seal from custody.stock_difference
                        where stock_take = :take order by id limit 100000
                        """)
                .param("take", take)
                .query((row, n) -> new Difference(
                        Difference.Kind.ofCode(row.getString("kind")),
                        Optional.ofNullable(row.getString("code")).map(TagCode::new),
                        Optional.ofNullable(row.getString("found")).map(Found::ofCode),
                        Optional.ofNullable(row.getObject("place", UUID.class)),
                        Optional.ofNullable(row.getString("seal")),
                        Optional.ofNullable(row.getString("kept_seal"))))
                .list();
    }

    private static StockTake take(ResultSet row, PlaceTree places) throws SQLException {
        Stamp stamp = StampRow.read(row);
        UUID place = row.getObject("place", UUID.class);
        return new StockTake(
                row.getObject("id", UUID.class),
                stamp,
                places.find(place)
                        .orElseThrow(() -> new IllegalStateException("A stock-take is of a place that is not there")),
                ended(row, stamp));
    }

    private static Optional<StockTake.Ending> ended(ResultSet row, Stamp begun) throws SQLException {
        OffsetDateTime at = row.getObject("ended_at", OffsetDateTime.class);
        if (at == null) {
            return Optional.empty();
        }
        var stamp = new Stamp(
                begun.owner(),
                begun.label(),
                Optional.empty(),
                at.toInstant(),
                new org.plumbline.kernel.MemberId(row.getObject("ended_by", UUID.class)),
                1);
        return Optional.of(
                new StockTake.Ending(stamp, row.getInt("expected"), row.getInt("seen"), row.getString("note")));
    }

    private static @Nullable String text(Optional<String> text) {
        return text.orElse(null);
    }
}
