package org.plumbline.charts.web;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** The version a change was made from (RFC 9110, section 13.1.1): required on every change of a chart. */
final class IfMatch {
    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,9})\"");

    private IfMatch() {}

    static int version(Optional<String> header) {
        Matcher tag = TAG.matcher(header.map(String::strip)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.PRECONDITION_REQUIRED)));
        if (!tag.matches()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
        return Integer.parseInt(tag.group(1));
    }

    static String tag(int version) {
        return "\"" + version + "\"";
    }
}
