package org.plumbline.custody.web;

import io.swagger.v3.oas.annotations.media.Schema;
import org.plumbline.custody.vault.ComparisonDigest;

/** A digest for comparing, as the API says it. */
record ComparisonJson(
        @Schema(description = "md5 or sha1; for comparing with lists and other tools, and no proof by itself")
        String kind,

        @Schema(description = "Lower-case hexadecimal digits")
        String digest) {
    static ComparisonJson of(ComparisonDigest digest) {
        return new ComparisonJson(digest.kind().code(), digest.hex());
    }
}
