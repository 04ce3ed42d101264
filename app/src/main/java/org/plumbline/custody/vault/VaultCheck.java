package org.plumbline.custody.vault;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.plumbline.audit.log.Finding;
import org.plumbline.kernel.Digest;

/** Hashes every file of the vault again and compares it with what the records say of it. Reads only. */
public final class VaultCheck {
    private static final int MOST_FINDINGS = 100;

    private final Connection records;
    private final Path vault;
    private final List<Finding> findings = new ArrayList<>();
    private int files;

    /** @param records a connection that sees every row */
    public VaultCheck(Connection records, Path data) {
        this.records = records;
        this.vault = data.resolve("vault");
    }

    /** How many files were hashed. */
    public int files() {
        return files;
    }

    /** What does not hold, at most a hundred. */
    public List<Finding> run() throws SQLException, IOException {
        try (PreparedStatement query = records.prepareStatement(
                "select id, case_id, digest, bytes from custody.content order by case_id, digest")) {
            query.setFetchSize(1000);
            try (ResultSet row = query.executeQuery()) {
                while (row.next() && findings.size() < MOST_FINDINGS) {
                    file(row.getString("case_id"), row.getString("digest"), row.getLong("bytes"));
                }
            }
        }
        return List.copyOf(findings);
    }

    private void file(String caseId, String digest, long bytes) throws IOException {
        Path file = vault.resolve(caseId).resolve(digest.substring(0, 2)).resolve(digest);
        if (!Files.isRegularFile(file)) {
            findings.add(new Finding("file-missing", digest + " of case " + caseId));
            return;
        }
        files++;
        if (Files.size(file) != bytes || !hash(file).equals(digest)) {
            findings.add(new Finding("file-changed", digest + " of case " + caseId));
        }
    }

    private static String hash(Path file) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        var chunk = new byte[1 << 16];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                sha256.update(chunk, 0, read);
            }
        }
        return Digest.finish(sha256).hex();
    }
}
