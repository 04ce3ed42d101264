package org.plumbline.documents.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells a mail's own words from those it quotes, line by line, by what mail programs put before a quotation in English,
 * German, French, Spanish and Russian. A guess that only folds: the pieces together are the text, nothing is left out.
 */
public final class Quotes {
    private static final Pattern SIGN = Pattern.compile("^ {0,3}(?:>|&gt;)(?!From ).*");

    /** "On 2 May 2031, Ines Abernal wrote:", which may be wrapped onto a second line. */
    private static final Pattern WROTE = Pattern.compile(
            "^\\s*(?:On\\b.{1,250}\\bwrote|Am\\b.{1,250}\\bschrieb.{0,120}|Le\\b.{1,250}\\ba écrit|El\\b.{1,250}\\bescribió"
                    + "|\\S.{1,250}(?:пишет|написал|написала|написал\\(а\\)))\\s*:\\s*$",
            Pattern.UNICODE_CHARACTER_CLASS);

    private static final Pattern ORIGINAL = Pattern.compile(
            "^\\s*-{2,}\\s*(?:Original Message|Original-Nachricht|Ursprüngliche Nachricht|Weitergeleitete Nachricht"
                    + "|Message d['’]origine|Message transféré|Mensaje original|Mensaje reenviado|Forwarded message"
                    + "|Исходное сообщение|Пересылаемое сообщение)\\s*-{2,}.*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern FROM = Pattern.compile("^\\s*\\*?(?:From|Von|De|От)\\s*:\\*?\\s*\\S.*");
    private static final Pattern SENT = Pattern.compile(
            "^\\s*\\*?(?:Sent|Date|Gesendet|Datum|Envoyé|Enviado|Enviado el|Fecha|Отправлено|Дата)\\s*:\\*?\\s*\\S.*");

    private static final int LONGEST = 400;
    private static final int HEADERS = 3;

    private final List<String> lines;
    private final List<Piece> pieces = new ArrayList<>();

    /** @param quoted whether it is somebody else's words, or what leads to them */
    public record Piece(boolean quoted, String text) {
        /** How many lines of it say something. */
        public long lines() {
            return text.lines().filter(line -> !line.isBlank()).count();
        }
    }

    private Quotes(String body) {
        this.lines = Stream.of(body.split("(?<=\n)", -1)).toList();
    }

    /** The pieces of a text in their order. */
    static List<Piece> of(String body) {
        return body.isEmpty() ? List.of() : new Quotes(body).split();
    }

    private List<Piece> split() {
        var run = new StringBuilder();
        boolean quoted = false;
        int at = 0;
        while (at < lines.size()) {
            if (opensTheRest(at)) {
                add(quoted, run);
                run.append(String.join("", lines.subList(at, lines.size())));
                add(true, run);
                return List.copyOf(pieces);
            }
            int led = led(at);
            boolean now = led > 0 || isSigned(at) || (quoted && isBlank(at) && signedAfter(at));
            if (now != quoted) {
                add(quoted, run);
                quoted = now;
            }
            for (int end = at + Math.max(1, led); at < end; at++) {
                run.append(lines.get(at));
            }
        }
        add(quoted, run);
        return List.copyOf(pieces);
    }

    private void add(boolean quoted, StringBuilder run) {
        if (!run.isEmpty()) {
            pieces.add(new Piece(quoted, run.toString()));
            run.setLength(0);
        }
    }

    /** Whether all from this line on is an earlier mail, without a sign before its lines. */
    private boolean opensTheRest(int at) {
        String line = line(at);
        if (ORIGINAL.matcher(line).matches()) {
            return true;
        }
        if (FROM.matcher(line).matches()) {
            for (int next = at + 1; next < lines.size() && next <= at + HEADERS; next++) {
                if (SENT.matcher(line(next)).matches()) {
                    return true;
                }
            }
        }
        int wrote = wrote(at);
        return wrote > 0 && !signedAfter(at + wrote - 1) && at + wrote < lines.size();
    }

    /** How many lines from here say who wrote what stands signed after them; 0 where these don't. */
    private int led(int at) {
        int wrote = wrote(at);
        return wrote > 0 && signedAfter(at + wrote - 1) ? wrote : 0;
    }

    private int wrote(int at) {
        if (WROTE.matcher(line(at)).matches()) {
            return 1;
        }
        boolean two = at + 1 < lines.size() && !isBlank(at) && !isBlank(at + 1) && !isSigned(at + 1);
        return two && WROTE.matcher(line(at) + " " + line(at + 1)).matches() ? 2 : 0;
    }

    /** Whether the next line that says something has the sign of a quotation. */
    private boolean signedAfter(int at) {
        for (int next = at + 1; next < lines.size(); next++) {
            if (!isBlank(next)) {
                return isSigned(next);
            }
        }
        return false;
    }

    private boolean isSigned(int at) {
        return SIGN.matcher(line(at)).matches();
    }

    private boolean isBlank(int at) {
        return lines.get(at).isBlank();
    }

    private String line(int at) {
        String line = lines.get(at).stripTrailing();
        return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
