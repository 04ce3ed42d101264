package org.plumbline.documents.extract.worker;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.util.ByteSequence;
import org.plumbline.documents.extract.MailHeaders;

/** The headers of a mail or of one part of it, unfolded and decoded (RFC 5322, RFC 2047). */
final class PartHeaders {
    private static final Pattern COMMENT = Pattern.compile("\\s*\\([^()]*\\)");
    private static final Pattern ADDRESS = Pattern.compile("(?:[^,;\"]|\"(?:[^\"\\\\]|\\\\.)*\")+");
    private static final Pattern IDENTIFIER = Pattern.compile("<[^<>\\s]+>");

    private static final List<DateTimeFormatter> DATES = List.of(
            DateTimeFormatter.RFC_1123_DATE_TIME,
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss Z", Locale.ROOT),
            DateTimeFormatter.ISO_OFFSET_DATE_TIME);

    private final Map<String, List<String>> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    void add(Field field) {
        ByteSequence raw = field.getRaw();
        String line = raw == null ? field.getName() + ":" + field.getBody() : Charsets.decode(raw.toByteArray(), "");
        String body = line.substring(line.indexOf(':') + 1).replaceAll("\r?\n[ \t]", " ");
        values.computeIfAbsent(field.getName().strip(), k -> new ArrayList<>())
                .add(body.replaceAll("[\r\n]+", " ").strip());
    }

    /** The first value of a header as it stands, or an empty string. */
    String raw(String name) {
        return values.getOrDefault(name, List.of("")).getFirst();
    }

    /** The first value of a header with its encoded words decoded. */
    String text(String name) {
        return decoded(raw(name));
    }

    Parameters parameters(String name) {
        return Parameters.of(raw(name));
    }

    /** The name this part states for a file, or an empty string. */
    String fileName() {
        Parameters disposition = parameters("Content-Disposition");
        Parameters type = parameters("Content-Type");
        for (String name : List.of(disposition.get("filename"), type.get("name"))) {
            if (!name.isBlank()) {
                return decoded(name);
            }
        }
        return "";
    }

    MailHeaders mail() {
        return new MailHeaders(
                people("From"),
                people("To"),
                people("Cc"),
                people("Bcc"),
                text("Subject"),
                date(raw("Date")),
                raw("Message-ID"),
                raw("In-Reply-To"),
                identifiers(raw("References")));
    }

    private List<String> people(String name) {
        List<String> people = new ArrayList<>();
        for (String value : values.getOrDefault(name, List.of())) {
            Matcher each = ADDRESS.matcher(value);
            while (each.find()) {
                String person = decoded(each.group().strip());
                if (!person.isEmpty()) {
                    people.add(Names.bounded(person));
                }
            }
        }
        return people;
    }

    private static List<String> identifiers(String value) {
        return IDENTIFIER.matcher(value).results().map(r -> r.group()).toList();
    }

    private static String decoded(String value) {
        String joined = value.contains("=?") ? DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT) : value;
        return joined == null ? value : joined;
    }

    /** The date as ISO 8601 with its own offset, or as stated when it is in no known form. */
    private static String date(String stated) {
        String plain =
                COMMENT.matcher(stated).replaceAll("").replaceAll("\\s+", " ").strip();
        for (DateTimeFormatter form : DATES) {
            Optional<OffsetDateTime> date = date(plain, form);
            if (date.isPresent()) {
                return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(date.get());
            }
        }
        return stated;
    }

    private static Optional<OffsetDateTime> date(String plain, DateTimeFormatter form) {
        try {
            return Optional.of(OffsetDateTime.parse(plain, form));
        } catch (DateTimeException e) {
            // Not in this form; the next one, and at last the date as it was stated.
            return Optional.empty();
        }
    }
}
