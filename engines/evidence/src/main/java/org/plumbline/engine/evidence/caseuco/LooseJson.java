package org.plumbline.engine.evidence.caseuco;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/**
 * JSON as others write it (RFC 8259): maps, lists, texts, {@link Figure}, flags and null; no name twice in an object.
 */
final class LooseJson {
    private static final int MOST_DEPTH = 128;

    private final String text;
    private int at;

    private LooseJson(String text) {
        this.text = text;
    }

    /** A number as it is written. */
    record Figure(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    static @Nullable Object read(byte[] bytes) throws Refused {
        try {
            var json = new LooseJson(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            Object value = json.value(0);
            json.space();
            if (json.at != json.text.length()) {
                throw json.refused();
            }
            return value;
        } catch (CharacterCodingException e) {
            throw new Refused(Fault.NOT_UTF8, "bytes that are no UTF-8");
        }
    }

    private @Nullable Object value(int depth) throws Refused {
        if (depth > MOST_DEPTH) {
            throw new Refused(Fault.JSON_DEPTH, "at most " + MOST_DEPTH + " levels");
        }
        space();
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> list(depth);
            case '"' -> string();
            case 't' -> word("true", true);
            case 'f' -> word("false", false);
            case 'n' -> word("null", null);
            default -> figure();
        };
    }

    private Map<String, @Nullable Object> object(int depth) throws Refused {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        at++;
        space();
        while (peek() != '}') {
            if (!fields.isEmpty()) {
                expect(',');
                space();
            }
            String name = string();
            space();
            expect(':');
            if (fields.containsKey(name)) {
                throw refused();
            }
            fields.put(name, value(depth + 1));
            space();
        }
        at++;
        return fields;
    }

    private List<@Nullable Object> list(int depth) throws Refused {
        var items = new ArrayList<@Nullable Object>();
        at++;
        space();
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value(depth + 1));
            space();
        }
        at++;
        return items;
    }

    private String string() throws Refused {
        expect('"');
        var out = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw refused();
            }
            out.append(c == '\\' ? escaped() : c);
        }
        at++;
        return out.toString();
    }

    private char escaped() throws Refused {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw refused();
        };
    }

    private char unit() throws Refused {
        if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9A-Fa-f]{4}")) {
            throw refused();
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Figure figure() throws Refused {
        int from = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String figure = text.substring(from, at);
        if (!figure.matches("-?(0|[1-9][0-9]{0,999})(\\.[0-9]{1,999})?([eE][+-]?[0-9]{1,9})?")) {
            throw refused();
        }
        return new Figure(figure);
    }

    private @Nullable Object word(String word, @Nullable Object value) throws Refused {
        if (!text.startsWith(word, at)) {
            throw refused();
        }
        at += word.length();
        return value;
    }

    private void expect(char c) throws Refused {
        if (peek() != c) {
            throw refused();
        }
        at++;
    }

    private char peek() throws Refused {
        if (at >= text.length()) {
            throw refused();
        }
        return text.charAt(at);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private Refused refused() {
        return new Refused(Fault.EXPORT_FORM, "no JSON at character " + at);
    }
}
