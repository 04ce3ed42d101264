package org.plumbline.cases.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plumbline.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;

/** Versions in headers: an answer carries its record's version as ETag, and a change names it in If-Match. */
public final class IfMatch {
    private IfMatch() {}

    /**
     * The version a change was made against.
     *
     * @throws ErrorResponseException 428 when the header is missing: a change without it could overwrite another
     */
    public static int version(@Nullable String header) {
        if (header == null || header.isBlank()) {
            throw new ErrorResponseException(HttpStatus.PRECONDITION_REQUIRED);
        }
        try {
            return Integer.parseInt(header.strip().replace("W/", "").replace("\"", ""));
        } catch (NumberFormatException e) {
            throw Refusal.invalid(List.of(
                            new Refusal.Field("If-Match", "field-not-a-choice", Map.of("value", header.strip()))))
                    .asException();
        }
    }

    /** An answer that carries the version of its record. */
    public static <T> ResponseEntity<T> tagged(HttpStatus status, T body, int version) {
        return ResponseEntity.status(status)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .body(body);
    }
}
