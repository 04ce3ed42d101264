package org.plumbline.engine.evidence.caseuco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * Reads the part of JSON-LD 1.1 that CASE documents are written in: one context of prefixes and a vocabulary, things in
 * a graph or in each other, references, typed and tagged values. Anything else is refused by its name, never passed
 * over.
 */
final class JsonLdReader {
    private static final int MOST_DEPTH = 64;
    private static final int MOST_THINGS = 1_000_000;

    private final Map<String, Thing> things = new LinkedHashMap<>();
    private final Map<String, String> prefixes = new LinkedHashMap<>();
    private String vocabulary = "";
    private int unnamed;

    List<Thing> read(byte[] bytes) throws Refused {
        Map<?, ?> whole = object(LooseJson.read(bytes));
        context(whole.get("@context"));
        Object graph = whole.get("@graph");
        if (graph == null) {
            thing(whole, 0);
        } else {
            for (Object each : list(graph)) {
                thing(object(each), 0);
            }
        }
        return List.copyOf(things.values());
    }

    private void context(@Nullable Object given) throws Refused {
        if (given == null) {
            return;
        }
        for (Map.Entry<?, ?> entry : object(given).entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (!(entry.getValue() instanceof String address)) {
                throw refused("the term " + name + " of the context");
            } else if (name.equals("@vocab")) {
                vocabulary = address;
            } else if (name.startsWith("@")) {
                throw refused(name + " in the context");
            } else {
                prefixes.put(name, address);
            }
        }
    }

    private String thing(Map<?, ?> given, int depth) throws Refused {
        if (depth > MOST_DEPTH || things.size() > MOST_THINGS) {
            throw new Refused(Fault.TOO_LONG, "things in each other, or more of them than are read");
        }
        String id = given.get("@id") instanceof String named ? address(named) : "_:t" + unnamed++;
        Thing thing = things.computeIfAbsent(id, Thing::new);
        for (Map.Entry<?, ?> entry : given.entrySet()) {
            String name = String.valueOf(entry.getKey());
            if (name.equals("@type")) {
                for (Object type : list(entry.getValue())) {
                    thing.type(term(String.valueOf(type)));
                }
            } else if (!name.startsWith("@")) {
                for (Object value : list(entry.getValue())) {
                    Optional<Value> read = value(value, depth);
                    if (read.isPresent()) {
                        thing.with(term(name), read.get());
                    }
                }
            } else if (!name.equals("@id") && !name.equals("@context")) {
                throw refused(name);
            }
        }
        return id;
    }

    private Optional<Value> value(@Nullable Object given, int depth) throws Refused {
        if (given instanceof Map<?, ?> object) {
            return Optional.of(value(object, depth));
        }
        return switch (given) {
            case null -> Optional.empty();
            case String text -> Optional.of(Value.Literal.of(text));
            case Boolean flag -> Optional.of(new Value.Literal(flag.toString(), Vocabulary.XSD + "boolean", ""));
            case LooseJson.Figure figure -> Optional.of(figure(figure));
            default -> throw refused("a list in a list");
        };
    }

    private Value value(Map<?, ?> object, int depth) throws Refused {
        if (object.containsKey("@value")) {
            return literal(object);
        }
        return new Value.Reference(
                object.keySet().equals(Set.of("@id"))
                        ? address(String.valueOf(object.get("@id")))
                        : thing(object, depth + 1));
    }

    private Value literal(Map<?, ?> object) throws Refused {
        String language = object.get("@language") instanceof String tag ? tag : "";
        Object plain = object.get("@value");
        if (plain instanceof Map || plain instanceof List || plain == null) {
            throw refused("a @value that is no text, number or flag");
        }
        if (object.get("@type") instanceof String type) {
            return new Value.Literal(String.valueOf(plain), term(type), "");
        } else if (!language.isEmpty()) {
            return new Value.Literal(
                    String.valueOf(plain), "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", language);
        }
        return value(plain, 0).orElseThrow(() -> refused("an empty @value"));
    }

    /** JSON-LD 1.1 section 8.2.2: whole numbers are integers, others doubles in their canonical form. */
    private static Value figure(LooseJson.Figure figure) throws Refused {
        if (!figure.text().matches("-?[0-9]+")) {
            throw refused("the number " + figure.text() + ": give it a datatype");
        }
        return new Value.Literal(figure.text(), Vocabulary.XSD + "integer", "");
    }

    private String address(String name) {
        int colon = name.indexOf(':');
        String prefix = colon < 0 ? "" : prefixes.getOrDefault(name.substring(0, colon), "");
        return prefix.isEmpty() || name.startsWith("//", colon + 1) ? name : prefix + name.substring(colon + 1);
    }

    private String term(String name) throws Refused {
        if (name.indexOf(':') >= 0) {
            return address(name);
        }
        String term = prefixes.getOrDefault(name, vocabulary.isEmpty() ? "" : vocabulary + name);
        if (term.isEmpty()) {
            throw refused("the name \"" + name + "\", which the context does not explain");
        }
        return term;
    }

    private static List<?> list(@Nullable Object given) {
        if (given instanceof List<?> several) {
            return several;
        }
        var one = new ArrayList<@Nullable Object>();
        one.add(given);
        return one;
    }

    private static Map<?, ?> object(@Nullable Object given) throws Refused {
        if (given instanceof Map<?, ?> object) {
            return object;
        }
        throw refused("something that is no object where one belongs");
    }

    private static Refused refused(String what) {
        return new Refused(Fault.EXPORT_FORM, "the linked data has " + what + ", which is not read here");
    }
}
