package org.plumbline.reports.render;

import com.ibm.icu.text.ListFormatter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.kernel.Digest;

/** The fixed words of one report with its values filled in: the same sentences for every file format. */
final class Phrases {
    private static final char NO_BREAK_SPACE = '\u00a0';

    private final Words words;
    private final Locale language;
    private final ZoneId zone;

    Phrases(Words words, Locale language, ZoneId zone) {
        this.words = words;
        this.language = language;
        this.zone = zone;
    }

    String say(String key) {
        return words.say("render." + key);
    }

    String say(String key, Map<String, Object> arguments) {
        return words.say("render." + key, arguments);
    }

    String unknown() {
        return say("unknown");
    }

    String orUnknown(String text) {
        return text.isBlank() ? unknown() : text;
    }

    /** Capitals, by the rules of the report's language. */
    String capitals(String text) {
        return text.toUpperCase(language);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(say("format.day"), language).format(day);
    }

    String time(Instant instant) {
        return DateTimeFormatter.ofPattern(say("format.time"), language).format(instant.atZone(zone));
    }

    /** Whole bytes, grouped by no-break spaces. */
    String size(long bytes) {
        return say("exhibits.bytes", Map.of("count", bytes, "shown", grouped(bytes)));
    }

    static String grouped(long number) {
        StringBuilder digits = new StringBuilder(Long.toString(number));
        for (int at = digits.length() - 3; at > 0; at -= 3) {
            digits.insert(at, NO_BREAK_SPACE);
        }
        return digits.toString();
    }

    /** Eight groups of eight digits, so that two people can read them to each other. */
    static String grouped(Digest digest) {
        return digest.hex().replaceAll("(.{8})(?!$)", "$1 ");
    }

    String generated(Instant at, ReportDocument document) {
        return say(
                "generated",
                Map.of("time", time(at), "person", document.generatedBy(), "organisation", organisation(document)));
    }

    String recorded(ReportDocument document) {
        return say("recorded", Map.of("case", document.caseHeader().number()));
    }

    String by(String author, LocalDate date) {
        return say("by", Map.of("author", author, "day", day(date)));
    }

    String conflict(Block.Column column) {
        return say("conflict.head", Map.of("column", column.heading()));
    }

    String gradeMeaning(Grade grade) {
        return say(
                "grade.meaning",
                Map.of(
                        "source", say("grade.source." + grade.source()),
                        "information", say("grade.information." + grade.information())));
    }

    /** Where the source can be found again, in one sentence. */
    String source(Citations.Entry entry) {
        return switch (entry.source()) {
            case Source.InExhibit exhibit ->
                say(
                        "source.exhibit",
                        Map.of(
                                "number", exhibit.number(),
                                "description", exhibit.description(),
                                "hasDescription", yes(exhibit.description()),
                                "locator", exhibit.locator(),
                                "hasLocator", yes(exhibit.locator())));
            case Source.InRegister register ->
                say(
                        "source.register",
                        Map.of(
                                "register", register.register(),
                                "locator", register.locator(),
                                "hasLocator", yes(register.locator()),
                                "checked", checked(entry.checked())));
            case Source.InPublication publication ->
                say(
                        "source.publication",
                        Map.of(
                                "publisher", orUnknown(publication.publisher()),
                                "title", publication.title(),
                                "locator", publication.locator(),
                                "hasLocator", yes(publication.locator()),
                                "checked", checked(entry.checked())));
        };
    }

    static String url(Source source) {
        return switch (source) {
            case Source.InExhibit inExhibit -> "";
            case Source.InRegister register -> register.url();
            case Source.InPublication publication -> publication.url();
        };
    }

    private String checked(List<LocalDate> days) {
        return days.isEmpty()
                ? unknown()
                : ListFormatter.getInstance(language)
                        .format(days.stream().map(this::day).toList());
    }

    private static String yes(String text) {
        return text.isBlank() ? "no" : "yes";
    }

    private static String organisation(ReportDocument document) {
        return document.caseHeader().organisation();
    }
}
