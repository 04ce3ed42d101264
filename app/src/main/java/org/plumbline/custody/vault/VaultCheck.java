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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.plumbline.audit.log.Finding;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.keys.KeyFolder;
import org.plumbline.keys.KeyRefused;

/**
 * Opens and digests every object of the vault again, compares it with what the records say of it, and looks for objects
 * that no record names. Reads only.
 */
public final class VaultCheck {
    private static final int MOST_FINDINGS = 100;

    private final Connection records;
    private final Supplier<KeyFolder> keys;
    private final VaultStore store;
    private final Path root;
    private final Map<CaseId, Optional<CaseKey>> open = new HashMap<>();
    private final Map<CaseId, Set<String>> named = new HashMap<>();
    private final List<Finding> findings = new ArrayList<>();
    private int files;

    /**
     * @param records a connection that sees every row
     * @param keys the folder's, asked for when there is something sealed
     */
    public VaultCheck(Connection records, Path data, Supplier<KeyFolder> keys) {
        this.records = records;
        this.keys = keys;
        this.root = data.resolve("vault");
        this.store = new FileStore(root);
    }

    /** How many objects were digested. */
    public int files() {
        return files;
    }

    /**
     * What does not hold, at most a hundred.
     *
     * @param alone whether nobody else writes meanwhile, so that objects without a record are left from a crash or put
     *     there by somebody
     */
    public List<Finding> run(boolean alone) throws SQLException, IOException {
        caseKeys();
        try (PreparedStatement query = records.prepareStatement(
                "select distinct case_id, digest, bytes from custody.content order by case_id, digest")) {
            query.setFetchSize(1000);
            try (ResultSet row = query.executeQuery()) {
                while (row.next() && findings.size() < MOST_FINDINGS) {
                    content(
                            new CaseId(row.getObject("case_id", UUID.class)),
                            new Digest(row.getString("digest")),
                            row.getLong("bytes"));
                }
            }
        }
        // What came into a backup behind its records goes at the first start of what was restored.
        if (alone && Files.notExists(root.resolveSibling(Vault.RESTORED)) && findings.size() < MOST_FINDINGS) {
            unnamed();
        }
        return List.copyOf(findings);
    }

    /** A folder of before there were such keys holds plain files only. */
    private void caseKeys() throws SQLException {
        if (!isThere("custody.case_key")) {
            return;
        }
        Optional<VaultKey> vaultKey = Optional.empty();
        try (PreparedStatement query = records.prepareStatement("select case_id, sealed from custody.case_key");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                if (vaultKey.isEmpty()) {
                    vaultKey = VaultKey.find(keys.get());
                }
                CaseId caseId = new CaseId(row.getObject("case_id", UUID.class));
                open.put(caseId, key(vaultKey, caseId, row.getBytes("sealed")));
            }
        }
    }

    private boolean isThere(String table) throws SQLException {
        try (PreparedStatement query = records.prepareStatement("select to_regclass(?) is not null")) {
            query.setString(1, table);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private Optional<CaseKey> key(Optional<VaultKey> vaultKey, CaseId caseId, byte[] sealed) {
        try {
            return vaultKey.map(key -> key.open(caseId, sealed));
        } catch (KeyRefused altered) {
            findings.add(new Finding("case-key-changed", "of case " + caseId));
            return Optional.empty();
        }
    }

    private void content(CaseId caseId, Digest digest, long bytes) throws IOException {
        Optional<CaseKey> key = open.getOrDefault(caseId, Optional.empty());
        Set<String> names = named.computeIfAbsent(caseId, c -> new HashSet<>());
        names.add(digest.hex());
        if (key.isPresent()) {
            var name = new ObjectName(caseId, key.get().name(digest));
            names.add(name.name());
            Optional<StoredObject> object = store.open(name);
            if (object.isPresent()) {
                files++;
                open(object.get(), key.get(), caseId, digest, bytes);
                return;
            }
        }
        plain(caseId, digest, bytes);
    }

    private void open(StoredObject object, CaseKey key, CaseId caseId, Digest digest, long bytes) throws IOException {
        try (object;
                SegmentReader reader = SegmentReader.of(object, key, digest, SealedSegments::new);
                InputStream in = new SegmentStream(reader, 0, reader.length())) {
            if (reader.length() != bytes || !digest(in).equals(digest)) {
                findings.add(new Finding("file-changed", digest + " of case " + caseId));
            }
        } catch (DamagedObject damaged) {
            findings.add(new Finding("file-changed", digest + " of case " + caseId + ": " + damaged.getMessage()));
        }
    }

    /** As objects lay before they were sealed. */
    private void plain(CaseId caseId, Digest digest, long bytes) throws IOException {
        Path file = root.resolve(caseId.toString())
                .resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex());
        if (!Files.isRegularFile(file)) {
            findings.add(new Finding("file-missing", digest + " of case " + caseId));
            return;
        }
        files++;
        try (InputStream in = Files.newInputStream(file)) {
            if (Files.size(file) != bytes || !digest(in).equals(digest)) {
                findings.add(new Finding("file-changed", digest + " of case " + caseId));
            }
        }
    }

    private void unnamed() throws IOException {
        Set<String> noted = new Entrance(root.resolve("entrance")).noted();
        for (CaseId caseId : store.cases()) {
            Set<String> names = named.getOrDefault(caseId, Set.of());
            for (ObjectName object : store.list(caseId)) {
                if (!names.contains(object.name()) && !noted.contains(caseId.toString())) {
                    findings.add(new Finding("file-unnamed", object.toString()));
                }
            }
        }
    }

    private static Digest digest(InputStream in) throws IOException {
        MessageDigest sha256 = Digest.sha256();
        var chunk = new byte[1 << 16];
        for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
            sha256.update(chunk, 0, read);
        }
        return Digest.finish(sha256);
    }
}
