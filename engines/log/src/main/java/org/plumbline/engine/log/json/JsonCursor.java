package org.plumbline.engine.log.json;

import java.util.HexFormat;
import org.plumbline.engine.log.refusal.Fault;
import org.plumbline.engine.log.refusal.Refused;

/** Where a reader stands in a JSON text (RFC 8259): it looks at characters and reads strings, and builds nothing. */
public final class JsonCursor {
    private final String text;
    private int at;

    /** At the beginning of a text. */
    public JsonCursor(String text) {
        this.text = text;
    }

    /** How many characters lie behind it. */
    public int at() {
        return at;
    }

    /** Whether nothing is left. */
    public boolean isAtEnd() {
        return at == text.length();
    }

    /** The character that comes next, which stays. */
    public char peek() throws Refused {
        if (isAtEnd()) {
            throw refusal();
        }
        return text.charAt(at);
    }

    /** The character that comes next, which is behind it then. */
    public char take() throws Refused {
        char c = peek();
        at++;
        return c;
    }

    /** Reads over this character; refuses another. */
    public void expect(char c) throws Refused {
        if (peek() != c) {
            throw refusal();
        }
        at++;
    }

    /** Reads over as many of these characters as come, and answers them. */
    public String all(String of) {
        int from = at;
        while (at < text.length() && of.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return text.substring(from, at);
    }

    /** A string with its quotation marks, its escapes resolved (section 7). */
    public String string() throws Refused {
        expect('"');
        var string = new StringBuilder();
        for (char c = take(); c != '"'; c = take()) {
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    /** A refusal that says where it stands. */
    public Refused refusal() {
        return new Refused(Fault.JSON_NOT_CANONICAL, "at character " + at);
    }

    private char escaped() throws Refused {
        char c = take();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> hex();
            default -> throw refusal();
        };
    }

    private char hex() throws Refused {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            if (!HexFormat.isHexDigit(peek())) {
                throw refusal();
            }
            code = (code << 4) | HexFormat.fromHexDigit(take());
        }
        return (char) code;
    }
}
