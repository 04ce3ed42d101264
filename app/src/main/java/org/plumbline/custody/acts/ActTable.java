package org.plumbline.custody.acts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.access.StampRow;
import org.plumbline.engine.evidence.custody.Act;
import org.plumbline.engine.evidence.custody.Broken;
import org.plumbline.engine.evidence.custody.Custody;
import org.plumbline.engine.evidence.custody.Deed;
import org.plumbline.engine.evidence.custody.Place;
import org.plumbline.engine.evidence.custody.Signature;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on acts that are recorded. */
@Component
class ActTable {
    private static final String SELECT = """
        select a.id, a.owner, a.label, a.case_id, a.recorded_at, a.recorded_by, a.version, a.canonical, a.signature,
               a.witness
        from custody.act a
        """;
    private static final int MOST = 10_000;

    private final JdbcClient db;

    ActTable(JdbcClient db) {
        this.db = db;
    }

    /** False when another act took this place in the chain meanwhile. */
    boolean insert(Stamp stamp, RecordedAct recorded, Custody after) {
        Act act = recorded.act();
        return StampRow.bind(db.sql("""
            insert into custody.act (id, owner, label, case_id, recorded_at, recorded_by, exhibit, sequence,
                kind, digest, canonical, signature, witness, custodian, place, seal, out_to, out_to_name,
                out_until, transfer_to, transfer_until, merged_into, disposed)
            values (:id, :owner, :label, :case, :at, :by, :exhibit, :sequence, :kind, :digest, :canonical,
                :signature, :witness, :custodian, :place, :seal, :outTo, :outToName, :outUntil,
                :transferTo, :transferUntil, :mergedInto, :disposed)
            on conflict on constraint act_sequence_once do nothing
            """), stamp)
                        .param("id", act.id())
                        .param("exhibit", act.exhibit())
                        .param("sequence", act.sequence())
                        .param("kind", act.kind().code())
                        .param("digest", recorded.digest().hex())
                        .param("canonical", act.canonical())
                        .param("signature", recorded.signature().canonical())
                        .param(
                                "witness",
                                recorded.witness().map(Signature::canonical).orElse(null),
                                Types.BINARY)
                        .param("custodian", after.custodian())
                        .param("place", after.place().map(Place::id).orElse(null), Types.OTHER)
                        .param("seal", after.seal().orElse(null), Types.VARCHAR)
                        .param("outTo", after.out().flatMap(Custody.Out::to).orElse(null), Types.OTHER)
                        .param("outToName", after.out().map(Custody.Out::toName).orElse(null), Types.VARCHAR)
                        .param("outUntil", time(after.out().map(Custody.Out::until)), Types.TIMESTAMP_WITH_TIMEZONE)
                        .param(
                                "transferTo",
                                after.transfer().map(t -> t.to().id()).orElse(null),
                                Types.OTHER)
                        .param(
                                "transferUntil",
                                time(after.transfer().map(Custody.Transfer::until)),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("mergedInto", after.mergedInto().orElse(null), Types.OTHER)
                        .param(
                                "disposed",
                                after.disposed().map(Deed.Ending::code).orElse(null),
                                Types.VARCHAR)
                        .update()
                == 1;
    }

    /** The acts on an exhibit, in their order. */
    List<RecordedAct> of(UUID exhibit) {
        return db.sql(SELECT + "where a.exhibit = :exhibit order by a.sequence limit :most")
                .param("exhibit", exhibit)
                .param("most", MOST)
                .query(ActTable::recorded)
                .list();
    }

    Optional<RecordedAct> find(UUID act) {
        return db.sql(SELECT + "where a.id = :id")
                .param("id", act)
                .query(ActTable::recorded)
                .optional();
    }

    /** Acts that gave exhibits of the case into this one. */
    List<RecordedAct> givenInto(CaseId caseId, UUID exhibit) {
        return db.sql(SELECT
                        + "where a.case_id = :case and a.merged_into = :exhibit and a.kind = 'merge-out' order"
                        + " by a.id limit :most")
                .param("case", caseId.value())
                .param("exhibit", exhibit)
                .param("most", MOST)
                .query(ActTable::recorded)
                .list();
    }

    private static @Nullable Object time(Optional<Instant> time) {
        return time.map(t -> t.atOffset(ZoneOffset.UTC)).orElse(null);
    }

    private static RecordedAct recorded(ResultSet row, int n) throws SQLException {
        byte @Nullable [] witness = row.getBytes("witness");
        return new RecordedAct(
                StampRow.read(row),
                act(row.getBytes("canonical")),
                signature(row.getBytes("signature")),
                witness == null ? Optional.empty() : Optional.of(signature(witness)));
    }

    static Act act(byte[] canonical) {
        try {
            return Act.read(canonical);
        } catch (Broken broken) {
            throw new IllegalStateException("An act in the records is not in its form", broken);
        }
    }

    static Signature signature(byte[] canonical) {
        try {
            return Signature.read(canonical);
        } catch (Broken broken) {
            throw new IllegalStateException("A signature in the records is not in its form", broken);
        }
    }
}
