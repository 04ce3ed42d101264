package org.plumbline.cases;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How an organisation numbers its cases: literal text, {@code {yyyy}} or {@code {yy}} for the year, and {@code {nnnn}}
 * for the running number of that year, zero-padded to the count of n.
 */
record NumberScheme(String pattern) {
    private static final Pattern RUNNING = Pattern.compile("\\{(n{1,9})}");

    NumberScheme {
        if (!RUNNING.matcher(pattern).find()) {
            throw new IllegalArgumentException("Scheme \"" + pattern + "\" has no running number such as {nnnn}");
        }
    }

    String number(int year, int running) {
        String dated = pattern.replace("{yyyy}", String.format(java.util.Locale.ROOT, "%04d", year))
                .replace("{yy}", String.format(java.util.Locale.ROOT, "%02d", year % 100));
        return RUNNING.matcher(dated)
                .replaceFirst(m -> Matcher.quoteReplacement(padded(m.group(1).length(), running)));
    }

    private static String padded(int width, int running) {
        return String.format(java.util.Locale.ROOT, "%0" + width + "d", running);
    }
}
