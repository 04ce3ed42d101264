package org.plumbline.audit.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.operator.OperatorException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.TestPostgres;
import org.plumbline.testing.TimestampAuthority;
import org.plumbline.testing.TimestampAuthority.Way;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Timestamps by an authority outside. */
@TestPropertySource(properties = "plumbline.trail.timestamps.every=0s")
class OutsideTimestampsTest extends TimestampedCase {
    private static final TimestampAuthority AUTHORITY = started();

    @Autowired
    private JdbcClient db;

    @DynamicPropertySource
    static void authority(DynamicPropertyRegistry properties) {
        properties.add("plumbline.trail.timestamps.url", AUTHORITY::address);
    }

    private static TimestampAuthority started() {
        try {
            return new TimestampAuthority();
        } catch (IOException | GeneralSecurityException | OperatorException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void stop() {
        AUTHORITY.close();
    }

    @Test
    void anOutsideAuthorityCountsAsSeen() {
        String entry = stampedEntry();

        assertThat(entry).contains("by CN=Meridian Time").doesNotContain("Self-asserted", "Not yet witnessed");
        assertThat(overseer.get("/oversight")
                        .page()
                        .select("[aria-labelledby=h-standing]")
                        .text())
                .contains("Outsiders have seen it up to entry", "by CN=Meridian Time")
                .doesNotContain("Not yet witnessed");
        assertThat(standing().path("seen_outside").asLong()).isPositive();
        assertThat(standing().path("timestamp_self_asserted").asBoolean(true)).isFalse();
    }

    @Test
    void theExportIsVerifiedOfflineWithItsTimestamps() throws Exception {
        Path export = export();

        assertThat(verify(export))
                .startsWith("3 ")
                .contains("as CN=Meridian Time says", "have the authority confirm it")
                .doesNotContain("self-asserted");
        assertThat(verify(changed(export, ".tsr", true))).startsWith("1 ").contains("does not hold: timestamp-");
        assertThat(verify(changed(export, ".text", true)))
                .startsWith("1 ")
                .contains("does not hold: timestamp-imprint");
        assertThat(verify(changed(export, ".tsr", false))).startsWith("1 ").contains("does not hold: export-form");
        assertThat(verify(changed(export, ".consistency", false)))
                .startsWith("1 ")
                .contains("does not hold: export-form");
    }

    @Test
    void anAuthorityThatFailsStopsNothingAndIsAskedAgain() {
        AUTHORITY.way = Way.REJECTED;
        try {
            long before = standing().path("timestamped").asLong();
            await("sealed without it", () -> standing().path("signed").asLong() > before + 5);
        } finally {
            AUTHORITY.way = Way.SOUND;
        }
        long signed = standing().path("signed").asLong();
        await("stamped again", () -> standing().path("timestamped").asLong() > signed);
    }

    @Test
    void aTamperedTimestampIsNamed() throws Exception {
        await("two timestamps", () -> {
            standing();
            return db.sql("select count(*) from audit.checkpoint_timestamp")
                            .query(Long.class)
                            .single()
                    > 1;
        });
        String last = "(select max(size) from audit.checkpoint_timestamp)";
        String first = "(select min(size) from audit.checkpoint_timestamp)";

        assertThat(fsck("select 1")).isEmpty();
        assertThat(fsck("update audit.checkpoint_timestamp set token = set_byte(token, length(token) - 1,"
                        + " get_byte(token, length(token) - 1) # 1) where size = " + last))
                .containsExactly("timestamp-signature");
        assertThat(fsck(
                        "update audit.checkpoint_timestamp t set token = (select o.token from audit.checkpoint_timestamp o"
                                + " where o.size = " + first + ") where size = " + last))
                .containsExactly("timestamp-imprint");
        assertThat(fsck("update audit.checkpoint_timestamp set stamped_at = stamped_at - interval '1 day' where size = "
                        + last))
                .containsExactly("timestamp-changed");
        assertThat(fsck("update audit.checkpoint_timestamp set token = 'nonsense' where size = " + last))
                .containsExactly("timestamp-form");
    }

    /** What is found of timestamps after a change, which is then undone. */
    private List<String> fsck(String change) throws SQLException, IOException {
        String name = db.sql("select current_database()").query(String.class).single();
        try (Connection records = TestPostgres.server().asSuperuser(name)) {
            records.setAutoCommit(false);
            try (Statement statement = records.createStatement()) {
                statement.execute(change);
            }
            List<String> found = new TrailCheck(records, data)
                    .run(Optional.empty()).stream()
                            .map(Finding::code)
                            .filter(code -> code.startsWith("timestamp-"))
                            .toList();
            records.rollback();
            return found;
        }
    }

    /** The archive with the first file of such a name changed, or without it. */
    private Path changed(Path export, String suffix, boolean kept) throws IOException {
        var bytes = new ByteArrayOutputStream();
        boolean done = false;
        try (var from = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(export)));
                var to = new ZipOutputStream(bytes)) {
            for (ZipEntry next = from.getNextEntry(); next != null; next = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                boolean hit = !done && next.getName().endsWith(suffix);
                done |= hit;
                if (hit && kept) {
                    content[content.length - 2] ^= 1;
                }
                if (!hit || kept) {
                    to.putNextEntry(new ZipEntry(next.getName()));
                    to.write(content);
                    to.closeEntry();
                }
            }
        }
        assertThat(done).as(suffix).isTrue();
        return Files.write(folder.resolve("changed.zip"), bytes.toByteArray());
    }
}
