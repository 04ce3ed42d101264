package org.plumbline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The shape every protected table has, read from the catalogue of the migrated database. */
class SchemaTest extends ApplicationTest {
    private static final List<String> PROTECTED =
            List.of("id", "owner", "label", "case_id", "recorded_at", "recorded_by", "version");

    /** Tables without the shape, each with its reason; a pattern may end in an asterisk. */
    private static final Map<String, String> EXEMPT = Map.ofEntries(
            Map.entry("identity.*", "read before anybody is signed in; holds no content of cases"),
            Map.entry("access.*", "what decisions are made from: row policies read it"),
            Map.entry("audit.body", "goes with its entry, whose policy it repeats"),
            Map.entry("audit.entry", "has the columns; its label may be absent and its policy is its own"),
            Map.entry("audit.position", "goes with its entry, whose policy it repeats"),
            Map.entry("audit.erasure_*", "asked and decided in an organisation; names an entry, holds no content"),
            Map.entry("audit.checkpoint", "a size, a root and signatures, for everybody to see"),
            Map.entry("audit.epoch", "keys that verify the log, for everybody to see"),
            Map.entry("audit.epoch_placed", "where an epoch of the log begins, for everybody to see"),
            Map.entry("audit.cosignature", "signatures of checkpoints, for everybody to see"),
            Map.entry("audit.checkpoint_timestamp", "timestamps of checkpoints, for everybody to see"),
            Map.entry("audit.event*", "facts for later stages, delivered inside the server, never shown"),
            Map.entry("postgres.holder", "which processes wrote here; read before anything else starts"),
            Map.entry("jobs.scheduled_tasks", "the scheduler's own table; names a job by identifier only"),
            Map.entry("search.index_mark", "ties an index folder to these records; holds no content"),
            Map.entry("cases.erasure_*", "erasures of cases, seen by whoever oversees; of the case only its number"),
            Map.entry("cases.number_counter", "one running number an organisation and year"),
            Map.entry("custody.number_counter", "one running number a case"),
            Map.entry("custody.case_key", "a sealed key a case, which opens nothing by itself and is never shown"),
            Map.entry("custody.fixity_check", "read by case and digest, which only who sees the content has"),
            Map.entry("custody.kept", "two sums a case and compartment"),
            Map.entry("custody.quota_said", "limits as an administrator typed them; names no record"),
            Map.entry("custody.place*", "rooms and shelves of an organisation; names no record of a case"),
            Map.entry("public.flyway_schema_history", "the migrations' own table"));

    @Autowired
    private JdbcClient db;

    private final Map<String, List<String>> columns = new TreeMap<>();

    @BeforeEach
    void catalogue() {
        db.sql("""
            select n.nspname || '.' || c.relname as name,
                   array(select a.attname from pg_attribute a
                         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped)::text[] as columns
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
            order by name
            """)
                .query((row, n) -> columns.put(row.getString("name"), List.of((String[])
                        row.getArray("columns").getArray())))
                .list();
    }

    @Test
    void everyProtectedTableSaysWhoseItIsAndUnderWhichLabel() {
        assertThat(columns).containsKey("cases.case_file");

        var lacking = new TreeMap<String, List<String>>();
        columns.forEach((table, has) -> {
            List<String> missing =
                    PROTECTED.stream().filter(c -> !has.contains(c)).toList();
            if (!isExempt(table) && !missing.isEmpty()) {
                lacking.put(table, missing);
            }
        });

        assertThat(lacking).as("tables that lack protected columns").isEmpty();
    }

    @Test
    void everyProtectedTableIsUnderForcedRowPolicies() {
        List<String> open = db.sql("""
            select n.nspname || '.' || c.relname
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where c.relkind in ('r', 'p') and n.nspname !~ '^(pg_|information_schema)'
              and not (c.relrowsecurity and c.relforcerowsecurity
                       and exists (select 1 from pg_policy p where p.polrelid = c.oid))
            order by 1
            """).query((row, n) -> row.getString(1)).list();

        assertThat(open).filteredOn(table -> !isExempt(table)).isEmpty();
        assertThat(open).doesNotContain("audit.entry", "audit.body");
    }

    @Test
    void everyExemptionStillNamesATable() {
        assertThat(EXEMPT.keySet())
                .allSatisfy(exempt -> assertThat(columns.keySet()).anyMatch(table -> matches(exempt, table)));
    }

    @Test
    void theApplicationsRoleOwnsNothingAndPassesNoPolicyBy() {
        assertThat(number("select count(*) from pg_class where relowner = 'plumbline_app'::regrole"))
                .isZero();
        assertThat(number("""
            select count(*) from pg_roles
            where rolname = 'plumbline_app' and (rolbypassrls or rolsuper or rolcreaterole or rolcreatedb)
            """)).isZero();
        assertThat(db.sql("select current_user").query(String.class).single()).isEqualTo("plumbline_app");
    }

    @Test
    void theTrailIsInsertOnlyForTheApplication() {
        List<String> granted = db.sql("""
            select n.nspname || '.' || c.relname || ' ' || p.privilege
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            cross join (values ('UPDATE'), ('DELETE'), ('TRUNCATE')) p (privilege)
            where n.nspname = 'audit' and c.relkind in ('r', 'p')
              and has_table_privilege('plumbline_app', c.oid, p.privilege)
            order by 1
            """).query((row, n) -> row.getString(1)).list();

        assertThat(granted).isEmpty();
    }

    private long number(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private static boolean isExempt(String table) {
        return EXEMPT.keySet().stream().anyMatch(exempt -> matches(exempt, table));
    }

    private static boolean matches(String exempt, String table) {
        return exempt.endsWith("*") ? table.startsWith(exempt.substring(0, exempt.length() - 1)) : table.equals(exempt);
    }
}
