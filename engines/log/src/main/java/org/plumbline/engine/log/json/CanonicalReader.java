package org.plumbline.engine.log.json;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;
import org.plumbline.engine.log.refusal.Strict;

/**
 * Reads canonical JSON and nothing else: what was read is written again and compared, so this only has to understand
 * the canonical form and never to recognise another.
 */
final class CanonicalReader {
    private final String text;
    private int at;

    private CanonicalReader(String text) {
        this.text = text;
    }

    static Json read(byte[] bytes) throws Refused {
        var reader = new CanonicalReader(Strict.text(bytes, bytes.length));
        Json value = reader.value(0);
        if (!Arrays.equals(CanonicalJson.write(value), bytes)) {
            throw reader.notCanonical();
        }
        return value;
    }

    private Json value(int depth) throws Refused {
        if (depth > CanonicalJson.MOST_DEPTH) {
            throw new Refused(Fault.JSON_DEPTH, "at most " + CanonicalJson.MOST_DEPTH + " levels");
        }
        return switch (peek()) {
            case '"' -> new Json.Text(string());
            case '[' -> items(depth);
            case '{' -> fields(depth);
            case 't' -> word("true", new Json.Flag(true));
            case 'f' -> word("false", new Json.Flag(false));
            case 'n' -> word("null", new Json.Nothing());
            default -> whole();
        };
    }

    private Json items(int depth) throws Refused {
        var items = new ArrayList<Json>();
        at++;
        while (peek() != ']') {
            if (!items.isEmpty()) {
                expect(',');
            }
            items.add(value(depth + 1));
        }
        at++;
        return new Json.Items(items);
    }

    private Json fields(int depth) throws Refused {
        var fields = new LinkedHashMap<String, Json>();
        at++;
        while (peek() != '}') {
            if (!fields.isEmpty()) {
                expect(',');
            }
            String name = string();
            expect(':');
            fields.put(name, value(depth + 1));
        }
        at++;
        return new Json.Fields(fields);
    }

    private Json word(String word, Json value) throws Refused {
        if (!text.startsWith(word, at)) {
            throw notCanonical();
        }
        at += word.length();
        return value;
    }

    private Json whole() throws Refused {
        int from = at;
        boolean negative = peek() == '-';
        at += negative ? 1 : 0;
        int digits = at;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (digits == at) {
            at = from;
            throw notCanonical();
        }
        long number = Strict.decimal(text.substring(digits, at));
        return new Json.Whole(negative ? -number : number);
    }

    private String string() throws Refused {
        expect('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws Refused {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> hex();
            default -> throw notCanonical();
        };
    }

    private char hex() throws Refused {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw notCanonical();
            }
            code = (code << 4) | digit;
            at++;
        }
        return (char) code;
    }

    private void expect(char c) throws Refused {
        if (peek() != c) {
            throw notCanonical();
        }
        at++;
    }

    private char peek() throws Refused {
        if (at >= text.length()) {
            throw notCanonical();
        }
        return text.charAt(at);
    }

    private Refused notCanonical() {
        return new Refused(Fault.JSON_NOT_CANONICAL, "at character " + at);
    }
}
