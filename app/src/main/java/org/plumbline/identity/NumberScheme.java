package org.plumbline.identity;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an organisation numbers its cases: literal text, {@code {yyyy}} or {@code {yy}} for the year, and {@code {nnnn}}
 * for the running number of that year, zero-padded to the count of n. Without a year the running number goes on for
 * ever.
 */
public record NumberScheme(String pattern) {
    private static final int LONGEST = 40;
    private static final Pattern RUNNING = Pattern.compile("\\{(n{1,9})}");
    private static final Pattern YEAR = Pattern.compile("\\{yyyy}|\\{yy}");

    /** What a number may be made of: it stands in addresses and in the names of files. */
    private static final Pattern LITERAL = Pattern.compile("[\\p{L}\\p{Nd}._-]*");

    public NumberScheme {
        fault(pattern).ifPresent(code -> {
            throw new IllegalArgumentException("Scheme \"" + pattern + "\" breaks the rule " + code);
        });
    }

    /** The reason code of the rule that a pattern breaks; empty where it breaks none. */
    public static Optional<String> fault(String pattern) {
        String literal = YEAR.matcher(RUNNING.matcher(pattern).replaceAll("")).replaceAll("");
        if (pattern.length() > LONGEST) {
            return Optional.of("scheme-too-long");
        } else if (RUNNING.matcher(pattern).results().count() != 1) {
            return Optional.of("scheme-without-running-number");
        } else if (YEAR.matcher(pattern).results().count() > 1) {
            return Optional.of("scheme-with-two-years");
        } else if (literal.contains("{") || literal.contains("}")) {
            return Optional.of("scheme-unknown-part");
        }
        return LITERAL.matcher(literal).matches() ? Optional.empty() : Optional.of("scheme-characters");
    }

    /** The series of a year, which counts for itself: the year, or 0 where the number does not say it. */
    public int series(int year) {
        return YEAR.matcher(pattern).find() ? year : 0;
    }

    /** The number of a year with this running number. */
    public String number(int year, int running) {
        String dated = pattern.replace("{yyyy}", String.format(Locale.ROOT, "%04d", year))
                .replace("{yy}", String.format(Locale.ROOT, "%02d", year % 100));
        return RUNNING.matcher(dated)
                .replaceFirst(m -> Matcher.quoteReplacement(padded(m.group(1).length(), running)));
    }

    private static String padded(int width, int running) {
        return String.format(Locale.ROOT, "%0" + width + "d", running);
    }
}
