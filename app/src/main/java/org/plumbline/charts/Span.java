package org.plumbline.charts;

import java.util.Optional;

/**
 * A stretch of time between two partial dates, both included; an absent one is open.
 *
 * @param from such as {@code 2028} or {@code 2028-05-04}
 * @param until likewise
 */
public record Span(Optional<String> from, Optional<String> until) {

    /** Whether some of the link's time may lie in the stretch; false when nobody knows its time. */
    boolean touches(ChartLink link) {
        Optional<String> begins = link.from().or(link::until);
        Optional<String> ends = link.until().or(link::from);
        return begins.isPresent()
                && ends.isPresent()
                && from.map(day -> notAfter(day, ends.get())).orElse(true)
                && until.map(day -> notAfter(begins.get(), day)).orElse(true);
    }

    /** Partial dates compare as text, cut to the shorter one: 2019 is not after 2019-03, nor is 2019-03 after 2019. */
    private static boolean notAfter(String first, String second) {
        int length = Math.min(first.length(), second.length());
        return first.substring(0, length).compareTo(second.substring(0, length)) <= 0;
    }
}
