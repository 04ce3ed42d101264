package org.plumbline.acceptance.crash;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Acts, their entries on the trail and the records they made, held beside each other. */
final class Reckoning {
    private static final String ENTRIES = """
            select b.content::jsonb #>> '{records,0,id}'
            from audit.entry e left join audit.body b on b.entry = e.id
            where e.kind = 'act' and e.action = ? and e.case_id = ?::uuid
            """;

    private final List<String> failures = new ArrayList<>();
    private final Map<String, Integer> acknowledged = new TreeMap<>();
    private int entries;

    /**
     * Compares every kind of act.
     *
     * @param records a connection that sees every row
     */
    void take(Connection records, String caseId, Receipts receipts) throws SQLException {
        for (ActKind kind : ActKind.values()) {
            Set<String> made = receipts.made(kind);
            List<String> recorded = column(records, ENTRIES, kind.action(), caseId);
            acknowledged.put(kind.code(), made.size());
            entries += recorded.size();
            failures.addAll(compare(kind.code(), made, recorded, column(records, kind.records(), caseId)));
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    Map<String, Integer> acknowledged() {
        return new TreeMap<>(acknowledged);
    }

    /** Entries that were held beside their records. */
    int entries() {
        return entries;
    }

    /**
     * What does not hold.
     *
     * @param made by acknowledged acts
     * @param recorded what each entry of the trail refers to
     * @param there the records
     */
    static List<String> compare(
            String kind, Collection<String> made, Collection<String> recorded, Collection<String> there) {
        Map<String, Long> entries =
                recorded.stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        Set<String> records = Set.copyOf(there);
        var wrong = new ArrayList<String>();
        made.stream()
                .filter(id -> !entries.containsKey(id))
                .forEach(id -> wrong.add(kind + " " + id + " was acknowledged and has no entry"));
        made.stream()
                .filter(id -> !records.contains(id))
                .forEach(id -> wrong.add(kind + " " + id + " was acknowledged and is not there"));
        entries.forEach((id, count) -> {
            if (count > 1) {
                wrong.add(kind + " " + id + " has " + count + " entries for one act");
            }
            if (!records.contains(id)) {
                wrong.add(kind + " " + id + " has an entry and is not there");
            }
        });
        records.stream()
                .filter(id -> !entries.containsKey(id))
                .forEach(id -> wrong.add(kind + " " + id + " is there without an entry"));
        return wrong.stream().sorted().toList();
    }

    private static List<String> column(Connection records, String sql, String... parameters) throws SQLException {
        try (PreparedStatement query = records.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setString(i + 1, parameters[i]);
            }
            var values = Stream.<String>builder();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    String value = row.getString(1);
                    values.add(value == null ? "nothing: its body is missing" : value);
                }
            }
            return values.build().toList();
        }
    }
}
