package org.plumbline.documents.extract;

import java.util.Comparator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;

/** How the cells of a text are set apart. */
public final class Delimiters {
    private static final List<Character> SIGNS = List.of(',', ';', '|', '\t');

    private Delimiters() {}

    /** Of the text of a sheet: as sheets are read, tabs, or what the file itself puts there. */
    public static CSVFormat ofSheet(String text) {
        return text.indexOf('\t') >= 0 ? with('\t') : ofFile(text);
    }

    /** Of a file: what stands most often in its first line; a tab within a cell further on is no sign of anything. */
    public static CSVFormat ofFile(String beginning) {
        String first =
                beginning.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return with(SIGNS.stream()
                .max(Comparator.comparingLong(
                        sign -> first.chars().filter(c -> c == sign).count()))
                .orElse(','));
    }

    /** Between tabs a quote is a sign like others. */
    private static CSVFormat with(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setQuote(delimiter == '\t' ? null : '"')
                .setIgnoreEmptyLines(false)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }
}
