package org.plumbline.custody;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A number of bytes as people write it: decimal units (IEC 80000-13), so that 1 GB is 1,000,000,000 bytes. */
public final class ByteCount {
    private static final List<String> UNITS = List.of("B", "kB", "MB", "GB", "TB", "PB");
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,3})?)\\s*([kKMGTP]?B)");

    private ByteCount() {}

    /** What is written as 500 GB or 1.5 TB; absent where it is not written so or is less than a byte. */
    public static OptionalLong parse(String text) {
        Matcher written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            return OptionalLong.empty();
        }
        int power = UNITS.indexOf(written.group(2).replace('K', 'k'));
        BigDecimal bytes = new BigDecimal(written.group(1))
                .multiply(BigDecimal.valueOf(1000).pow(power));
        boolean whole = bytes.compareTo(BigDecimal.ONE) >= 0 && bytes.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0;
        return whole ? OptionalLong.of(bytes.longValue()) : OptionalLong.empty();
    }

    /** In the largest unit that has a whole figure, cut to one decimal. */
    public static String words(long bytes) {
        int power = 0;
        while (power + 1 < UNITS.size() && bytes >= Math.pow(1000, power + 1)) {
            power++;
        }
        BigDecimal shown = BigDecimal.valueOf(bytes)
                .divide(BigDecimal.valueOf(1000).pow(power), 1, RoundingMode.DOWN)
                .stripTrailingZeros();
        return String.format(Locale.ROOT, "%s %s", shown.toPlainString(), UNITS.get(power));
    }
}
