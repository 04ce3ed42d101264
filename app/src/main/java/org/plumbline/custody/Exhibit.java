package org.plumbline.custody;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
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

    public Ref ref() {
        return new Ref("exhibit", id, stamp.owner());
    }
}
