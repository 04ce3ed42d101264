package org.plumbline.reports.render;

import java.util.List;
import org.plumbline.kernel.Digest;

/**
 * A finished file.
 *
 * @param bytes its content; the array belongs to the receiver
 * @param digest the SHA-256 of the content, for the trail
 * @param mediaType its media type
 * @param warnings what it could not show as given, each once
 */
@SuppressWarnings("ArrayRecordComponent") // a file's content is handed on once; equality is by digest
public record RenderedReport(byte[] bytes, Digest digest, String mediaType, List<Warning> warnings) {
    public RenderedReport {
        warnings = List.copyOf(warnings);
    }

    static RenderedReport of(byte[] bytes, String mediaType, List<Warning> warnings) {
        return new RenderedReport(bytes, Digest.of(bytes), mediaType, warnings);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RenderedReport that && digest.equals(that.digest) && warnings.equals(that.warnings);
    }

    @Override
    public int hashCode() {
        return digest.hashCode();
    }
}
