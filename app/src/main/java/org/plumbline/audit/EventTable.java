package org.plumbline.audit;

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
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on events and their delivery. */
@Component
class EventTable {
    private final JdbcClient db;

    EventTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Event event) {
        db.sql("""
                        insert into audit.event (id, kind, ref_kind, ref_id, owner, label, case_id, recorded_at, recorded_by)
                        values (:id, :kind, :refKind, :refId, :owner, :label, :case, :at, :by)
                        """)
                .param("id", event.id())
                .param("kind", event.kind())
                .param("refKind", event.ref().kind())
                .param("refId", event.ref().id())
                .param("owner", event.stamp().owner().value())
                .param("label", event.stamp().label().value())
                .param("case", event.stamp().caseId().map(CaseId::value).orElse(null), Types.OTHER)
                .param("at", event.at().atOffset(ZoneOffset.UTC))
                .param("by", event.by().value())
                .update();
    }

    /**
     * An anti-join, not "newer than the last one seen": a transaction that commits late is not skipped.
     *
     * @param from only events with this identifier or a later one are looked at
     */
    List<Event> undelivered(String listener, Collection<String> kinds, UUID from, int limit) {
        return db.sql("""
                        select id, kind, ref_kind, ref_id, owner, label, case_id, recorded_at, recorded_by
                        from audit.event e
                        where e.id >= :from and e.kind in (:kinds)
                          and not exists (select 1 from audit.event_delivered d where d.event = e.id and d.listener = :listener)
                        order by e.id limit :limit
                        """)
                .param("from", from)
                .param("kinds", kinds)
                .param("listener", listener)
                .param("limit", limit)
                .query(EventTable::event)
                .list();
    }

    void delivered(UUID event, String listener, Instant at) {
        db.sql("""
                        insert into audit.event_delivered (event, listener, delivered_at) values (:event, :listener, :at)
                        on conflict do nothing
                        """)
                .param("event", event)
                .param("listener", listener)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Event event(ResultSet row, int n) throws SQLException {
        var owner = new OrganisationId(row.getObject("owner", UUID.class));
        var by = new MemberId(row.getObject("recorded_by", UUID.class));
        Instant at = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        return new Event(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                new Ref(row.getString("ref_kind"), row.getObject("ref_id", UUID.class), owner),
                new Stamp(
                        owner,
                        new LabelId(row.getInt("label")),
                        Optional.ofNullable(row.getObject("case_id", UUID.class))
                                .map(CaseId::new),
                        at,
                        by,
                        1),
                at,
                by);
    }
}
