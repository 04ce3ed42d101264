package org.plumbline.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableCopiesTest {
    private static final String TABLES = """
            create schema office;
            create table office.person (id int generated always as identity primary key, name text not null,
                                        short text generated always as (left(name, 3)) stored,
                                        written_in xid8 not null default pg_current_xact_id());
            create table office.letter (id uuid primary key default gen_random_uuid(),
                                        person int not null references office.person (id), body bytea, sent timestamptz);
            create table office."Odd, name" (a text, b numeric, c jsonb, d text[]);
            """;

    @TempDir
    static Path folder;

    private static RelaxedPostgres server;

    @BeforeAll
    static void start() {
        server = RelaxedPostgres.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void twoDatabases() throws SQLException {
        server.dropDatabases("copies_");
        for (String name : List.of("copies_from", "copies_to")) {
            server.createDatabase(name, "template0");
            run(name, TABLES);
        }
        run("copies_from", """
                insert into office.person (name) select 'Person ' || n from generate_series(1, 500) n;
                insert into office.letter (person, body, sent)
                select n, convert_to(repeat('x', n), 'UTF8'), now() - n * interval '1 day' from generate_series(1, 500) n;
                insert into office."Odd, name" values
                    (E'tab\\tline\\nback\\\\slash \\\\. \\\\N', 1.10, '{"b": [1, null], "a": "\\u00e9"}', '{a,NULL,"b c"}'),
                    (null, 'NaN', null, '{}'), (null, 'NaN', null, '{}');
                """);
    }

    @Test
    void everyRowArrivesOnceAndTheNextNumberFollows() throws SQLException {
        run("copies_to", "insert into office.person (name) values ('made by a migration')");

        List<MajorMove.Table> copied = copy();

        assertThat(copied)
                .extracting(MajorMove.Table::name, MajorMove.Table::rows)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("office.person", 500L),
                        org.assertj.core.groups.Tuple.tuple("office.letter", 500L),
                        org.assertj.core.groups.Tuple.tuple("office.\"Odd, name\"", 3L));
        for (String table : List.of("office.letter", "office.\"Odd, name\"")) {
            String all = "select md5(string_agg(t::text, '|' order by t::text)) from " + table + " t";
            assertThat(one("copies_to", all)).isEqualTo(one("copies_from", all));
        }
        assertThat(one("copies_to", "select short from office.person where id = 7"))
                .isEqualTo("Per");
        assertThat(one("copies_to", "insert into office.person (name) values ('new') returning id"))
                .isEqualTo("501");
    }

    @Test
    void transactionsOfTheOtherServerAreOfThePastHere() throws SQLException {
        copy();

        assertThat(one("copies_to", "select count(*) from office.person where written_in >= pg_current_xact_id()"))
                .isEqualTo("0");
        assertThat(one("copies_to", "select max(written_in::text) from office.person"))
                .isEqualTo("0");
    }

    @Test
    void rowThatArrivesOtherwiseIsNoticed() throws SQLException {
        run("copies_to", """
                create function office.alters() returns trigger language plpgsql as
                    $$ begin if new.id = 250 then new.name := 'Person 25o'; end if; return new; end $$;
                create trigger alters before insert on office.person for each row execute function office.alters();
                alter table office.person enable always trigger alters;
                """);

        assertThatThrownBy(this::copy)
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("office.person did not arrive as it was: 500 rows");
    }

    @Test
    void rowThatIsLostIsNoticed() throws SQLException {
        run("copies_to", """
                create function office.loses() returns trigger language plpgsql as
                    $$ begin return case when new.person = 9 then null else new end; end $$;
                create trigger loses before insert on office.letter for each row execute function office.loses();
                alter table office.letter enable always trigger loses;
                """);

        assertThatThrownBy(this::copy)
                .isInstanceOf(PostgresFailure.class)
                .hasMessageContaining("office.letter did not arrive as it was: 500 rows")
                .hasMessageContaining("became 499 rows");
    }

    @Test
    void tableOrColumnThatIsUnknownThereStopsItBeforeAnythingIsCopied() throws SQLException {
        run("copies_from", "create table office.more (id int)");
        assertThatThrownBy(this::copy)
                .isInstanceOf(PostgresFailure.class)
                .hasMessageEndingWith("this version makes: office.more");

        run("copies_from", "drop table office.more; alter table office.letter add column seen boolean");
        assertThatThrownBy(this::copy)
                .isInstanceOf(PostgresFailure.class)
                .hasMessageEndingWith("this version makes: office.letter");
        assertThat(one("copies_to", "select count(*) from office.person")).isEqualTo("0");
    }

    private List<MajorMove.Table> copy() throws SQLException {
        try (Connection from = server.asSuperuser("copies_from");
                Connection to = server.asSuperuser("copies_to")) {
            var said = new ArrayList<String>();
            List<MajorMove.Table> copied = new TableCopies(from, to, said::add).run();
            assertThat(said).isNotEmpty();
            return copied;
        }
    }

    private static void run(String database, String sql) throws SQLException {
        try (Connection connection = server.asSuperuser(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(String database, String query) throws SQLException {
        try (Connection connection = server.asSuperuser(database);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
