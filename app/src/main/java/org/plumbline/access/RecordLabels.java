package org.plumbline.access;

import java.util.Optional;
import org.plumbline.kernel.LabelId;
import org.plumbline.kernel.Ref;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Under which label a record lies, whatever module it is of; only for records the acting person can see. */
@Component
class RecordLabels {
    private final JdbcClient db;

    RecordLabels(JdbcClient db) {
        this.db = db;
    }

    /** The label of a visible record; absent for any other, and for kinds without a label. */
    Optional<LabelId> of(Ref ref) {
        return db.sql("select access.label_of(:kind, :id) as label")
                .param("kind", ref.kind())
                .param("id", ref.id())
                .query((row, n) -> {
                    int label = row.getInt("label");
                    return row.wasNull() ? Optional.<LabelId>empty() : Optional.of(new LabelId(label));
                })
                .single();
    }
}
