package org.plumbline.documents.mentions;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.ULocale;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Days and months as texts write them: ISO 8601, numbers in the order of the language, names of months from CLDR. What
 * can be day or month keeps both readings; two days joined by a dash or a word are one mention of a time.
 */
final class Days implements Finder {
    private static final Map<String, Integer> MONTHS = months();
    private static final String MONTH = "("
            + MONTHS.keySet().stream()
                    .sorted(Comparator.comparingInt(String::length).reversed())
                    .map(Pattern::quote)
                    .collect(Collectors.joining("|"))
            + ")";

    private static final String B = "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]])";
    private static final String E = "(?![\\p{L}\\p{N}&&[^\\p{IsHan}]])";
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ISO =
            Pattern.compile(B + "([12][0-9]{3})([-/.])([0-9]{1,2})\\2([0-9]{1,2})(?!\\p{N}|[-/][0-9])");
    private static final Pattern NUMBERS = Pattern.compile(
            "(?<![\\p{L}\\p{N}&&[^\\p{IsHan}]]|[0-9][./-])([0-9]{1,2})([./-])([0-9]{1,2})\\2([12][0-9]{3}|[0-9]{2})" + E
                    + "(?![./-][0-9])");
    private static final Pattern DAY_MONTH = Pattern.compile(
            B
                    + "(?:([0-9]{1,2})(?:\\.|st|nd|rd|th|er|º)?[ \\u00a0]?(?:–|-|—)[ \\u00a0]?)?([0-9]{1,2})(?:\\.|st|nd|rd|th|er|º)?"
                    + "[ \\u00a0-](?:de |of )?" + MONTH + "\\.?,?[ \\u00a0-](?:de |del )?([12][0-9]{3})(?![\\p{N}])",
            FLAGS);
    private static final Pattern MONTH_DAY = Pattern.compile(
            B + MONTH + "\\.?[ \\u00a0]([0-9]{1,2})(?:st|nd|rd|th)?,?[ \\u00a0]([12][0-9]{3})(?![\\p{N}])", FLAGS);
    private static final Pattern MONTH_YEAR =
            Pattern.compile(B + MONTH + "\\.?,?[ \\u00a0](?:de |del )?([12][0-9]{3})(?![\\p{N}])", FLAGS);
    private static final Pattern CHINESE =
            Pattern.compile("([12][0-9]{3}) ?年 ?([0-9]{1,2}) ?月(?: ?([0-9]{1,2}) ?[日号])?");
    private static final Pattern BETWEEN = Pattern.compile(
            "[ \\u00a0]?(?:–|—|-|to|until|till|through|bis|au|hasta|al|по|до|至|到|إلى)[ \\u00a0]?(?:the |zum |el )?",
            FLAGS);

    @Override
    public String name() {
        return "days";
    }

    /** A day found, before neighbours are joined. */
    private record Day(int start, int end, String value, double confidence, Ground ground) {}

    @Override
    public void find(Stretch stretch) {
        List<Day> days = new ArrayList<>();
        String text = stretch.text();
        match(ISO, text, m -> day(days, m, date(m.group(1), m.group(3), m.group(4)), 0.95));
        match(NUMBERS, text, m -> numbers(days, m, stretch.language()));
        match(DAY_MONTH, text, m -> dayMonth(days, m));
        match(MONTH_DAY, text, m -> day(days, m, date(m.group(3), month(m.group(1)), m.group(2)), 0.95));
        match(MONTH_YEAR, text, m -> month(days, m));
        match(CHINESE, text, m -> chinese(days, m));
        for (Day day : joined(apart(days), text)) {
            stretch.add(MentionKind.DATE, day.start(), day.end(), day.value(), day.confidence(), day.ground(), name());
        }
    }

    private static void match(Pattern pattern, String text, Consumer<Matcher> each) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            each.accept(found);
        }
    }

    private static void day(List<Day> days, Matcher m, Optional<String> value, double confidence) {
        value.ifPresent(v -> days.add(new Day(m.start(), m.end(), v, confidence, Ground.FORM)));
    }

    private static void numbers(List<Day> days, Matcher m, String language) {
        String year = m.group(4);
        if (year.length() == 2 && !m.group(2).equals(".")) {
            return; // 12/5/24 may be anything
        }
        String full = year.length() == 2 ? "20" + year : year;
        Optional<String> dayFirst = date(full, m.group(3), m.group(1));
        Optional<String> monthFirst = date(full, m.group(1), m.group(3));
        boolean american = m.group(2).equals("/") && (language.equals("en") || language.isEmpty());
        double confidence = year.length() == 2 ? 0.6 : 0.9;
        if (american && dayFirst.isPresent() && monthFirst.isPresent() && !dayFirst.equals(monthFirst)) {
            String both = dayFirst.get() + " | " + monthFirst.get();
            days.add(new Day(m.start(), m.end(), both, 0.6, Ground.TWO_READINGS));
        } else {
            day(days, m, dayFirst.or(() -> american ? monthFirst : Optional.empty()), confidence);
        }
    }

    private static void dayMonth(List<Day> days, Matcher m) {
        Optional<String> last = date(m.group(4), month(m.group(3)), m.group(2));
        if (m.group(1) == null) {
            day(days, m, last, 0.95);
        } else {
            Optional<String> first = date(m.group(4), month(m.group(3)), m.group(1));
            day(days, m, first.flatMap(f -> last.map(l -> f + "/" + l)), 0.9);
        }
    }

    private static void month(List<Day> days, Matcher m) {
        String value = "%s-%02d".formatted(m.group(2), Integer.parseInt(month(m.group(1))));
        days.add(new Day(m.start(), m.end(), value, 0.8, Ground.FORM));
    }

    private static void chinese(List<Day> days, Matcher m) {
        if (m.group(3) != null) {
            day(days, m, date(m.group(1), m.group(2), m.group(3)), 0.95);
        } else if (Integer.parseInt(m.group(2)) <= 12) {
            String value = "%s-%02d".formatted(m.group(1), Integer.parseInt(m.group(2)));
            days.add(new Day(m.start(), m.end(), value, 0.8, Ground.FORM));
        }
    }

    /** The longest of those that overlap, in the order of the text. */
    private static List<Day> apart(List<Day> days) {
        days.sort(Comparator.comparingInt(Day::start)
                .thenComparing(Comparator.comparingInt(Day::end).reversed()));
        var apart = new ArrayList<Day>();
        for (Day day : days) {
            if (apart.isEmpty() || apart.getLast().end() <= day.start()) {
                apart.add(day);
            }
        }
        return apart;
    }

    private static List<Day> joined(List<Day> days, String text) {
        var joined = new ArrayList<Day>();
        for (Day day : days) {
            boolean first = joined.isEmpty();
            Day last = first ? day : joined.getLast();
            if (!first
                    && day.start() - last.end() < 16
                    && !last.value().contains("/")
                    && BETWEEN.matcher(text).region(last.end(), day.start()).matches()) {
                double confidence = Math.min(last.confidence(), day.confidence());
                Ground ground = last.ground() == Ground.FORM ? day.ground() : last.ground();
                joined.set(
                        joined.size() - 1,
                        new Day(last.start(), day.end(), last.value() + "/" + day.value(), confidence, ground));
            } else {
                joined.add(day);
            }
        }
        return joined;
    }

    private static Optional<String> date(String year, String month, String day) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day))
                    .toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String month(String name) {
        return String.valueOf(MONTHS.getOrDefault(folded(name), 0));
    }

    private static Map<String, Integer> months() {
        var months = new HashMap<String, Integer>();
        for (String language : List.of("en", "es", "fr", "de", "ru", "ar")) {
            var symbols = new DateFormatSymbols(new ULocale(language));
            for (int context : new int[] {DateFormatSymbols.FORMAT, DateFormatSymbols.STANDALONE}) {
                for (int width : new int[] {DateFormatSymbols.WIDE, DateFormatSymbols.ABBREVIATED}) {
                    String[] names = symbols.getMonths(context, width);
                    for (int i = 0; i < 12; i++) {
                        months.putIfAbsent(folded(names[i]), i + 1);
                    }
                }
            }
        }
        return Map.copyOf(months);
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
    }
}
