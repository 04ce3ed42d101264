package org.plumbline.documents.extract.worker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the part of Turtle (W3C Recommendation, 25 February 2014) that AFF4 is written in: prefixes, and triples of
 * names and literals. Blank nodes in brackets and lists are refused by name; a library would read them too, and would
 * bring several more parts into the worker for a dozen lines of each image.
 */
final class Turtle {
    private static final String RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final int MOST = 20_000;

    private static final Pattern SPACE = Pattern.compile("(?:[ \\t\\r\\n]++|#[^\\r\\n]*+)*+");
    private static final Pattern IRI = Pattern.compile("<([^<>\"{}|^`\\\\\\x00-\\x20]*+)>");
    private static final Pattern NAME =
            Pattern.compile("([\\p{L}\\p{N}_.-]*+):([\\p{L}\\p{N}_:/-]*+(?:\\.[\\p{L}\\p{N}_:/-]++)*+)");
    private static final Pattern LONG_TEXT =
            Pattern.compile("\"\"\"((?:\"{0,2}+[^\"\\\\]|\\\\.)*+)\"\"\"", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(
            "\"([^\"\\\\\\r\\n]*+(?:\\\\.[^\"\\\\\\r\\n]*+)*+)\"" + "|'([^'\\\\\\r\\n]*+(?:\\\\.[^'\\\\\\r\\n]*+)*+)'");
    private static final Pattern LANGUAGE = Pattern.compile("@[a-zA-Z]+(?:-[a-zA-Z0-9]+)*");
    private static final Pattern PLAIN = Pattern.compile("[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?|true\\b|false\\b");
    private static final Pattern DIRECTIVE = Pattern.compile("@?(prefix|base)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern TYPE = Pattern.compile("a(?=[ \\t\\r\\n<#])");
    private static final Pattern ESCAPE =
            Pattern.compile("\\\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", Pattern.DOTALL);

    private final String text;
    private final Map<String, String> prefixes = new HashMap<>();
    private final List<Triple> triples = new ArrayList<>();
    private int at;

    /**
     * One thing said.
     *
     * @param value an IRI, or the text of a literal
     * @param datatype of a literal; empty where none is stated
     */
    record Triple(String subject, String predicate, String value, String datatype) {}

    /** It is not written in this part of Turtle; the message is a short word for where, and quotes nothing. */
    static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    private record Term(String value, String datatype) {}

    private Turtle(String text) {
        this.text = text;
    }

    static List<Triple> read(String text) throws Unreadable {
        var reading = new Turtle(text.startsWith("\uFEFF") ? text.substring(1) : text);
        reading.skip();
        while (reading.at < reading.text.length()) {
            reading.statement();
            reading.skip();
        }
        return List.copyOf(reading.triples);
    }

    private void statement() throws Unreadable {
        Matcher directive = matcher(DIRECTIVE);
        if (directive.lookingAt()) {
            boolean dotted = text.charAt(at) == '@';
            at = directive.end();
            directive(directive.group(1).toLowerCase(Locale.ROOT));
            if (dotted) {
                expect('.');
            }
            return;
        }
        String subject = name();
        do {
            skip();
            if (peek() == '.') {
                break; // a semicolon may stand before the end
            }
            String predicate = predicate();
            do {
                skip();
                Term object = object();
                add(new Triple(subject, predicate, object.value(), object.datatype()));
            } while (took(','));
        } while (took(';'));
        expect('.');
    }

    private void directive(String kind) throws Unreadable {
        skip();
        String prefix = "";
        if (kind.equals("prefix")) {
            Matcher named = matcher(NAME);
            if (!named.lookingAt() || !named.group(2).isEmpty()) {
                throw unreadable("a prefix without a name");
            }
            prefix = named.group(1);
            at = named.end();
            skip();
        }
        Matcher iri = matcher(IRI);
        if (!iri.lookingAt()) {
            throw unreadable("a prefix without an address");
        }
        at = iri.end();
        if (kind.equals("prefix")) {
            prefixes.put(prefix, iri.group(1));
        }
    }

    private String predicate() throws Unreadable {
        Matcher type = matcher(TYPE);
        if (type.lookingAt()) {
            at = type.end();
            return RDF_TYPE;
        }
        return name();
    }

    private Term object() throws Unreadable {
        char first = peek();
        if (first == '"' || first == '\'') {
            return literal();
        }
        Matcher plain = matcher(PLAIN);
        if (plain.lookingAt()) {
            at = plain.end();
            return new Term(plain.group(), "");
        }
        return new Term(name(), "");
    }

    private Term literal() throws Unreadable {
        Matcher long3 = matcher(LONG_TEXT);
        Matcher simple = matcher(TEXT);
        String raw;
        if (long3.lookingAt()) {
            at = long3.end();
            raw = long3.group(1);
        } else if (simple.lookingAt() && !text.startsWith("'''", at)) {
            at = simple.end();
            raw = simple.group(1) == null ? simple.group(2) : simple.group(1);
        } else {
            throw unreadable("a text without an end");
        }
        Matcher language = matcher(LANGUAGE);
        if (language.lookingAt()) {
            at = language.end();
        } else if (text.startsWith("^^", at)) {
            at += 2;
            return new Term(unescaped(raw), name());
        }
        return new Term(unescaped(raw), "");
    }

    private String name() throws Unreadable {
        Matcher iri = matcher(IRI);
        if (iri.lookingAt()) {
            at = iri.end();
            return iri.group(1);
        }
        Matcher named = matcher(NAME);
        if (!named.lookingAt()) {
            throw unreadable(peek() == '[' || peek() == '(' ? "a blank node or a list" : "no name where one should be");
        }
        at = named.end();
        if (named.group(1).equals("_")) {
            return named.group();
        }
        String prefix = prefixes.get(named.group(1));
        if (prefix == null) {
            throw unreadable("a prefix that was not explained");
        }
        return prefix + named.group(2);
    }

    private void add(Triple triple) throws Unreadable {
        if (triples.size() >= MOST) {
            throw new Unreadable("more than " + MOST + " triples");
        }
        triples.add(triple);
    }

    private static String unescaped(String raw) {
        return raw.indexOf('\\') < 0
                ? raw
                : ESCAPE.matcher(raw)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(character(found.group(1), found.group(2), found.group(3))));
    }

    private static String character(
            @org.jspecify.annotations.Nullable String four,
            @org.jspecify.annotations.Nullable String eight,
            @org.jspecify.annotations.Nullable String one) {
        String hex = four == null ? eight : four;
        if (hex != null) {
            int point = (int) Long.parseLong(hex, 16);
            return Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
        }
        return switch (String.valueOf(one)) {
            case "t" -> "\t";
            case "n" -> "\n";
            case "r" -> "\r";
            case "b", "f" -> " ";
            default -> String.valueOf(one);
        };
    }

    private void skip() {
        Matcher space = matcher(SPACE);
        if (space.lookingAt()) {
            at = space.end();
        }
    }

    private boolean took(char wanted) {
        skip();
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void expect(char wanted) throws Unreadable {
        if (!took(wanted)) {
            throw unreadable("no " + wanted + " where one should be");
        }
    }

    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private Matcher matcher(Pattern pattern) {
        return pattern.matcher(text).region(at, text.length());
    }

    private Unreadable unreadable(String why) {
        return new Unreadable(why + ", at character " + at);
    }
}
