package org.plumbline.access;

import java.sql.Types;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A page of a case's records, newest first. Identifiers sort by time, so the last one of a page is the cursor of the
 * next: however long the list, a page costs the same.
 */
public final class NewestFirst {
    private NewestFirst() {}

    /**
     * @param select columns and tables, up to its conditions
     * @param records the name by which the select knows the records, such as {@code d}
     * @param before the cursor; absent for the first page
     */
    public static JdbcClient.StatementSpec ofCase(
            JdbcClient db, String select, String records, CaseId caseId, Optional<UUID> before, int limit) {
        String page = """
                where #.case_id = :case and (cast(:before as uuid) is null or #.id < :before)
                order by #.id desc limit :limit
                """.replace("#", records);
        return db.sql(select + page)
                .param("case", caseId.value())
                .param("before", before.orElse(null), Types.OTHER)
                .param("limit", limit);
    }
}
