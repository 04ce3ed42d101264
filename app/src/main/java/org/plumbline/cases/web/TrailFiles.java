package org.plumbline.cases.web;

import java.util.UUID;
import org.plumbline.audit.log.TrailExport;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Proofs and exports of the trail as files. */
public final class TrailFiles {
    private TrailFiles() {}

    /** A {@code .tlog-proof} of an entry. */
    public static ResponseEntity<byte[]> proof(UUID entry, byte[] proof) {
        return file(MediaType.APPLICATION_OCTET_STREAM, entry + ".tlog-proof", proof);
    }

    static ResponseEntity<byte[]> export(TrailExport export) {
        return file(MediaType.parseMediaType("application/zip"), "trail.zip", export.bytes());
    }

    private static ResponseEntity<byte[]> file(MediaType type, String name, byte[] content) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
