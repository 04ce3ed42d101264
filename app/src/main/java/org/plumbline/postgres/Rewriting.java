package org.plumbline.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Leaves nothing of deleted rows in the files of the server. */
final class Rewriting {
    /** Larger ones would be closed to everybody for too long while they are written. */
    private static final long MOST_BYTES = 2L << 30;

    private final Connection superuser;

    Rewriting(Connection superuser) {
        this.superuser = superuser;
    }

    /**
     * Writes tables anew without what was deleted from them, and lets go of the write-ahead log so far.
     *
     * @return whether all of them were; a table too large is only vacuumed
     */
    boolean of(List<String> tables) throws SQLException {
        boolean all = true;
        try (Statement statement = superuser.createStatement()) {
            // Whoever reads a table for longer than this keeps it; it is tried again.
            statement.execute("set lock_timeout = '20s'");
            for (String table : tables) {
                boolean small = bytes(statement, table) <= MOST_BYTES;
                statement.execute((small ? "vacuum (full) " : "vacuum ") + table);
                all &= small;
            }
            // The first checkpoint may still begin in a segment that has the rows.
            for (int round = 0; round < 2; round++) {
                statement.execute("select pg_switch_wal()");
                statement.execute("checkpoint");
            }
        }
        return all;
    }

    private static long bytes(Statement statement, String table) throws SQLException {
        try (ResultSet row =
                statement.executeQuery("select pg_total_relation_size('" + table.replace("'", "''") + "'::regclass)")) {
            row.next();
            return row.getLong(1);
        }
    }
}
