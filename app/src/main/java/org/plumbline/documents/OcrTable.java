package org.plumbline.documents;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on the choices of languages for scans. Insert only. */
@Component
class OcrTable {
    private final JdbcClient db;

    OcrTable(JdbcClient db) {
        this.db = db;
    }

    void insert(OcrChoice choice) {
        StampRow.bind(db.sql("""
                        insert into documents.ocr_choice (id, owner, label, case_id, recorded_at, recorded_by, languages)
                        values (:id, :owner, :label, :case, :at, :by, :languages)
                        """), choice.stamp())
                .param("id", choice.id())
                .param("languages", String.join(" ", choice.languages()))
                .update();
    }

    /** The one that holds. */
    Optional<OcrChoice> newest(CaseId caseId) {
        return db.sql("""
                        select id, owner, label, case_id, recorded_at, recorded_by, version, languages
                        from documents.ocr_choice where case_id = :case order by id desc limit 1
                        """)
                .param("case", caseId.value())
                .query((row, n) -> new OcrChoice(
                        row.getObject("id", UUID.class), StampRow.read(row), words(row.getString("languages"))))
                .optional();
    }

    static List<String> words(String languages) {
        return Arrays.stream(languages.split(" ", -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
