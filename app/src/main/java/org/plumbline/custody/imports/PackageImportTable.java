package org.plumbline.custody.imports;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.custody.Exhibit;
import org.plumbline.engine.evidence.packages.Handling;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.LabelId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on imported packages. Insert only. */
@Component
class PackageImportTable {
    private static final String COLUMNS = """
            i.id, i.owner, i.label, i.case_id, i.recorded_at, i.recorded_by, i.version, i.exhibit, i.terms, i.digest,
            i.statement, i.given_at, i.organisation_key, i.log_key, i.log_origin, i.tree_size, i.tree_root, i.vouched,
            i.trust, i.reason, i.exhibits
            """;

    private static final String CHAINS = "select " + COLUMNS + """
            , c.exhibit as came, c.canonical, c.digest as chain_digest
            from custody.earlier_custody c join custody.package_import i on i.id = c.import
            """;

    private final JdbcClient db;

    PackageImportTable(JdbcClient db) {
        this.db = db;
    }

    /** Nobody else imports this package until the transaction ends. */
    void takeTurn(String packageId) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('plumbline.package-import ' || :package, 0))")
                .param("package", packageId)
                .query((row, n) -> n)
                .list();
    }

    void insert(PackageImport made) {
        StampRow.bind(db.sql("""
                        insert into custody.package_import (id, owner, label, case_id, recorded_at, recorded_by,
                            exhibit, package, terms, digest, statement, given_at, organisation_key, log_key,
                            log_origin, tree_size, tree_root, vouched, trust, reason, exhibits)
                        values (:id, :owner, :label, :case, :at, :by, :exhibit, :package, :terms, :digest, :statement,
                            :given, :organisationKey, :logKey, :logOrigin, :size, :root, :vouched, :trust, :reason,
                            :exhibits)
                        """), made.stamp())
                .param("id", made.id())
                .param("exhibit", made.exhibit())
                .param("package", made.terms().id())
                .param("terms", made.terms().canonical())
                .param("digest", made.digest().hex())
                .param("statement", made.statement().hex())
                .param("given", OffsetDateTime.ofInstant(made.giver().at(), ZoneOffset.UTC))
                .param("organisationKey", made.giver().key())
                .param("logKey", made.tree().logKey())
                .param("logOrigin", made.tree().origin())
                .param("size", made.tree().size())
                .param("root", made.tree().root())
                .param("vouched", made.word().vouched())
                .param("trust", made.word().trust())
                .param("reason", made.word().reason())
                .param("exhibits", made.exhibits())
                .update();
    }

    void insert(UUID id, int position, EarlierCustody chain) {
        StampRow.bind(db.sql("""
                        insert into custody.earlier_custody (id, owner, label, case_id, recorded_at, recorded_by,
                            import, position, exhibit, canonical, digest)
                        values (:id, :owner, :label, :case, :at, :by, :import, :position, :exhibit, :canonical,
                            :digest)
                        """), chain.from().stamp())
                .param("id", id)
                .param("import", chain.from().id())
                .param("position", position)
                .param("exhibit", chain.exhibit().orElse(null), Types.OTHER)
                .param("canonical", chain.canonical())
                .param("digest", chain.digest().hex())
                .update();
    }

    /** The import of a package at a place of a case. */
    Optional<PackageImport> find(LabelId label, String packageId) {
        return db.sql("select " + COLUMNS
                        + "from custody.package_import i where i.label = :label and i.package = :package")
                .param("label", label.value())
                .param("package", packageId)
                .query(PackageImportTable::made)
                .optional();
    }

    /** The import of the package that an exhibit is. */
    Optional<PackageImport> ofArchive(CaseId caseId, UUID exhibit) {
        return db.sql("select " + COLUMNS
                        + "from custody.package_import i where i.case_id = :case and i.exhibit = :exhibit"
                        + " order by i.id limit 1")
                .param("case", caseId.value())
                .param("exhibit", exhibit)
                .query(PackageImportTable::made)
                .optional();
    }

    /** Newest first. */
    List<PackageImport> list(CaseId caseId, int limit) {
        return db.sql("select " + COLUMNS
                        + "from custody.package_import i where i.case_id = :case order by i.id desc limit :limit")
                .param("case", caseId.value())
                .param("limit", limit)
                .query(PackageImportTable::made)
                .list();
    }

    /** What an import brought, in the order of its terms. */
    List<EarlierCustody> chains(UUID made) {
        return db.sql(CHAINS + "where c.import = :import order by c.position limit 1000")
                .param("import", made)
                .query(PackageImportTable::chain)
                .list();
    }

    /** The custody that these exhibits had before, in the order in which they came. */
    List<EarlierCustody> before(CaseId caseId, Collection<UUID> exhibits) {
        return exhibits.isEmpty()
                ? List.of()
                : db.sql(CHAINS
                                + "where c.case_id = :case and c.exhibit in (:exhibits) order by c.import,"
                                + " c.position limit 1000")
                        .param("case", caseId.value())
                        .param("exhibits", exhibits)
                        .query(PackageImportTable::chain)
                        .list();
    }

    /** The numbers of exhibits of the case that have these bytes, by digest. */
    Map<String, List<String>> here(CaseId caseId, Collection<String> digests) {
        var found = new HashMap<String, List<String>>();
        if (!digests.isEmpty()) {
            db.sql("""
                    select c.digest, e.number from custody.exhibit e join custody.content c on c.id = e.content
                    where e.case_id = :case and c.digest in (:digests) order by e.number limit 5000
                    """)
                    .param("case", caseId.value())
                    .param("digests", digests)
                    .query((row, n) -> found.computeIfAbsent(row.getString("digest"), key -> new ArrayList<>())
                            .add(Exhibit.reference(row.getInt("number"))))
                    .list();
        }
        return found;
    }

    private static EarlierCustody chain(ResultSet row, int n) throws SQLException {
        return new EarlierCustody(
                made(row, n),
                Optional.ofNullable(row.getObject("came", UUID.class)),
                row.getBytes("canonical"),
                new Digest(row.getString("chain_digest")));
    }

    private static PackageImport made(ResultSet row, int n) throws SQLException {
        return new PackageImport(
                row.getObject("id", UUID.class),
                StampRow.read(row),
                row.getObject("exhibit", UUID.class),
                terms(row.getBytes("terms")),
                new Digest(row.getString("digest")),
                new Digest(row.getString("statement")),
                new PackageImport.Giver(row.getString("organisation_key"), at(row)),
                new PackageImport.ProvenTree(
                        row.getString("log_key"),
                        row.getString("log_origin"),
                        row.getLong("tree_size"),
                        row.getString("tree_root")),
                new PackageImport.Word(row.getBoolean("vouched"), row.getString("trust"), row.getString("reason")),
                row.getInt("exhibits"));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("given_at", OffsetDateTime.class).toInstant();
    }

    private static Handling terms(byte[] canonical) {
        try {
            return Handling.read(canonical);
        } catch (Refused e) {
            throw new IllegalStateException("Terms in the records cannot be read: " + e.detail(), e);
        }
    }
}
