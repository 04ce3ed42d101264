package org.plumbline.documents.extract.worker;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A header value with parameters, such as Content-Type (RFC 2045, section 5.1), read leniently: unquoted values end at
 * a semicolon, whatever stands in them. Continued and encoded values are put together as RFC 2231 says.
 */
record Parameters(String value, Map<String, String> named) {
    static Parameters of(String header) {
        int end = header.indexOf(';');
        String value = (end < 0 ? header : header.substring(0, end)).strip().toLowerCase(Locale.ROOT);
        Map<String, String> raw = end < 0 ? Map.of() : pairs(header.substring(end));
        return new Parameters(value, joined(raw));
    }

    String get(String name) {
        return named.getOrDefault(name, "");
    }

    private static Map<String, String> pairs(String rest) {
        Map<String, String> pairs = new LinkedHashMap<>();
        int at = 0;
        while (at < rest.length()) {
            int equals = rest.indexOf('=', at);
            if (equals < 0) {
                break;
            }
            String name = rest.substring(at, equals).replace(";", " ").strip().toLowerCase(Locale.ROOT);
            StringBuilder value = new StringBuilder();
            at = value(rest, equals + 1, value);
            pairs.putIfAbsent(name.substring(name.lastIndexOf(' ') + 1), value.toString());
        }
        return pairs;
    }

    /** Reads one value from an index on; returns the index after it. */
    private static int value(String rest, int from, StringBuilder value) {
        int at = from;
        while (at < rest.length() && Character.isWhitespace(rest.charAt(at))) {
            at++;
        }
        if (at < rest.length() && rest.charAt(at) == '"') {
            at++;
            while (at < rest.length() && rest.charAt(at) != '"') {
                boolean escape = rest.charAt(at) == '\\' && at + 1 < rest.length();
                value.append(rest.charAt(escape ? at + 1 : at));
                at += escape ? 2 : 1;
            }
            return at + 1;
        }
        int end = rest.indexOf(';', at);
        end = end < 0 ? rest.length() : end;
        value.append(rest.substring(at, end).strip());
        return end + 1;
    }

    private static Map<String, String> joined(Map<String, String> raw) {
        Map<String, String> joined = new LinkedHashMap<>();
        Map<String, TreeMap<Integer, String>> pieces = new LinkedHashMap<>();
        raw.forEach((key, value) -> {
            int star = key.indexOf('*');
            if (star < 0) {
                joined.putIfAbsent(key, value);
                return;
            }
            String number = key.substring(star + 1).replace("*", "");
            boolean encoded = key.endsWith("*");
            int place = number.matches("\\d{1,4}") ? Integer.parseInt(number) : 0;
            pieces.computeIfAbsent(key.substring(0, star), k -> new TreeMap<>())
                    .put(place, (encoded ? "%" : "=") + value);
        });
        pieces.forEach((key, parts) -> joined.put(key, decoded(parts)));
        return joined;
    }

    private static String decoded(TreeMap<Integer, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean first = true;
        for (String part : parts.values()) {
            String value = part.substring(1);
            boolean encoded = part.charAt(0) == '%';
            int language = value.indexOf('\'');
            int text = value.indexOf('\'', language + 1);
            if (first && encoded && language >= 0 && text > 0) {
                charset = value.substring(0, language);
                value = value.substring(text + 1);
            }
            bytes.writeBytes(encoded ? percent(value) : value.getBytes(StandardCharsets.UTF_8));
            first = false;
        }
        Charset stated = Charsets.named(charset).orElse(StandardCharsets.UTF_8);
        return new String(bytes.toByteArray(), stated);
    }

    private static byte[] percent(String value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            boolean coded = value.charAt(i) == '%'
                    && i + 2 < value.length()
                    && value.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}");
            if (coded) {
                bytes.write(Integer.parseInt(value.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(value.charAt(i)).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }
}
