package org.plumbline.acceptance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/** The invented world of the chart tests: case 2031-0007, Harbour, and a large made-up net of companies. */
final class ChartWorld {
    private ChartWorld() {}

    /** A record of one entity, as chart-json.md has it. */
    static Map<String, Object> entity(String name, String caption, String schema, String kind) {
        var entity = new LinkedHashMap<String, Object>();
        entity.put("id", id(name));
        entity.put("caption", caption);
        entity.put("schema", schema);
        entity.put("kind", kind);
        entity.put("href", "/entities/" + id(name));
        return entity;
    }

    static Map<String, Object> person(String name, String caption, String letter, String role) {
        var person = entity(name, caption, "Person", "Person");
        person.put("role", Map.of("letter", letter, "word", role));
        return person;
    }

    static Map<String, Object> link(String name, String from, String to, String type, String label, String since) {
        var link = new LinkedHashMap<String, Object>();
        link.put("id", id(name));
        link.put("source", id(from));
        link.put("target", id(to));
        link.put("type", type);
        link.put("type_label", type.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + type.substring(1));
        link.put("label", label);
        if (!since.isEmpty()) {
            link.put("from", since);
        }
        link.put("kind", "fact");
        link.put("href", "/statements/" + id(name));
        link.put("sources", List.of(Map.of("label", "2031-14 p. 3", "href", "/exhibits/2031-14#page=3")));
        return link;
    }

    static Map<String, Object> with(Map<String, Object> one, String key, Object value) {
        one.put(key, value);
        return one;
    }

    static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }

    static List<Map<String, Object>> entities() {
        return List.of(
                entity("port", "Harbour Authority of Lower Selby", "PublicBody", "Public body"),
                entity("crane", "Tern & Lark Cranes Ltd", "Company", "Company"),
                entity("dredge", "Silt and Shoal Dredging Cooperative of the Eastern Estuaries", "Company", "Company"),
                entity("holding", "Quay Nine Holding", "Company", "Company"),
                person("orla", "Orla Venn", "S", "suspect"),
                person("petr", "Petr Haskin", "W", "witness"),
                entity("c1", "Dredging of the north basin, lot 2", "Contract", "Contract"),
                entity("c2", "Crane upkeep 2029", "Contract", "Contract"),
                entity("memo", "Memo of the harbour board, 3 May 2029", "Document", "Document"),
                entity("addr", "4 Ropewalk, Lower Selby", "Address", "Address"),
                entity("barge", "Barge Heron", "Vessel", "Vessel"),
                entity("dar", "دار الميناء للتجارة", "Company", "Company"));
    }

    static List<Map<String, Object>> links() {
        return List.of(
                link("l1", "port", "c1", "contract", "Awarded", "2028-03"),
                link("l2", "c1", "dredge", "contract", "Supplier", "2028-03-11"),
                link("l3", "port", "c2", "contract", "Awarded", "2029"),
                link("l4", "c2", "crane", "contract", "Supplier", "2029-01"),
                with(link("l5", "holding", "crane", "ownership", "Owns 60 %", "2024-06"), "until", "open"),
                with(link("l6", "holding", "dredge", "ownership", "Owns", "2026"), "conflict", true),
                link("l7", "orla", "holding", "directorship", "Director", "2025-02"),
                with(link("l8", "orla", "port", "assessment", "Probably advised", "2028"), "kind", "assessment"),
                link("l9", "petr", "port", "employment", "Employed by", "2027-09"),
                link("l10", "memo", "c1", "mention", "Mentions", ""),
                link("l11", "holding", "addr", "address", "Registered at", ""),
                link("l12", "dredge", "barge", "ownership", "Owns", "2027"),
                link("l13", "dar", "crane", "ownership", "Owns 40 %", "2030-05"));
    }

    /** What an expansion of any entity brings: two more companies. */
    static Map<String, Object> more() {
        return Map.of(
                "nodes",
                List.of(
                        entity("n1", "Pelican Pilotage", "Company", "Company"),
                        entity("n2", "Mole End Storage", "Company", "Company")),
                "links",
                List.of(
                        link("m1", "crane", "n1", "ownership", "Owns", "2030-02"),
                        link("m2", "crane", "n2", "contract", "Supplier", "2031-01")),
                "more",
                3);
    }

    /** A net as large as the chart must carry, always the same. */
    static List<List<Map<String, Object>>> large(int nodes, int links) {
        var random = new Random(2031);
        var entities = new ArrayList<Map<String, Object>>();
        for (int n = 0; n < nodes; n++) {
            entities.add(
                    n % 5 == 0
                            ? entity("big" + n, "Contract " + n, "Contract", "Contract")
                            : entity("big" + n, "Harbour Company " + n, "Company", "Company"));
        }
        var wires = new ArrayList<Map<String, Object>>();
        for (int n = 0; n < links; n++) {
            int a = n < nodes - 1 ? n + 1 : random.nextInt(nodes);
            int b = n < nodes - 1 ? (int) (n * random.nextDouble()) : random.nextInt(nodes);
            wires.add(link("bigl" + n, "big" + a, "big" + b, "contract", "Supplier", String.valueOf(2020 + n % 11)));
        }
        return List.of(entities, wires);
    }
}
