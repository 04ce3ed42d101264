package org.plumbline.custody.tags;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on tags. */
@Component
class TagTable {
    private static final String EXHIBITS = """
            select e.id, e.owner, e.case_id, e.number, t.code
            from custody.exhibit e left join custody.exhibit_tag t on t.exhibit = e.id
            """;

    private final JdbcClient db;

    TagTable(JdbcClient db) {
        this.db = db;
    }

    /** The exhibits of a case from one running number to another, by number, with their tags. */
    List<Tag<Tagged.OfExhibit>> exhibits(CaseId caseId, int from, int to, int limit) {
        return db.sql(EXHIBITS + """
                        where e.case_id = :case and e.number between :from and :to order by e.number limit :limit
                        """)
                .param("case", caseId.value())
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query(TagTable::exhibit)
                .list();
    }

    /** The exhibit of a code, where the acting person sees it. */
    Optional<Tagged.OfExhibit> exhibit(TagCode code) {
        return db.sql(EXHIBITS + "where t.code = :code")
                .param("code", code.text())
                .query(TagTable::exhibit)
                .optional()
                .map(Tag::on);
    }

    /** The label of an exhibit, under which its tag goes. */
    int labelOf(UUID exhibit) {
        return db.sql("select label from custody.exhibit where id = :id")
                .param("id", exhibit)
                .query(Integer.class)
                .single();
    }

    void insert(UUID id, Stamp stamp, UUID exhibit, TagCode code) {
        StampRow.bind(db.sql("""
                        insert into custody.exhibit_tag (id, owner, label, case_id, recorded_at, recorded_by, exhibit, code)
                        values (:id, :owner, :label, :case, :at, :by, :exhibit, :code)
                        """), stamp)
                .param("id", id)
                .param("exhibit", exhibit)
                .param("code", code.text())
                .update();
    }

    /** The codes of places. */
    Map<UUID, TagCode> ofPlaces(Collection<UUID> places) {
        var codes = new HashMap<UUID, TagCode>();
        if (!places.isEmpty()) {
            db.sql("select place, code from custody.place_tag where place in (:places) order by place limit 5000")
                    .param("places", places)
                    .query((row, n) ->
                            codes.put(row.getObject("place", UUID.class), new TagCode(row.getString("code"))))
                    .list();
        }
        return codes;
    }

    /** The place of a code, whosoever it is. */
    Optional<UUID> place(TagCode code) {
        return db.sql("select place from custody.place_tag where code = :code")
                .param("code", code.text())
                .query(UUID.class)
                .optional();
    }

    void insert(UUID place, TagCode code, Instant at, MemberId by) {
        db.sql("insert into custody.place_tag (place, code, made_at, made_by) values (:place, :code, :at, :by)")
                .param("place", place)
                .param("code", code.text())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .update();
    }

    /** Makes others who make tags in the organisation wait until the transaction ends. */
    void takeTurn(OrganisationId organisation) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plumbline.tags ' || :organisation, 0))")
                .param("organisation", organisation.toString())
                .query((row, n) -> n)
                .list();
    }

    private static Tag<Tagged.OfExhibit> exhibit(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        var owner = new OrganisationId(row.getObject("owner", UUID.class));
        return new Tag<>(
                new Tagged.OfExhibit(
                        new CaseId(row.getObject("case_id", UUID.class)),
                        id,
                        row.getInt("number"),
                        new Ref("exhibit", id, owner)),
                Optional.ofNullable(row.getString("code")).map(TagCode::new));
    }
}
