package org.plumbline.documents.extract.worker;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;

/**
 * A date as the header of an E01 states it: seconds since 1970 in {@code header2}, and six numbers by a clock that is
 * not named in {@code header}.
 */
final class EwfDate {
    private EwfDate() {}

    /** In the form of ISO 8601 where it is one of the two, otherwise as it stands. */
    static String of(String stated) {
        String text = stated.strip();
        try {
            if (text.matches("[0-9]{1,11}")) {
                return Instant.ofEpochSecond(Long.parseLong(text)).toString();
            }
            if (text.matches("[0-9]{4}( [0-9]{1,2}){5}")) {
                int[] parts = Arrays.stream(text.split(" ", -1))
                        .mapToInt(Integer::parseInt)
                        .toArray();
                return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
                        .toString();
            }
        } catch (DateTimeException noDate) {
            return text;
        }
        return text;
    }
}
