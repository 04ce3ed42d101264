package org.plumbline.cases;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What records of this module are called. */
@Component
class RefTable {
    private final JdbcClient db;

    RefTable(JdbcClient db) {
        this.db = db;
    }

    record Title(String kind, UUID id, UUID caseId, String text) {}

    /** Titles of those records that the acting person of this transaction may see. */
    List<Title> titles(Collection<UUID> ids) {
        return db.sql("""
                        select 'case' as kind, id, case_id, number || ' ' || title as text
                        from cases.case_file where id in (:ids)
                        union all select 'journal-entry', id, case_id, heading from cases.journal_entry where id in (:ids)
                        union all select 'task', id, case_id, title from cases.task where id in (:ids)
                        union all select 'subject', id, case_id, name from cases.subject where id in (:ids)
                        order by id limit 10000
                        """)
                .param("ids", ids)
                .query((row, n) -> new Title(
                        row.getString("kind"),
                        row.getObject("id", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getString("text")))
                .list();
    }
}
