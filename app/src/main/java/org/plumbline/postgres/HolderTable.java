package org.plumbline.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/**
 * Every query on who writes in a database. Two advisory locks of the database say it: the first is held by one
 * connection of the process that writes, the second is shared by all others of it. Who comes new needs the first, and
 * for a moment the second alone: then no connection of an earlier process is left that could still write.
 */
final class HolderTable {
    /** "plum" in ASCII, so that no other program's lock is met by chance. */
    private static final int OURS = 0x706C756D;

    private static final int WRITER = 1;
    private static final int CONNECTIONS = 2;
    private static final String APPLICATION = "plumbline-writer ";

    /** Error "object in use" (PostgreSQL, appendix A). */
    private static final String IN_USE = "55006";

    private HolderTable() {}

    /** The name that the holding connection gives itself; fits into the 63 bytes there are. */
    static String application(UUID instance) {
        return APPLICATION + instance;
    }

    /** What each connection of the writing process runs before its first use: refused unless that still writes. */
    static String joining(UUID instance) {
        return """
                select pg_advisory_lock_shared(%d, %d);
                do $$ begin
                  if not exists (
                      select from pg_locks l join pg_stat_activity a on a.pid = l.pid
                      where l.locktype = 'advisory' and l.classid = %d and l.objid = %d and l.objsubid = 2 and l.granted
                        and l.database = (select oid from pg_database where datname = current_database())
                        and a.application_name = '%s') then
                    raise exception 'this process does not hold the database' using errcode = '%s';
                  end if;
                end $$
                """.formatted(OURS, CONNECTIONS, OURS, WRITER, application(instance), IN_USE);
    }

    static boolean takeWriter(Connection connection) throws SQLException {
        return said(connection, "select pg_try_advisory_lock(%d, %d)".formatted(OURS, WRITER));
    }

    static void giveWriter(Connection connection) throws SQLException {
        said(connection, "select pg_advisory_unlock(%d, %d)".formatted(OURS, WRITER));
    }

    /** Whether no connection of another process that wrote is left. */
    static boolean isAlone(Connection connection) throws SQLException {
        boolean alone = said(connection, "select pg_try_advisory_lock(%d, %d)".formatted(OURS, CONNECTIONS));
        if (alone) {
            said(connection, "select pg_advisory_unlock(%d, %d)".formatted(OURS, CONNECTIONS));
        }
        return alone;
    }

    /** Whether the holders can be written down: before the first migration they can't. */
    static boolean isThere(Connection connection) throws SQLException {
        return said(connection, "select to_regclass('postgres.holder') is not null");
    }

    static void insert(Connection connection, Holder holder) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into postgres.holder (instance, host, process, folder) values (?, ?, ?, ?)
                on conflict do nothing
                """)) {
            insert.setObject(1, holder.instance());
            insert.setString(2, holder.host());
            insert.setLong(3, holder.process());
            insert.setString(4, holder.folder());
            insert.executeUpdate();
        }
    }

    /** Whether another process has written here since this one began to. */
    static boolean isSucceeded(Connection connection, UUID instance) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select exists (select from postgres.holder h where h.number > (
                    select m.number from postgres.holder m where m.instance = ?))
                """)) {
            query.setObject(1, instance);
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    /** Who holds it, in words: as written down, or as the server knows its connection. */
    static String holder(Connection connection) throws SQLException {
        Optional<String> written = isThere(connection) ? written(connection) : Optional.empty();
        return written.isPresent() ? written.get() : connected(connection);
    }

    private static Optional<String> written(Connection connection) throws SQLException {
        return words(connection, """
                select 'process ' || h.process || ' on ' || h.host || ', data folder ' || h.folder || ', since '
                       || to_char(h.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from postgres.holder h order by h.number desc limit 1
                """);
    }

    private static String connected(Connection connection) throws SQLException {
        return words(connection, """
                        select 'another Plumbline, connected from ' || coalesce(host(a.client_addr), 'the server itself')
                               || ' since ' || to_char(a.backend_start at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                        from pg_stat_activity a
                        where a.datname = current_database() and a.pid <> pg_backend_pid()
                          and a.application_name like '%s%%'
                        order by a.backend_start limit 1
                        """.formatted(APPLICATION)).orElse("another Plumbline");
    }

    private static Optional<String> words(Connection connection, String query) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet row = prepared.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
    }

    private static boolean said(Connection connection, String query) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(query);
                ResultSet row = prepared.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
