package org.plumbline.custody;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Stamp;

/**
 * A thing as received.
 *
 * @param number its running number in the case
 * @param name the name as received
 * @param path the path as stated by whoever sent it
 * @param content its bytes; absent where it is a thing
 * @param mediaType what it was found to be; absent until it was looked at
 */
public record Exhibit(
        UUID id,
        Stamp stamp,
        int number,
        String name,
        String path,
        Origin origin,
        Optional<Content> content,
        Optional<String> mediaType,
        Lineage lineage) {

    private static final int OF_A_SERIES = 1_000_000;
    private static final Pattern REFERENCE = Pattern.compile("(?:K([0-9]{1,3})-)?E?([0-9]{1,6})");

    /** A running number of a series, as one figure: 0 is the series of the case level. */
    static int numberIn(int series, int running) {
        return series * OF_A_SERIES + running;
    }

    /** The number as people write it: E0007, and K2-E0007 in the second compartment. */
    public String reference() {
        return reference(number);
    }

    /** A running number as people write it. */
    public static String reference(int number) {
        String running = String.format(Locale.ROOT, "E%04d", number % OF_A_SERIES);
        return number < OF_A_SERIES ? running : "K" + number / OF_A_SERIES + "-" + running;
    }

    /** The running number of a number as people write it, also without its zeros and its E; absent where it is none. */
    public static OptionalInt numberOf(String reference) {
        Matcher written = REFERENCE.matcher(reference.strip().toUpperCase(Locale.ROOT));
        if (!written.matches()) {
            return OptionalInt.empty();
        }
        int series = written.group(1) == null ? 0 : Integer.parseInt(written.group(1));
        return OptionalInt.of(numberIn(series, Integer.parseInt(written.group(2))));
    }

    public Ref ref() {
        return new Ref("exhibit", id, stamp.owner());
    }
}
