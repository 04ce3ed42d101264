package org.plumbline.identity.ways;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.MemberId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on passkeys. */
@Component
class PasskeyTable {
    private static final String WORKING = """
            select p.id, p.member, p.credential_id, p.public_key, p.authenticator, p.name, p.transports,
                   p.backup_eligible, p.recorded_at, u.sign_count, u.backed_up, u.used_at
            from identity.passkey p join identity.passkey_use u on u.passkey = p.id
            where not exists (select 1 from identity.passkey_ended e where e.passkey = p.id)
            """;

    private final JdbcClient db;

    PasskeyTable(JdbcClient db) {
        this.db = db;
    }

    /** A passkey with what checks its signatures. */
    record Stored(Passkey passkey, PasskeyCredential credential) {}

    /** False when this credential is known already. */
    boolean insert(Passkey passkey, PasskeyCredential credential) {
        int made = db.sql("""
                        insert into identity.passkey (id, member, credential_id, public_key, authenticator,
                            first_sign_count, name, transports, backup_eligible, recorded_at)
                        values (:id, :member, :credential, :key, :authenticator, :count, :name, :transports, :eligible, :made)
                        on conflict (credential_id) do nothing
                        """)
                .param("id", passkey.id())
                .param("member", passkey.member().value())
                .param("credential", credential.id())
                .param("key", credential.publicKey())
                .param("authenticator", credential.authenticator())
                .param("count", credential.signCount())
                .param("name", passkey.name())
                .param("transports", passkey.transports().toArray(String[]::new))
                .param("eligible", credential.backupEligible())
                .param("made", passkey.made().atOffset(ZoneOffset.UTC))
                .update();
        if (made == 1) {
            db.sql("insert into identity.passkey_use (passkey, sign_count, backed_up) values (:id, :count, :backed)")
                    .param("id", passkey.id())
                    .param("count", credential.signCount())
                    .param("backed", passkey.backedUp())
                    .update();
        }
        return made == 1;
    }

    /** The passkeys of a member that still work, oldest first. */
    List<Stored> of(MemberId member) {
        return db.sql(WORKING + "and p.member = :member order by p.id limit 100")
                .param("member", member.value())
                .query(PasskeyTable::stored)
                .list();
    }

    Optional<Stored> byCredential(byte[] credential) {
        return db.sql(WORKING + "and p.credential_id = :credential")
                .param("credential", credential)
                .query(PasskeyTable::stored)
                .optional();
    }

    /** Keeps the newest use; false when its counter did not go forward, as seen from another use meanwhile. */
    boolean used(UUID passkey, long signCount, boolean backedUp, Instant now) {
        return db.sql("""
                        update identity.passkey_use set sign_count = :count, backed_up = :backed, used_at = :now
                        where passkey = :id and (sign_count < :count or (sign_count = 0 and :count = 0))
                        """)
                        .param("id", passkey)
                        .param("count", signCount)
                        .param("backed", backedUp)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void end(UUID passkey, Instant now) {
        db.sql("insert into identity.passkey_ended (passkey, ended_at) values (:id, :now) on conflict do nothing")
                .param("id", passkey)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static Stored stored(ResultSet row, int n) throws SQLException {
        @Nullable OffsetDateTime used = row.getObject("used_at", OffsetDateTime.class);
        var passkey = new Passkey(
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member", UUID.class)),
                row.getString("name"),
                List.of((String[]) row.getArray("transports").getArray()),
                row.getBoolean("backed_up"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(used).map(OffsetDateTime::toInstant));
        return new Stored(
                passkey,
                new PasskeyCredential(
                        row.getBytes("credential_id"),
                        row.getBytes("public_key"),
                        row.getBytes("authenticator"),
                        row.getLong("sign_count"),
                        row.getBoolean("backup_eligible"),
                        passkey.backedUp(),
                        passkey.transports()));
    }
}
