package org.plumbline.site.web;

import jakarta.servlet.http.HttpServletRequest;
import org.plumbline.watching.Failure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Writes an unexpected exception to the log, once, by request id: types and places in the code. Messages are left out,
 * because a library may quote what it was given: names, or the text of a document.
 */
final class FailureLog {
    private static final Logger LOG = LoggerFactory.getLogger(FailureLog.class);

    private FailureLog() {}

    static void write(Throwable failure, HttpServletRequest request) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("Request {} {} failed\n{}", request.getMethod(), route, Failure.places(failure));
    }
}
