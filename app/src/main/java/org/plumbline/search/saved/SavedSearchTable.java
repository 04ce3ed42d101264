package org.plumbline.search.saved;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.plumbline.access.StampRow;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Stamp;
import org.plumbline.search.Asked;
import org.plumbline.search.index.FacetName;
import org.plumbline.search.index.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every query on kept searches. Insert only. */
@Component
class SavedSearchTable {
    private static final int SIZE = 20;
    private static final String SELECT = """
            select s.id, s.owner, s.label, s.case_id, s.recorded_at, s.recorded_by, s.version, s.name, s.query, s.narrowed, s.sorted
            from search.saved_search s
            """;

    private final JdbcClient db;

    SavedSearchTable(JdbcClient db) {
        this.db = db;
    }

    void insert(SavedSearch saved) {
        StampRow.bind(db.sql("""
                        insert into search.saved_search (id, owner, label, case_id, recorded_at, recorded_by, name, query, narrowed,
                            sorted)
                        values (:id, :owner, :label, :case, :at, :by, :name, :query, :narrowed, :sorted)
                        """), saved.stamp())
                .param("id", saved.id())
                .param("name", saved.name())
                .param("query", saved.asked().query())
                .param("narrowed", narrowed(saved.asked().selected()))
                .param("sorted", saved.asked().order().name())
                .update();
    }

    void insertEnd(UUID id, Stamp stamp, UUID saved) {
        StampRow.bind(db.sql("""
                        insert into search.saved_search_end (id, owner, label, case_id, recorded_at, recorded_by, saved_search)
                        values (:id, :owner, :label, :case, :at, :by, :saved)
                        on conflict (saved_search) do nothing
                        """), stamp).param("id", id).param("saved", saved).update();
    }

    /** Those of a case that nobody took away, by name. */
    List<SavedSearch> of(CaseId caseId) {
        return db.sql(SELECT + """
                        where s.case_id = :case
                            and not exists (select from search.saved_search_end e where e.saved_search = s.id)
                        order by lower(s.name), s.id
                        """)
                .param("case", caseId.value())
                .query((row, n) -> read(row))
                .list();
    }

    /** Any of them, also one that was taken away: the trail names it. */
    List<SavedSearch> all(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : db.sql(SELECT + "where s.id in (:ids) order by s.id limit 1000")
                        .param("ids", ids)
                        .query((row, n) -> read(row))
                        .list();
    }

    private static SavedSearch read(ResultSet row) throws SQLException {
        Stamp stamp = StampRow.read(row);
        return new SavedSearch(
                row.getObject("id", UUID.class),
                stamp,
                row.getString("name"),
                new Asked(
                        row.getString("query"),
                        stamp.caseId(),
                        selected((String[]) row.getArray("narrowed").getArray()),
                        Order.valueOf(row.getString("sorted")),
                        Optional.empty(),
                        SIZE));
    }

    private static String[] narrowed(Map<FacetName, Set<String>> selected) {
        return selected.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(facet -> facet.getValue().stream().sorted().map(value -> facet.getKey() + "=" + value))
                .toArray(String[]::new);
    }

    private static Map<FacetName, Set<String>> selected(String[] narrowed) {
        Map<FacetName, Set<String>> selected = new EnumMap<>(FacetName.class);
        for (String one : narrowed) {
            int equals = one.indexOf('=');
            selected.computeIfAbsent(FacetName.valueOf(one.substring(0, equals)), name -> new TreeSet<>())
                    .add(one.substring(equals + 1));
        }
        return selected;
    }
}
