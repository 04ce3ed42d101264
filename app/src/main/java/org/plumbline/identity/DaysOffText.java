package org.plumbline.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;

/**
 * Days off as other programs write them: a calendar (iCalendar, RFC 5545) with events of whole days, or lines of a date
 * and a name, with comma, semicolon or tab between them. What cannot be read is refused by its line, all at once.
 */
final class DaysOffText {
    private static final int MOST_FAULTS = 20;
    private static final int LONGEST_EVENT = 366;
    private static final int LONGEST_NAME = 200;
    private static final int EARLIEST = 1900;
    private static final int LATEST = 2999;

    private final List<Named> found = new ArrayList<>();
    private final List<Refusal.Field> faults = new ArrayList<>();
    private @Nullable Event event;

    /** A day with its name, as read. */
    record Named(LocalDate day, String name) {}

    /** What was read of an event so far. */
    private static final class Event {
        final int line;

        @Nullable
        LocalDate from;

        @Nullable
        LocalDate until;

        String name = "";
        boolean faulty;

        Event(int line) {
            this.line = line;
        }
    }

    private DaysOffText() {}

    /**
     * The days of a text, in its order.
     *
     * @throws org.plumbline.kernel.Refused naming the lines that cannot be read
     */
    static List<Named> read(String text) {
        var reading = new DaysOffText();
        if (text.stripLeading().regionMatches(true, 0, "BEGIN:VCALENDAR", 0, 15)) {
            reading.calendar(text.lines().toList());
        } else {
            reading.table(text.lines().toList());
        }
        if (reading.faults.isEmpty() && reading.found.isEmpty()) {
            reading.fault(1, "days-none");
        }
        if (!reading.faults.isEmpty()) {
            throw Refusal.invalid(reading.faults).asException();
        }
        return reading.found;
    }

    /** Whether a day is near enough to be meant. */
    static boolean mayBe(LocalDate day) {
        return day.getYear() >= EARLIEST && day.getYear() <= LATEST;
    }

    private void table(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip().replace("\uFEFF", "");
            boolean heading = i == 0 && line.chars().noneMatch(Character::isDigit);
            if (!line.isEmpty() && !heading) {
                row(i + 1, line.split("[,;\\t]", 2));
            }
        }
    }

    private void row(int number, String[] cells) {
        String name = cells.length == 2 ? unquoted(cells[1]) : "";
        if (name.isEmpty()) {
            fault(number, "days-line-without-name");
            return;
        }
        LocalDate day = date(unquoted(cells[0]), DateTimeFormatter.ISO_LOCAL_DATE);
        if (day == null) {
            fault(number, "days-line-without-date");
        } else {
            add(number, day, name);
        }
    }

    private void calendar(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            var whole = new StringBuilder(lines.get(i));
            while (i + 1 < lines.size() && lines.get(i + 1).matches("[ \\t].*")) {
                whole.append(lines.get(i + 1).substring(1));
                i++;
            }
            line(number, whole.toString().strip());
        }
        if (event != null) {
            fault(event.line, "days-event-cut");
        }
    }

    private void line(int number, String line) {
        int colon = line.indexOf(':');
        String name = (colon < 0 ? line : line.substring(0, colon)).toUpperCase(Locale.ROOT);
        String value = colon < 0 ? "" : line.substring(colon + 1).strip();
        if (name.equals("BEGIN") && value.equalsIgnoreCase("VEVENT")) {
            event = new Event(number);
        } else if (event != null) {
            inside(event, number, name.replaceAll(";.*", ""), value);
        }
    }

    private void inside(Event of, int number, String name, String value) {
        switch (name) {
            case "DTSTART" -> of.from = wholeDay(of, number, value);
            case "DTEND" -> of.until = wholeDay(of, number, value);
            case "SUMMARY" -> of.name = value.replaceAll("\\\\([,;\\\\])", "$1").replaceAll("\\\\[nN]", " ");
            case "RRULE", "RDATE" -> refuse(of, number, "days-event-repeats");
            case "END" -> {
                if (value.equalsIgnoreCase("VEVENT")) {
                    end(of);
                }
            }
            default -> {} // Nothing that says which days.
        }
    }

    private void end(Event of) {
        event = null;
        LocalDate from = of.from;
        if (of.faulty) {
            return;
        }
        if (from == null) {
            fault(of.line, "days-event-without-date");
            return;
        }
        LocalDate until = of.until == null ? from.plusDays(1) : of.until;
        if (of.name.isBlank()) {
            fault(of.line, "days-line-without-name");
        } else if (until.isBefore(from) || from.plusDays(LONGEST_EVENT).isBefore(until)) {
            fault(of.line, "days-event-too-long");
        } else {
            // The end of an event of whole days is the day after its last (RFC 5545, section 3.6.1).
            LocalDate last = until.equals(from) ? from : until.minusDays(1);
            from.datesUntil(last.plusDays(1)).forEach(day -> add(of.line, day, of.name.strip()));
        }
    }

    private @Nullable LocalDate wholeDay(Event of, int number, String value) {
        LocalDate day = date(value, DateTimeFormatter.BASIC_ISO_DATE);
        if (day == null) {
            refuse(of, number, value.contains("T") ? "days-event-of-hours" : "days-line-without-date");
        }
        return day;
    }

    private void refuse(Event of, int number, String code) {
        of.faulty = true;
        fault(number, code);
    }

    private void add(int number, LocalDate day, String name) {
        if (name.length() > LONGEST_NAME) {
            fault(number, "days-name-too-long");
        } else if (found.stream().noneMatch(known -> known.day().equals(day))) {
            found.add(new Named(day, name));
        }
    }

    private void fault(int number, String code) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(new Refusal.Field("days", code, Map.of("line", "" + number)));
        }
    }

    private static @Nullable LocalDate date(String text, DateTimeFormatter as) {
        try {
            LocalDate day = LocalDate.parse(text, as);
            return mayBe(day) ? day : null;
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static String unquoted(String cell) {
        String text = cell.strip();
        return text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1).replace("\"\"", "\"").strip()
                : text;
    }
}
