package org.plumbline.documents.extract;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** How the cells of a text are set apart. */
public final class Delimiters {
    private static final List<Character> OTHERS = List.of(',', ';', '|');

    private Delimiters() {}

    /** Tabs, between which quotes are signs like others, or what stands most often in the first line. */
    public static CSVFormat format(String beginning) {
        boolean tabs = beginning.indexOf('\t') >= 0;
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(tabs ? '\t' : inFirstLine(beginning))
                .setQuote(tabs ? null : '"')
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }

    private static char inFirstLine(String beginning) {
        String first =
                beginning.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return OTHERS.stream()
                .max(Comparator.comparingLong(
                        delimiter -> first.chars().filter(c -> c == delimiter).count()))
                .orElse(',');
    }
}
