package org.plumbline.engine.log.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** Writes and reads JSON in the one form that RFC 8785 allows, so that equal values have equal bytes. */
public final class CanonicalJson {
    /**
     * 2^53 - 1: the largest whole number that ECMAScript tells apart from its neighbours (RFC 8785 section 3.2.2.3).
     */
    static final long LARGEST = (1L << 53) - 1;

    /** Ample for an entry; a bound keeps hostile nesting off the stack. */
    static final int MOST_DEPTH = 64;

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    /** The canonical bytes, in UTF-8. */
    public static byte[] write(Json value) throws Refused {
        var writer = new CanonicalJson();
        writer.value(value, 0);
        return writer.out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The value of canonical bytes; any other form is refused. */
    public static Json read(byte[] bytes) throws Refused {
        return CanonicalReader.read(bytes);
    }

    private void value(Json value, int depth) throws Refused {
        if (depth > MOST_DEPTH) {
            throw new Refused(Fault.JSON_DEPTH, "at most " + MOST_DEPTH + " levels");
        }
        switch (value) {
            case Json.Text text -> text(text.value());
            case Json.Whole whole -> whole(whole.value());
            case Json.Flag flag -> out.append(flag.value());
            case Json.Nothing nothing -> out.append("null");
            case Json.Items items -> items(items, depth);
            case Json.Fields fields -> fields(fields, depth);
        }
    }

    private void whole(long number) throws Refused {
        if (number > LARGEST || number < -LARGEST) {
            throw new Refused(Fault.JSON_NUMBER, "within 2^53 - 1");
        }
        out.append(number);
    }

    private void items(Json.Items items, int depth) throws Refused {
        String before = "";
        out.append('[');
        for (Json item : items.values()) {
            out.append(before);
            value(item, depth + 1);
            before = ",";
        }
        out.append(']');
    }

    private void fields(Json.Fields fields, int depth) throws Refused {
        String before = "";
        out.append('{');
        // String orders by UTF-16 code units, as RFC 8785 section 3.2.3 asks.
        for (Map.Entry<String, Json> field : new TreeMap<>(fields.values()).entrySet()) {
            out.append(before);
            text(field.getKey());
            out.append(':');
            value(field.getValue(), depth + 1);
            before = ",";
        }
        out.append('}');
    }

    private void text(String text) throws Refused {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (i + 1 == text.length() || !Character.isSurrogatePair(c, text.charAt(i + 1))) {
                    throw new Refused(Fault.JSON_SURROGATE, "at character " + i);
                }
                out.append(c).append(text.charAt(++i));
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    /**
     * RFC 8785 section 3.2.2.2: two-letter escapes where JSON has them, lower-case hex below space, else the character.
     */
    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\t' -> out.append("\\t");
            case '\n' -> out.append("\\n");
            case '\f' -> out.append("\\f");
            case '\r' -> out.append("\\r");
            default -> out.append(c < ' ' ? "\\u%04x".formatted((int) c) : String.valueOf(c));
        }
    }
}
