package org.plumbline.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;
import org.plumbline.keys.KeySource;
import org.plumbline.keys.MasterKeys;
import org.plumbline.postgres.EmbeddedPostgres;
import org.plumbline.postgres.UnfinishedFolder;

/** A store of backups over a real PostgreSQL; the whole application is in {@code prove restore}. */
class BackupTest {
    private static final Instant FIRST = Instant.parse("2031-05-04T09:00:00Z");

    @TempDir
    private Path folder;

    private Path data;
    private Path store;
    private EmbeddedPostgres postgres;

    @BeforeEach
    void office() throws IOException {
        // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        data = Files.createDirectories(folder.resolve("data"));
        store = folder.resolve("store");
        postgres = EmbeddedPostgres.start(data.resolve("records"), new SecureRandom())
                .provision();
        Path vault = Files.createDirectories(data.resolve("vault/case/ab"));
        Files.writeString(vault.resolve("abcd"), "an exhibit");
        Files.writeString(Files.createDirectories(data.resolve("index")).resolve("segment"), "built anew");
        Files.writeString(Files.createDirectories(data.resolve("imports")).resolve("waiting"), "a register");
        KeyFolder keys = KeyFolder.usual(data);
        keys.of(KeyKind.TRAIL_LOG, () -> new KeyFolder.Key("signs", "public"));
        keys.of(KeyKind.SIGN_IN, () -> new KeyFolder.Key("seals", ""));
    }

    @AfterEach
    void stop() {
        postgres.close();
    }

    @Test
    void aFolderIsMadeAgainWithoutIndexAndSigningKeys() throws Exception {
        rows("create table paper (id int); insert into paper select generate_series(1, 1000)");

        Backup.Taken taken = take(FIRST, 9);
        rows("insert into paper values (1001)");
        Path made = folder.resolve("made");
        Restore.Restored restored = Restore.restore(store, Optional.empty(), made, KeySource.USUAL);

        assertThat(restored.name()).isEqualTo(taken.name()).isEqualTo("2031-05-04T09-00-00Z");
        assertThat(restored.key()).isEqualTo(MasterKeys.usualFile(data).toString());
        assertThat(made.resolve("vault/case/ab/abcd")).hasContent("an exhibit");
        assertThat(made.resolve("imports/waiting")).hasContent("a register");
        assertThat(made.resolve("index")).doesNotExist();
        assertThat(KeyFolder.file(made, KeyKind.TRAIL_LOG)).doesNotExist();
        assertThat(KeyFolder.usual(made).find(KeyKind.SIGN_IN)).contains(new KeyFolder.Key("seals", ""));
        assertThat(made.resolve("trail/new-epoch")).isRegularFile();
        assertThat(UnfinishedFolder.is(made)).isFalse();
        assertThat(everyFile(store)).noneMatch(text -> text.contains(masterKey()));
        try (EmbeddedPostgres again = EmbeddedPostgres.start(made.resolve("records"), new SecureRandom());
                Connection records = again.readingAll();
                ResultSet row = records.createStatement().executeQuery("select count(*) from paper")) {
            row.next();
            assertThat(row.getInt(1)).isEqualTo(1000);
        }
    }

    @Test
    void healthSaysHowOldTheLastOneIs() throws Exception {
        Clock later = Clock.fixed(FIRST.plus(Duration.ofHours(30)), ZoneOffset.UTC);
        Clock muchLater = Clock.fixed(FIRST.plus(Duration.ofDays(9)), ZoneOffset.UTC);

        assertThat(new BackupHealth(data, later).look().getFirst().code()).isEqualTo("none");
        take(FIRST, 9);

        assertThat(new BackupHealth(data, later).look().getFirst().code()).isEqualTo("fresh");
        assertThat(new BackupHealth(data, muchLater).look().getFirst().code()).isEqualTo("old");
    }

    @Test
    void whatIsNotNewAddsNothingAndWhatNobodyNamesGoes() throws Exception {
        rows("create table paper as select generate_series(1, 50000) as id");
        Backup.Taken first = take(FIRST, 9);
        Backup.Taken second = take(FIRST.plusSeconds(60), 9);
        rows("drop table paper");
        long before = parts();
        Backup.Taken third = take(FIRST.plusSeconds(120), 1);

        assertThat(second.added()).isLessThan(first.added() / 3);
        assertThat(third.deleted()).isEqualTo(2);
        assertThat(Restore.names(store)).containsExactly(third.name());
        assertThat(parts()).isLessThan(before);
        assertThat(Restore.restore(store, Optional.empty(), folder.resolve("last"), KeySource.USUAL)
                        .files())
                .isEqualTo(third.files());
    }

    @Test
    void nothingIsWrittenWhereSomethingIs() throws Exception {
        take(FIRST, 9);

        assertThatThrownBy(() -> Restore.restore(store, Optional.empty(), data, KeySource.USUAL))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> Backup.take(data, data.resolve("records"), "0", 9, Clock.systemUTC()))
                .hasMessageContaining("lies in the data folder");
        assertThatThrownBy(() -> Backup.take(data, folder, "0", 9, Clock.systemUTC()))
                .hasMessageContaining("something other than backups");
        assertThatThrownBy(() -> Backup.take(folder.resolve("none"), store, "0", 9, Clock.systemUTC()))
                .hasMessageContaining("holds no records");
        assertThatThrownBy(() -> Restore.restore(data, Optional.empty(), folder.resolve("x"), KeySource.USUAL))
                .hasMessageContaining("holds no backups");
        assertThatThrownBy(() -> Restore.restore(store, Optional.of("yesterday"), folder.resolve("x"), KeySource.USUAL))
                .hasMessageContaining("There is no backup \"yesterday\"")
                .hasMessageContaining("2031-05-04T09-00-00Z");
    }

    @Test
    void aDamagedBackupIsRefusedAndLeavesNothingThatStarts() throws Exception {
        take(FIRST, 9);
        Path part = largestPart();
        byte[] sound = Files.readAllBytes(part);
        Path target = folder.resolve("target");

        Files.write(part, java.util.Arrays.copyOf(sound, sound.length / 2));
        refused(target, "is damaged");
        assertThat(UnfinishedFolder.is(target)).isTrue();
        Files.delete(part);
        refused(folder.resolve("other"), "is missing");
        Files.write(part, sound);
        Path manifest = store.resolve("backups/2031-05-04T09-00-00Z.json");
        String written = Files.readString(manifest);
        Files.writeString(manifest, written.replace("vault/case/ab/abcd", "../../escaped"));
        refused(folder.resolve("third"), "outside the data folder");
        assertThat(folder.resolve("escaped")).doesNotExist();
        Files.writeString(manifest, written.substring(0, written.length() / 2));
        refused(folder.resolve("fourth"), "it is damaged");
    }

    @Test
    void aMissingMasterKeyIsSaidAtOnce() throws Exception {
        take(FIRST, 9);
        Files.delete(MasterKeys.usualFile(data));

        Restore.Restored restored = Restore.restore(store, Optional.empty(), folder.resolve("made"), KeySource.USUAL);

        assertThat(restored.key()).startsWith("MISSING").contains(restored.masterKey());
    }

    private void refused(Path target, String why) {
        assertThatThrownBy(() -> Restore.restore(store, Optional.empty(), target, KeySource.USUAL))
                .isInstanceOf(BackupFailed.class)
                .hasMessageContaining(why);
    }

    private Backup.Taken take(Instant at, int keep) throws BackupFailed {
        return Backup.take(data, store, "0", keep, Clock.offset(Clock.fixed(at, ZoneOffset.UTC), Duration.ZERO));
    }

    private void rows(String sql) throws SQLException {
        try (Connection owner = java.sql.DriverManager.getConnection(
                        postgres.jdbcUrl(), "plumbline_owner", postgres.ownerPassword());
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private String masterKey() {
        try {
            return Files.readAllLines(MasterKeys.usualFile(data)).get(1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path largestPart() throws IOException {
        try (Stream<Path> all = Files.walk(store.resolve("objects"))) {
            return all.filter(file -> file.toString().endsWith(".z"))
                    .max(Comparator.comparingLong(file -> file.toFile().length()))
                    .orElseThrow();
        }
    }

    private long parts() throws IOException {
        try (Stream<Path> all = Files.walk(store.resolve("objects"))) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static List<String> everyFile(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> {
                        try {
                            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }
}
