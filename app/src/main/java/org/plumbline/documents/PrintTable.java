package org.plumbline.documents;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Stamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on what texts are compared by. */
@Component
class PrintTable {
    private static final String SELECT = "select id, text_digest, signature, bands from documents.document_print ";

    private final JdbcClient db;

    PrintTable(JdbcClient db) {
        this.db = db;
    }

    /** What is compared of a document. */
    record Print(UUID document, String text, List<Integer> signature, List<Integer> bands) {
        Print {
            signature = List.copyOf(signature);
            bands = List.copyOf(bands);
        }
    }

    /** Writes the print of a document; read again, the newer replaces the older. */
    void write(UUID document, Stamp stamp, TextPrint print) {
        StampRow.bind(db.sql("""
                        insert into documents.document_print (id, owner, label, case_id, recorded_at, recorded_by, text_digest,
                            words, signature, bands)
                        values (:id, :owner, :label, :case, :at, :by, :text, :words, :signature, :bands)
                        on conflict on constraint document_print_pk do update set text_digest = excluded.text_digest,
                            words = excluded.words, signature = excluded.signature, bands = excluded.bands,
                            version = documents.document_print.version + 1
                        """), stamp)
                .param("id", document)
                .param("text", print.text().hex())
                .param("words", print.words())
                .param("signature", print.signature().toArray(Integer[]::new))
                .param("bands", print.bands().toArray(Integer[]::new))
                .update();
    }

    /** Other documents of the case with the same words, oldest first. */
    List<UUID> same(CaseId caseId, UUID document, int limit) {
        return db.sql("""
                        select o.id from documents.document_print p
                        join documents.document_print o on o.case_id = p.case_id and o.text_digest = p.text_digest
                         and o.words > 0 and o.id <> p.id
                        where p.id = :id and p.case_id = :case and p.words > 0 order by o.id limit :limit
                        """)
                .param("id", document)
                .param("case", caseId.value())
                .param("limit", limit)
                .query((row, n) -> row.getObject("id", UUID.class))
                .list();
    }

    Optional<Print> find(CaseId caseId, UUID document) {
        return db.sql(SELECT + "where id = :id and case_id = :case")
                .param("id", document)
                .param("case", caseId.value())
                .query(PrintTable::print)
                .optional()
                .filter(print -> !print.signature().isEmpty());
    }

    /**
     * Documents of the case that share a band with this one and have other words; no more than so many are looked at.
     * Each band is asked for by itself, since that an index can answer under the row policy (V0331).
     */
    List<Print> candidates(CaseId caseId, Print mine, int limit) {
        List<Integer> bands =
                mine.bands().subList(0, Math.min(TextPrint.BANDS, mine.bands().size()));
        var statement = db.sql(candidatesOf(bands.size()));
        for (int band = 0; band < bands.size(); band++) {
            statement = statement.param("band" + band, bands.get(band));
        }
        return statement
                .param("id", mine.document())
                .param("case", caseId.value())
                .param("text", mine.text())
                .param("limit", limit)
                .query(PrintTable::print)
                .list();
    }

    /** The question for candidates by so many bands, named band0 and so on. */
    static String candidatesOf(int bands) {
        return SELECT
                + IntStream.range(0, bands)
                        .mapToObj(band -> "bands[" + (band + 1) + "] = :band" + band)
                        .collect(Collectors.joining(" or ", "where case_id = :case and (", ")"))
                + " and id <> :id and text_digest <> :text order by id limit :limit";
    }

    /** Which of these documents of the case have another with the same words, or a file with the same bytes. */
    Set<UUID> repeated(CaseId caseId, Collection<UUID> documents) {
        return documents.isEmpty()
                ? Set.of()
                : new HashSet<>(db.sql("""
                                select p.id from documents.document_print p
                                where p.id in (:ids) and p.case_id = :case
                                  and (p.words > 0
                                       and exists (select 1 from documents.document_print o where o.case_id = p.case_id
                                                   and o.text_digest = p.text_digest and o.words > 0 and o.id <> p.id)
                                       or exists (select 1 from documents.document d
                                                  join documents.item i on i.duplicate_of = d.item where d.id = p.id))
                                """)
                        .param("ids", documents)
                        .param("case", caseId.value())
                        .query((row, n) -> row.getObject("id", UUID.class))
                        .list());
    }

    private static Print print(ResultSet row, int n) throws SQLException {
        return new Print(
                row.getObject("id", UUID.class),
                row.getString("text_digest"),
                numbers(row, "signature"),
                numbers(row, "bands"));
    }

    private static List<Integer> numbers(ResultSet row, String column) throws SQLException {
        return List.of((Integer[]) row.getArray(column).getArray());
    }
}
