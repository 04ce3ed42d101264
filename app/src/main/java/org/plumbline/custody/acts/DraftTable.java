package org.plumbline.custody.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.StampRow;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on acts that wait for a signature. */
@Component
class DraftTable {
    private static final String SELECT = """
        select d.id, d.owner, d.label, d.case_id, d.recorded_at, d.recorded_by, d.version, d.canonical, d.signer,
               d.session, d.signature, d.expires_at
        from custody.act_draft d
        """;

    private final JdbcClient db;

    DraftTable(JdbcClient db) {
        this.db = db;
    }

    void insert(Draft draft) {
        StampRow.bind(db.sql("""
            insert into custody.act_draft (id, owner, label, case_id, recorded_at, recorded_by, act, exhibit,
                canonical, signer, session, signature, expires_at)
            values (:id, :owner, :label, :case, :at, :by, :act, :exhibit, :canonical, :signer, :session,
                :signature, :until)
            """), draft.stamp())
                .param("id", draft.id())
                .param("act", draft.act().id())
                .param("exhibit", draft.act().exhibit())
                .param("canonical", draft.act().canonical())
                .param("signer", draft.signer().value())
                .param("session", draft.session().orElse(null), Types.VARCHAR)
                .param("signature", draft.first().map(Signature::canonical).orElse(null), Types.BINARY)
                .param("until", draft.until().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Draft> find(UUID exhibit, UUID id) {
        return db.sql(SELECT + "where d.exhibit = :exhibit and d.id = :id")
                .param("exhibit", exhibit)
                .param("id", id)
                .query(DraftTable::draft)
                .optional();
    }

    /** What waits for this member's signature as a witness, newest first; what was recorded meanwhile is left out. */
    List<Draft> waiting(UUID exhibit, MemberId signer, Instant now) {
        return db.sql(SELECT + """
            where d.exhibit = :exhibit and d.signer = :signer and d.signature is not null
              and d.expires_at > :now and not exists (select 1 from custody.act a where a.id = d.act)
            order by d.id desc limit 10
            """)
                .param("exhibit", exhibit)
                .param("signer", signer.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(DraftTable::draft)
                .list();
    }

    private static Draft draft(ResultSet row, int n) throws SQLException {
        byte @Nullable [] first = row.getBytes("signature");
        return new Draft(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                ActTable.act(row.getBytes("canonical")),
                new MemberId(row.getObject("signer", UUID.class)),
                Optional.ofNullable(row.getString("session")),
                first == null ? Optional.empty() : Optional.of(ActTable.signature(first)),
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
    }
}
