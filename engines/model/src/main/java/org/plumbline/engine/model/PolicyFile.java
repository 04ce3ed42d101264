package org.plumbline.engine.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The lines of policy.csv. A line without a property says what a schema is and to which family it belongs; a line with
 * a property says what that property is for the families it lists. A family it does not list is refused.
 */
final class PolicyFile {
    static final String HEADER = "schema,property,families,openness,reason";

    private final Map<String, String> families = new HashMap<>();
    private final Map<String, Rule> schemata = new HashMap<>();
    private final Map<String, Rule> properties = new HashMap<>();

    private PolicyFile() {}

    static PolicyFile read(List<String> lines) {
        if (lines.isEmpty() || !lines.getFirst().equals(HEADER)) {
            throw new IllegalStateException("the vocabulary policy must begin with the line " + HEADER);
        }
        var file = new PolicyFile();
        for (String line : lines.subList(1, lines.size())) {
            file.add(cells(line));
        }
        return file;
    }

    Rule schema(String schema) {
        return schemata.getOrDefault(schema, Rule.UNLISTED);
    }

    Rule property(String schema, Property property) {
        String family = families.get(schema);
        return family == null
                ? Rule.UNLISTED
                : properties.getOrDefault(key(property.qualifiedName(), family), Rule.UNLISTED);
    }

    /** The families that schema lines name. */
    Map<String, String> families() {
        return Map.copyOf(families);
    }

    private void add(List<String> cells) {
        if (cells.size() != 5) {
            throw new IllegalStateException("a line of the vocabulary policy has " + cells.size() + " cells, not 5");
        }
        String schema = cells.get(0);
        var rule = new Rule(Openness.valueOf(cells.get(3).toUpperCase(Locale.ROOT)), cells.get(4));
        if (cells.get(1).isEmpty()) {
            once(families.put(schema, cells.get(2)), schema);
            schemata.put(schema, rule);
            return;
        }
        String qualifiedName = schema + ":" + cells.get(1);
        for (String family : cells.get(2).split(" ", -1)) {
            once(properties.put(key(qualifiedName, family), rule), qualifiedName + " for " + family);
        }
    }

    private static void once(@Nullable Object before, String what) {
        if (before != null) {
            throw new IllegalStateException("the vocabulary policy decides " + what + " twice");
        }
    }

    private static String key(String qualifiedName, String family) {
        return qualifiedName + " " + family;
    }

    /** RFC 4180 within one line. */
    private static List<String> cells(String line) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
