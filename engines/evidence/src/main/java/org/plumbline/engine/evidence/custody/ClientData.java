package org.plumbline.engine.evidence.custody;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The client data that a browser signs over: a JSON object (W3C Web Authentication Level 2, section 5.8.1). Only its
 * texts at the top are of use here; everything else is read over. A name that comes twice is refused, since two readers
 * could take different ones.
 */
final class ClientData {
    private static final int MOST_BYTES = 8192;
    private static final int MOST_DEPTH = 8;

    private final String text;
    private final Map<String, String> texts = new HashMap<>();
    private int at;

    private ClientData(String text) {
        this.text = text;
    }

    static ClientData read(byte[] bytes) throws Broken {
        if (bytes.length > MOST_BYTES) {
            throw form();
        }
        var data = new ClientData(utf8(bytes));
        data.object(0);
        data.space();
        if (data.at != data.text.length()) {
            throw form();
        }
        return data;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(texts.get(name));
    }

    private void object(int depth) throws Broken {
        var names = new java.util.HashSet<String>();
        expect('{');
        while (next() != '}') {
            if (!names.isEmpty()) {
                expect(',');
            }
            next();
            String name = string();
            if (!names.add(name)) {
                throw form();
            }
            expect(':');
            boolean isText = next() == '"';
            String value = value(depth + 1);
            if (depth == 0 && isText) {
                texts.put(name, value);
            }
        }
        at++;
    }

    private String value(int depth) throws Broken {
        if (depth > MOST_DEPTH) {
            throw form();
        }
        switch (next()) {
            case '"' -> {
                return string();
            }
            case '{' -> object(depth);
            case '[' -> array(depth);
            default -> word();
        }
        return "";
    }

    private void array(int depth) throws Broken {
        expect('[');
        boolean first = true;
        while (next() != ']') {
            if (!first) {
                expect(',');
            }
            value(depth + 1);
            first = false;
        }
        at++;
    }

    private void word() throws Broken {
        int from = at;
        while (at < text.length() && "truefalsn0123456789+-.E".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (from == at) {
            throw form();
        }
    }

    private String string() throws Broken {
        expect('"');
        var string = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            string.append(c == '\\' ? escaped() : c);
        }
        at++;
        return string.toString();
    }

    private char escaped() throws Broken {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> hex();
            default -> throw form();
        };
    }

    private char hex() throws Broken {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0) {
                throw form();
            }
            code = (code << 4) | digit;
            at++;
        }
        return (char) code;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char next() throws Broken {
        space();
        return peek();
    }

    private char peek() throws Broken {
        if (at >= text.length()) {
            throw form();
        }
        return text.charAt(at);
    }

    private void expect(char c) throws Broken {
        if (next() != c) {
            throw form();
        }
        at++;
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
