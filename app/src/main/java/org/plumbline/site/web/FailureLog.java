package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes an unexpected exception to the log, once, by request id: types and places in the code. Messages are left out,
 * because a library may quote what it was given: names, or the text of a document.
 */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);
    /** Causes beyond this depth are cut: enough for every chain seen so far, and no endless loop. */
    private static final int DEEPEST_CAUSE = 8;

    private FailureLog() {}

    static void write(Throwable failure, HttpServletRequest request) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("Request {} {} {} failed\n{}", RequestId.of(request), request.getMethod(), route, places(failure));
    }

    static String places(Throwable failure) {
        var text = new StringBuilder();
        @Nullable Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            text.append(depth == 0 ? "" : "caused by ")
                    .append(cause.getClass().getName())
                    .append('\n')
                    .append(Arrays.stream(cause.getStackTrace())
                            .map(place -> "    at " + place + "\n")
                            .collect(Collectors.joining()));
            cause = cause.getCause();
        }
        return text.toString();
    }
}
