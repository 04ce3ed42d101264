package org.plumbline.custody.vault;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on the sealed keys of cases. */
@Component
class CaseKeyTable {
    private final JdbcClient db;

    CaseKeyTable(JdbcClient db) {
        this.db = db;
    }

    Optional<byte[]> find(CaseId caseId) {
        return db.sql("select sealed from custody.case_key where case_id = :case")
                .param("case", caseId.value())
                .query((row, n) -> row.getBytes("sealed"))
                .optional();
    }

    /** Does nothing when the case has one already. */
    void insert(CaseId caseId, byte[] sealed, Instant at) {
        db.sql("""
                        insert into custody.case_key (case_id, sealed, made_at) values (:case, :sealed, :at)
                        on conflict on constraint case_key_pk do nothing
                        """)
                .param("case", caseId.value())
                .param("sealed", sealed)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean hasAny() {
        return db.sql("select exists (select 1 from custody.case_key)")
                .query(Boolean.class)
                .single();
    }
}
