package org.plumbline.acceptance.tamper;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.acceptance.Scratch;
import org.plumbline.engine.log.Log;
import org.plumbline.engine.log.LogSigner;
import org.plumbline.engine.log.json.CanonicalJson;
import org.plumbline.engine.log.json.Commitment;
import org.plumbline.engine.log.json.Json;
import org.plumbline.engine.log.json.Salt;
import org.plumbline.engine.log.note.Note;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.store.FileHeads;
import org.plumbline.engine.log.store.FileTileStore;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyKind;

/** The best that whoever holds disk and key can do: one entry changed, and all that follows from it made anew. */
final class RewrittenPast {
    private RewrittenPast() {}

    static void writeAnew(Path data) throws Exception {
        Superuser.in(data, records -> {
            changeOneEntry(records);
            Note note = signAnew(data, commitments(records));
            keepOnly(records, note);
        });
    }

    private static void changeOneEntry(Connection records) throws Exception {
        try (PreparedStatement query = records.prepareStatement(
                        "select p.entry, b.content from audit.position p join audit.body b on b.entry = p.entry"
                                + " where b.content like '%\"action\":\"cases.open\"%' order by p.index limit 1");
                ResultSet row = query.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("No case was opened");
            }
            String content = row.getString("content").replace("\"action\":\"cases.open\"", "\"action\":\"cases.read\"");
            Json.Fields body = (Json.Fields) CanonicalJson.read(content.getBytes(StandardCharsets.UTF_8));
            Salt salt = Salt.random(new SecureRandom());
            store(records, row.getString("entry"), content, salt, Commitment.to(body, salt));
        }
    }

    private static void store(Connection records, String entry, String content, Salt salt, Commitment commitment)
            throws SQLException {
        try (PreparedStatement body =
                        records.prepareStatement("update audit.body set content = ?, salt = ? where entry = ?::uuid");
                PreparedStatement row = records.prepareStatement(
                        "update audit.entry set action = 'cases.read', leaf = ? where id = ?::uuid")) {
            body.setString(1, content);
            body.setBytes(2, salt.bytes());
            body.setString(3, entry);
            body.executeUpdate();
            row.setBytes(1, commitment.bytes());
            row.setString(2, entry);
            row.executeUpdate();
        }
    }

    private static List<byte[]> commitments(Connection records) throws SQLException {
        var all = new ArrayList<byte[]>();
        try (PreparedStatement query = records.prepareStatement(
                        "select e.leaf from audit.position p join audit.entry e on e.id = p.entry order by p.index");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                all.add(row.getBytes("leaf"));
            }
        }
        return all;
    }

    private static Note signAnew(Path data, List<byte[]> entries) throws Exception {
        SignerKey key = SignerKey.parse(
                KeyFolder.usual(data).find(KeyKind.TRAIL_LOG).orElseThrow().secret());
        Path tiles = data.resolve("trail/log");
        Path signed = data.resolve("trail/signed");
        Scratch.delete(tiles);
        Scratch.delete(signed);
        Log log = Log.open(new FileTileStore(Files.createDirectories(tiles)), 1 << 20);
        log.append(entries);
        var signer = new LogSigner(
                key.verifier().name(), List.of(key), new FileHeads(Files.createDirectories(signed)), Clock.systemUTC());
        Note note = signer.sign(log);
        log.publish(note);
        return note;
    }

    private static void keepOnly(Connection records, Note note) throws SQLException {
        String[] lines = note.text().split("\n", -1);
        try (PreparedStatement delete = records.prepareStatement("delete from audit.checkpoint");
                PreparedStatement insert = records.prepareStatement(
                        "insert into audit.checkpoint (size, root, note) values (?, decode(?, 'base64'), ?)")) {
            delete.executeUpdate();
            insert.setLong(1, Long.parseLong(lines[1]));
            insert.setString(2, lines[2]);
            insert.setString(3, note.toString());
            insert.executeUpdate();
        }
    }
}
