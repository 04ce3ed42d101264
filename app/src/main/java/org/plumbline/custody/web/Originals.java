package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.plumbline.custody.Original;
import org.plumbline.site.web.ContentPolicy;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Sends bytes as received: in a sandbox, never kept by a cache, never guessed at by a browser; ranges are answered. The
 * consultation is committed before the first byte.
 */
public final class Originals {
    /** What our own pages show themselves; everything else is sent to be saved. */
    private static final Set<String> SHOWN =
            Set.of("application/pdf", "image/png", "image/jpeg", "image/gif", "image/webp", "image/bmp");

    private Originals() {}

    /** Whether our pages show the bytes of this type as they are. */
    public static boolean shown(String mediaType) {
        return SHOWN.contains(mediaType);
    }

    /** To be saved under its name. */
    public static ResponseEntity<Resource> save(Original original, HttpServletResponse response) {
        return send(original, MediaType.APPLICATION_OCTET_STREAM, "attachment", response);
    }

    /** To be shown by our own page; a type we do not show is sent to be saved. */
    public static ResponseEntity<Resource> show(Original original, HttpServletResponse response) {
        return original.mediaType()
                .filter(Originals::shown)
                .map(type -> send(original, MediaType.parseMediaType(type), "inline", response))
                .orElseGet(() -> save(original, response));
    }

    private static ResponseEntity<Resource> send(
            Original original, MediaType type, String disposition, HttpServletResponse response) {
        ContentPolicy.untrusted(response);
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, named(original.name(), disposition))
                .header(HttpHeaders.ETAG, "\"" + original.content().digest() + "\"")
                .body(new SealedResource(original));
    }

    private static String named(String name, String disposition) {
        String clean = name.replaceAll("[\\p{Cntrl}\"\\\\/]", "_");
        return ContentDisposition.builder(disposition)
                .filename(clean, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
