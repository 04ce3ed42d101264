package org.plumbline.cases.erasure;

import java.sql.SQLException;
import java.util.List;
import org.plumbline.kernel.CaseId;
import org.plumbline.postgres.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deleted rows stay in the pages of their tables, and in the write-ahead log, until both are written anew. */
@Component
@Order
class DatabaseRemains implements CaseRemains {
    private final ObjectProvider<EmbeddedPostgres> embedded;
    private final JdbcClient db;

    DatabaseRemains(ObjectProvider<EmbeddedPostgres> embedded, JdbcClient db) {
        this.embedded = embedded;
        this.db = db;
    }

    @Override
    public String place() {
        return "database";
    }

    @Override
    public Left clear(CaseId caseId) {
        EmbeddedPostgres postgres = embedded.getIfAvailable();
        if (postgres == null) {
            return Left.OWN_DATABASE;
        }
        List<String> tables = db.sql("select t::text from cases.tables_of_cases() t")
                .query((row, n) -> row.getString(1))
                .list();
        try {
            return postgres.writeAnew(tables) ? Left.NOTHING : Left.LARGE_TABLES;
        } catch (SQLException e) {
            throw new IllegalStateException(
                    "Tables that rows of a case were deleted from could not be written anew", e);
        }
    }
}
