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
 * @param mediaType what it was found to be; absent until it was looked at
 */
public record Exhibit(
        UUID id,
        Stamp stamp,
        int number,
        String name,
        String path,
        Origin origin,
        Content content,
        Optional<String> mediaType) {

    /** The number as people write it: E0007. */
    public String reference() {
        return reference(number);
    }

    /** A running number as people write it. */
    public static String reference(int number) {
        return String.format(Locale.ROOT, "E%04d", number);
    }

    public Ref ref() {
        return new Ref("exhibit", id, stamp.owner());
    }
}
