package org.plumbline.reports.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;

/** The version a change was made against, as If-Match carries it (RFC 9110, section 13.1.1). */
final class SeenVersion {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"([0-9]{1,9})\"");

    private SeenVersion() {}

    /** @throws ErrorResponseException 428 when there is none (RFC 6585, section 3), 400 when it is no version */
    static int of(@Nullable String header) {
        if (header == null) {
            throw new ErrorResponseException(HttpStatus.PRECONDITION_REQUIRED);
        }
        Matcher tag = TAG.matcher(header.strip());
        if (!tag.matches()) {
            throw new ErrorResponseException(HttpStatus.BAD_REQUEST);
        }
        return Integer.parseInt(tag.group(1));
    }
}
