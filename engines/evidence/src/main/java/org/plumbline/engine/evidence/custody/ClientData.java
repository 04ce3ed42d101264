package org.plumbline.engine.evidence.custody;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.plumbline.engine.log.json.JsonCursor;
import org.plumbline.engine.log.refusal.Refused;

/**
 * The client data that a browser signs over: a JSON object (W3C Web Authentication Level 2, section 5.8.1). Only its
 * texts at the top are of use here; everything else is read over. A name that comes twice is refused, since two readers
 * could take different ones.
 */
final class ClientData {
    private static final int MOST_BYTES = 8192;
    private static final int MOST_DEPTH = 8;
    private static final String SPACE = " \t\r\n";

    private final JsonCursor in;
    private final Map<String, String> texts = new HashMap<>();

    private ClientData(String text) {
        this.in = new JsonCursor(text);
    }

    static ClientData read(byte[] bytes) throws Broken {
        if (bytes.length > MOST_BYTES) {
            throw form();
        }
        var data = new ClientData(utf8(bytes));
        try {
            data.object(0);
            data.in.all(SPACE);
        } catch (Refused notJson) {
            throw form();
        }
        if (!data.in.isAtEnd()) {
            throw form();
        }
        return data;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    private void object(int depth) throws Refused {
        var names = new HashSet<String>();
        expect('{');
        while (next() != '}') {
            if (!names.isEmpty()) {
                expect(',');
            }
            next();
            String name = in.string();
            if (!names.add(name)) {
                throw in.refusal();
            }
            expect(':');
            boolean isText = next() == '"';
            String value = value(depth + 1);
            if (depth == 0 && isText) {
                texts.put(name, value);
            }
        }
        in.expect('}');
    }

    private String value(int depth) throws Refused {
        if (depth > MOST_DEPTH) {
            throw in.refusal();
        }
        switch (next()) {
            case '"' -> {
                return in.string();
            }
            case '{' -> object(depth);
            case '[' -> array(depth);
            default -> word();
        }
        return "";
    }

    private void array(int depth) throws Refused {
        expect('[');
        boolean first = true;
        while (next() != ']') {
            if (!first) {
                expect(',');
            }
            value(depth + 1);
            first = false;
        }
        in.expect(']');
    }

    private void word() throws Refused {
        if (in.all("truefalsn0123456789+-.E").isEmpty()) {
            throw in.refusal();
        }
    }

    private char next() throws Refused {
        in.all(SPACE);
        return in.peek();
    }

    private void expect(char c) throws Refused {
        next();
        in.expect(c);
    }

    private static String utf8(byte[] bytes) throws Broken {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw form();
        }
    }

    private static Broken form() {
        return Broken.of(Rule.SIGNATURE_FORM, "field", "client_data");
    }
}
