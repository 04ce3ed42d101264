package org.plumbline.engine.evidence.caseuco;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a graph as flat JSON-LD 1.1: every thing for itself, with its context. */
final class JsonLdWriter {
    private static final Pattern LOCAL = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_.-]*");

    private final StringBuilder out = new StringBuilder();

    byte[] bytes(List<Thing> things) {
        out.append("{\n\"@context\": {");
        String before = "\n";
        for (Map.Entry<String, String> prefix : Vocabulary.PREFIXES.entrySet()) {
            out.append(before);
            member(prefix.getKey(), prefix.getValue());
            before = ",\n";
        }
        out.append("\n},\n\"@graph\": [");
        before = "\n";
        for (Thing thing : things) {
            out.append(before);
            thing(thing);
            before = ",\n";
        }
        return out.append("\n]\n}\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void thing(Thing thing) {
        out.append('{');
        member("@id", compact(thing.id()));
        if (!thing.types().isEmpty()) {
            out.append(", \"@type\": [");
            String before = "";
            for (String type : thing.types()) {
                out.append(before);
                text(compact(type));
                before = ", ";
            }
            out.append(']');
        }
        for (Map.Entry<String, List<Value>> property : thing.properties().entrySet()) {
            out.append(",\n  ");
            text(compact(property.getKey()));
            out.append(": [");
            String before = "";
            for (Value value : property.getValue()) {
                out.append(before);
                value(value);
                before = ", ";
            }
            out.append(']');
        }
        out.append('}');
    }

    private void value(Value value) {
        switch (value) {
            case Value.Reference reference -> {
                out.append('{');
                member("@id", compact(reference.id()));
                out.append('}');
            }
            case Value.Literal literal -> literal(literal);
        }
    }

    private void literal(Value.Literal literal) {
        boolean tagged = !literal.language().isEmpty();
        if (!tagged && literal.type().equals(Vocabulary.XSD + "string")) {
            text(literal.text());
            return;
        }
        out.append('{');
        if (tagged) {
            member("@language", literal.language());
        } else {
            member("@type", compact(literal.type()));
        }
        out.append(", ");
        member("@value", literal.text());
        out.append('}');
    }

    private static String compact(String address) {
        for (Map.Entry<String, String> prefix : Vocabulary.PREFIXES.entrySet()) {
            if (address.startsWith(prefix.getValue())) {
                String local = address.substring(prefix.getValue().length());
                if (LOCAL.matcher(local).matches()) {
                    return prefix.getKey() + ":" + local;
                }
            }
        }
        return address;
    }

    private void member(String name, String value) {
        text(name);
        out.append(": ");
        text(value);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || (Character.isSurrogate(c) && !paired(text, i))) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean paired(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
}
