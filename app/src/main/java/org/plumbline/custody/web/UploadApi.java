package org.plumbline.custody.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.uploads.Checksum;
import org.plumbline.custody.uploads.Piece;
import org.plumbline.custody.uploads.Standing;
import org.plumbline.custody.uploads.Upload;
import org.plumbline.custody.uploads.Uploads;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refusal;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Resumable uploads as tus 1.0.0 has them (https://tus.io/protocols/resumable-upload), and one as JSON. */
@RestController
@RequestMapping("/api/v1/uploads")
class UploadApi {
    private static final String OFFSET_STREAM = "application/offset+octet-stream";
    private static final String ONE = "/{caseId}/{upload}";
    private static final String EXTENSIONS = "creation,creation-with-upload,checksum,termination,expiration";
    private static final String OFFSET = "Upload-Offset";
    private static final String CHECKSUM = "Upload-Checksum";

    private final Uploads uploads;
    private final Clock clock;

    UploadApi(Uploads uploads, Clock clock) {
        this.uploads = uploads;
        this.clock = clock;
    }

    /**
     * An upload as the API says it.
     *
     * @param bytes how many there will be
     * @param offset how many have arrived for good
     * @param state begun, receiving, received, given-up, refused or expired
     * @param exhibit what it became
     */
    record One(
            UUID id,
            UUID caseId,
            String name,
            String path,
            long bytes,
            long offset,
            String state,
            Optional<String> sha256,
            Instant expiresAt,
            Optional<UUID> ingestion,
            Optional<UUID> exhibit) {
        static One of(Standing standing, Instant now) {
            Upload upload = standing.upload();
            return new One(
                    upload.id(),
                    upload.caseId().value(),
                    upload.as().name(),
                    upload.as().path(),
                    upload.bytes(),
                    standing.offset(),
                    upload.state(standing.offset(), now),
                    upload.sha256().map(Digest::hex),
                    upload.expires(),
                    upload.to().ingestion(),
                    upload.exhibit());
        }
    }

    /** What is spoken here. */
    @RequestMapping(
            path = {"", ONE},
            method = RequestMethod.OPTIONS)
    ResponseEntity<Void> spoken() {
        return ResponseEntity.noContent()
                .header("Tus-Version", TusRules.VERSION)
                .header("Tus-Extension", EXTENSIONS)
                .header("Tus-Max-Size", Long.toString(Uploads.LONGEST))
                .header("Tus-Checksum-Algorithm", String.join(",", Checksum.ALGORITHMS))
                .build();
    }

    /** Begins an upload; its first bytes may come along. One of nothing is received at once. */
    @PostMapping
    ResponseEntity<One> begin(
            @RequestHeader(name = "Upload-Length", required = false) @Nullable String length,
            @RequestHeader(name = "Upload-Defer-Length", required = false) @Nullable String deferred,
            @RequestHeader(name = "Upload-Metadata", required = false) @Nullable String metadata,
            @RequestHeader(name = CHECKSUM, required = false) @Nullable String checksum,
            HttpServletRequest request)
            throws IOException {
        Optional<Checksum> stated = Optional.ofNullable(checksum).map(Checksum::of);
        UploadMetadata said = UploadMetadata.of(length, deferred, metadata);
        Upload upload = uploads.begin(said.caseId(), said.asked());
        var standing = new Standing(upload, 0);
        boolean withBytes = OFFSET_STREAM.equals(request.getContentType());
        if (withBytes || upload.bytes() == 0) {
            InputStream bytes = withBytes ? request.getInputStream() : InputStream.nullInputStream();
            OptionalLong size = withBytes ? size(request) : OptionalLong.of(0);
            standing = uploads.append(said.caseId(), upload.id(), new Piece(0, bytes, size, stated));
        }
        return ResponseEntity.created(URI.create("/api/v1/uploads/" + said.caseId() + "/" + upload.id()))
                .headers(where(standing))
                .body(One.of(standing, clock.instant()));
    }

    /** How far it has come. */
    @RequestMapping(path = ONE, method = RequestMethod.HEAD)
    ResponseEntity<Void> stand(@PathVariable UUID caseId, @PathVariable UUID upload) {
        Standing standing = uploads.stand(new CaseId(caseId), upload);
        return ResponseEntity.ok()
                .headers(where(standing))
                .header("Upload-Length", Long.toString(standing.upload().bytes()))
                .header("Upload-Metadata", standing.upload().metadata())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The same in words, and what became of it. */
    @GetMapping(ONE)
    One read(@PathVariable UUID caseId, @PathVariable UUID upload) {
        return One.of(uploads.read(new CaseId(caseId), upload), clock.instant());
    }

    /** Some of its bytes. */
    @PatchMapping(path = ONE, consumes = OFFSET_STREAM)
    ResponseEntity<Void> append(
            @PathVariable UUID caseId,
            @PathVariable UUID upload,
            @RequestHeader(name = OFFSET, required = false) @Nullable String offset,
            @RequestHeader(name = CHECKSUM, required = false) @Nullable String checksum,
            HttpServletRequest request)
            throws IOException {
        Optional<Checksum> stated = Optional.ofNullable(checksum).map(Checksum::of);
        var piece = new Piece(offset(offset), request.getInputStream(), size(request), stated);
        Standing standing = uploads.append(new CaseId(caseId), upload, piece);
        return ResponseEntity.noContent().headers(where(standing)).build();
    }

    /** Gives it up. */
    @DeleteMapping(ONE)
    ResponseEntity<Void> giveUp(@PathVariable UUID caseId, @PathVariable UUID upload) {
        uploads.giveUp(new CaseId(caseId), upload);
        return ResponseEntity.noContent().build();
    }

    private static HttpHeaders where(Standing standing) {
        var headers = new HttpHeaders();
        headers.set(OFFSET, Long.toString(standing.offset()));
        headers.set(
                "Upload-Expires",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        standing.upload().expires().atOffset(ZoneOffset.UTC)));
        return headers;
    }

    private static OptionalLong size(HttpServletRequest request) {
        long announced = request.getContentLengthLong();
        return announced < 0 ? OptionalLong.empty() : OptionalLong.of(announced);
    }

    private static long offset(@Nullable String header) {
        String text = header == null ? "" : header.strip();
        if (!text.matches("[0-9]{1,18}")) {
            throw Refusal.invalid(List.of(new Refusal.Field(
                            OFFSET,
                            text.isEmpty() ? "field-missing" : "upload-length-not-a-count",
                            Map.of("value", text))))
                    .asException();
        }
        return Long.parseLong(text);
    }
}
