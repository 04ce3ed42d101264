package org.plumbline.documents.extract.worker;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Child;
import org.plumbline.documents.extract.Shortfall;

/**
 * Reads calendars (iCalendar, RFC 5545) and cards (vCard 2.1, 3.0 and 4.0, RFC 6350): property by property in the order
 * of the file, with folded lines joined and values decoded. What a property holds as bytes becomes a child.
 */
final class CardReader implements FormatReader {
    /** Characters of a property; what comes after stands by itself. */
    static final int LONGEST_PROPERTY = 16 << 20;

    private static final Pattern ENCODED =
            Pattern.compile("(?i);(?:ENCODING=)?(?:(QUOTED-PRINTABLE)|(?:B|BASE64))(?=[;:]|$)");
    private static final Pattern CHARSET = Pattern.compile("(?i);CHARSET=\"?([^;:\"]+)");
    private static final Pattern FILE_NAME = Pattern.compile("(?i);(?:X-)?FILENAME=(?:\"([^\"]+)\"|([^;:\"]+))");
    private static final Pattern STAMP =
            Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})(?:T(\\d{2}):?(\\d{2}):?(\\d{2})(?:\\.\\d+)?(Z?))?");

    @Override
    public void read(Source source, Gathering into) throws IOException {
        Charset charset = TextReader.charset(source);
        into.facts().charset(charset.name());
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(Files.newInputStream(source.file()), charset))) {
            Properties properties = new Properties(lines);
            Said said = new Said();
            for (String line = properties.next(); line != null; line = properties.next()) {
                property(line, charset, said, into);
            }
        }
    }

    /** The facts that the first property of a kind gives. */
    private static final class Said {
        private boolean title;
        private boolean created;
    }

    private static void property(String line, Charset charset, Said said, Gathering into) throws IOException {
        int colon = colon(line);
        if (colon < 0) {
            into.append(line + "\n");
            return;
        }
        String head = line.substring(0, colon);
        String value = line.substring(colon + 1);
        Matcher encoded = ENCODED.matcher(head);
        if (encoded.find()) {
            if (encoded.group(1) == null) {
                into.append(head + ":\n");
                bytes(head, value, into);
                return;
            }
            value = quoted(value, stated(head, charset));
        }
        value = unescaped(value);
        into.append(head + ": " + value + "\n");
        facts(name(head), value, said, into);
    }

    private static void facts(String name, String value, Said said, Gathering into) {
        if (!said.title && (name.equals("SUMMARY") || name.equals("FN")) && !value.isBlank()) {
            said.title = true;
            into.facts().title(value);
        }
        Matcher stamp = STAMP.matcher(value.strip());
        if (!said.created
                && (name.equals("CREATED") || name.equals("DTSTAMP") || name.equals("REV"))
                && stamp.matches()) {
            said.created = true;
            into.facts().created(iso(stamp));
        }
    }

    private static String iso(Matcher stamp) {
        String day = stamp.group(1) + "-" + stamp.group(2) + "-" + stamp.group(3);
        return stamp.group(4) == null
                ? day
                : day + "T" + stamp.group(4) + ":" + stamp.group(5) + ":" + stamp.group(6) + stamp.group(7);
    }

    /** The name of a property without its group and parameters. */
    private static String name(String head) {
        String name = head.contains(";") ? head.substring(0, head.indexOf(';')) : head;
        return name.substring(name.lastIndexOf('.') + 1).strip().toUpperCase(Locale.ROOT);
    }

    private static void bytes(String head, String value, Gathering into) throws IOException {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(value);
            String name = fileName(head);
            into.child(new ByteArrayInputStream(bytes), Names.last(name), name, null, Child.Relation.EMBEDDED);
        } catch (IllegalArgumentException e) {
            into.note(new Shortfall.Damaged("base64"));
        }
    }

    /** What the property says that the file is called (RFC 8607, section 3.3), or else the property's name. */
    private static String fileName(String head) {
        Matcher stated = FILE_NAME.matcher(head);
        if (!stated.find()) {
            return name(head).toLowerCase(Locale.ROOT);
        }
        return stated.group(1) == null ? stated.group(2).strip() : stated.group(1);
    }

    private static Charset stated(String head, Charset otherwise) {
        Matcher charset = CHARSET.matcher(head);
        return charset.find() ? Charsets.named(charset.group(1).strip()).orElse(otherwise) : otherwise;
    }

    /** Quoted-printable (RFC 2045, section 6.7), its lines joined already. */
    private static String quoted(String value, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < value.length(); i++) {
            int high = value.charAt(i) == '=' && i + 2 < value.length() ? Character.digit(value.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(value.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high << 4 | low);
                i += 2;
            } else {
                bytes.writeBytes(String.valueOf(value.charAt(i)).getBytes(charset));
            }
        }
        return new String(bytes.toByteArray(), charset);
    }

    /** RFC 5545, section 3.3.11, and RFC 6350, section 3.4. */
    private static String unescaped(String value) {
        StringBuilder out = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean escape = c == '\\' && i + 1 < value.length();
            char next = escape ? value.charAt(i + 1) : c;
            if (escape && (next == 'n' || next == 'N')) {
                out.append('\n');
                i++;
            } else if (escape && (next == ',' || next == ';' || next == '\\' || next == ':')) {
                out.append(next);
                i++;
            } else {
                out.append(c);
            }
        }
        return out.toString();
    }

    /** The colon before the value: the first that doesn't stand in a quoted parameter. */
    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            quoted ^= c == '"';
            if (c == ':' && !quoted) {
                return i;
            }
        }
        return line.indexOf(':');
    }

    /** The lines of a file with those joined that one property was folded into. */
    private static final class Properties {
        private final BufferedReader lines;
        private @Nullable String ahead;

        Properties(BufferedReader lines) throws IOException {
            this.lines = lines;
            this.ahead = lines.readLine();
        }

        @Nullable
        String next() throws IOException {
            String first = ahead;
            if (first == null) {
                return null;
            }
            StringBuilder whole = new StringBuilder(first);
            ahead = lines.readLine();
            while (ahead != null && whole.length() < LONGEST_PROPERTY) {
                String more = ahead;
                if (more.startsWith(" ") || more.startsWith("\t")) {
                    whole.append(more, 1, more.length());
                } else if (softBreak(whole)) {
                    whole.setLength(whole.length() - 1);
                    whole.append(more);
                } else {
                    break;
                }
                ahead = lines.readLine();
            }
            return whole.toString();
        }

        /** A value in quoted-printable that goes on in the next line, as vCard 2.1 has it. */
        private static boolean softBreak(StringBuilder whole) {
            int colon = whole.indexOf(":");
            return whole.length() > 0
                    && whole.charAt(whole.length() - 1) == '='
                    && colon > 0
                    && whole.substring(0, colon).toUpperCase(Locale.ROOT).contains("QUOTED-PRINTABLE");
        }
    }
}
