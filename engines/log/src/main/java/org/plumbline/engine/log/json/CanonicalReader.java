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
    private final JsonCursor in;

    private CanonicalReader(String text) {
        this.in = new JsonCursor(text);
    }

    static Json read(byte[] bytes) throws Refused {
        var reader = new CanonicalReader(Strict.text(bytes, bytes.length));
        Json value = reader.value(0);
        if (!Arrays.equals(CanonicalJson.write(value), bytes)) {
            throw reader.in.refusal();
        }
        return value;
    }

    private Json value(int depth) throws Refused {
        if (depth > CanonicalJson.MOST_DEPTH) {
            throw new Refused(Fault.JSON_DEPTH, "at most " + CanonicalJson.MOST_DEPTH + " levels");
        }
        return switch (in.peek()) {
            case '"' -> new Json.Text(in.string());
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
        in.expect('[');
        while (in.peek() != ']') {
            if (!items.isEmpty()) {
                in.expect(',');
            }
            items.add(value(depth + 1));
        }
        in.expect(']');
        return new Json.Items(items);
    }

    private Json fields(int depth) throws Refused {
        var fields = new LinkedHashMap<String, Json>();
        in.expect('{');
        while (in.peek() != '}') {
            if (!fields.isEmpty()) {
                in.expect(',');
            }
            String name = in.string();
            in.expect(':');
            fields.put(name, value(depth + 1));
        }
        in.expect('}');
        return new Json.Fields(fields);
    }

    private Json word(String word, Json value) throws Refused {
        for (int i = 0; i < word.length(); i++) {
            in.expect(word.charAt(i));
        }
        return value;
    }

    private Json whole() throws Refused {
        boolean negative = in.peek() == '-';
        if (negative) {
            in.expect('-');
        }
        String digits = in.all("0123456789");
        if (digits.isEmpty()) {
            throw in.refusal();
        }
        long number = Strict.decimal(digits);
        return new Json.Whole(negative ? -number : number);
    }
}
