package org.plumbline.repeats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.LabelId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on kept answers. They are inserted and, when ended, deleted; never changed. */
@Component
class KeptAnswerTable {
    private final JdbcClient db;

    KeptAnswerTable(JdbcClient db) {
        this.db = db;
    }

    /** Takes the key for this transaction; false while another holds it. */
    boolean claim(KeyedRequest request) {
        return db.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", request.lock())
                .query(Boolean.class)
                .single();
    }

    /** The answer kept since then, where the acting person still sees what it was given on. */
    Optional<KeptAnswer> find(KeyedRequest request, Instant since) {
        return db.sql("""
                        select recorded_at, case_id, status, content_type, etag, location, sealed
                        from repeats.kept_answer
                        where recorded_by = :by and route = :route and key_digest = :key and recorded_at >= :since
                        """)
                .param("by", request.member().value())
                .param("route", request.route())
                .param("key", request.digest().hex())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> answer(row, request))
                .optional();
    }

    /** False where an answer to this request is there already, seen or not. */
    boolean insert(UUID id, KeyedRequest request, Optional<LabelId> label, KeptAnswer answer) {
        return db.sql("""
                        insert into repeats.kept_answer (id, owner, label, case_id, recorded_at, recorded_by, route,
                            key_digest, status, content_type, etag, location, sealed)
                        values (:id, :owner, :label, :case, :at, :by, :route, :key, :status, :type, :etag, :location,
                            :sealed)
                        on conflict on constraint kept_answer_once do nothing
                        """)
                        .param("id", id)
                        .param("owner", Acting.require().organisation().value())
                        .param("label", label.map(LabelId::value).orElse(null), Types.INTEGER)
                        .param("case", answer.caseId().map(CaseId::value).orElse(null), Types.OTHER)
                        .param("at", answer.at().atOffset(ZoneOffset.UTC))
                        .param("by", request.member().value())
                        .param("route", request.route())
                        .param("key", request.digest().hex())
                        .param("status", answer.given().status())
                        .param("type", answer.given().contentType())
                        .param("etag", answer.given().etag())
                        .param("location", answer.given().location())
                        .param(
                                "sealed",
                                new SealedAnswer(
                                                answer.request(), answer.given().body())
                                        .sealed(request))
                        .update()
                == 1;
    }

    /** Deletes what is over a day old, of everybody: the row policy lets nothing else be deleted. */
    void clearEnded() {
        db.sql("delete from repeats.kept_answer").update();
    }

    private static KeptAnswer answer(ResultSet row, KeyedRequest request) throws SQLException {
        var kept = SealedAnswer.opened(row.getBytes("sealed"), request);
        return new KeptAnswer(
                kept.request(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("case_id", UUID.class)).map(CaseId::new),
                new KeptAnswer.Given(
                        row.getInt("status"),
                        row.getString("content_type"),
                        row.getString("etag"),
                        row.getString("location"),
                        kept.body()));
    }
}
