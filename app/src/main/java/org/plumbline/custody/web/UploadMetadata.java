package org.plumbline.custody.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.UploadTaker;
import org.plumbline.custody.uploads.Asked;
import org.plumbline.custody.vault.ComparisonKind;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Input;

/**
 * What the headers of tus say of a new upload: {@code Upload-Length}, and {@code Upload-Metadata} with {@code case},
 * {@code filename}, {@code path}, {@code ingestion}, {@code purpose}, {@code sha256} and {@code digests}; other names
 * are kept and mean nothing.
 *
 * @param caseId the case that is named
 */
record UploadMetadata(CaseId caseId, Asked asked) {
    private static final String HEADER = "Upload-Metadata";
    private static final int LONGEST = 8000;

    /** @throws org.plumbline.kernel.Refused with every field that is wrong */
    static UploadMetadata of(@Nullable String length, @Nullable String deferred, @Nullable String metadata) {
        var input = new Input();
        if (deferred != null) {
            input.refuse("Upload-Length", "upload-length-deferred", Map.of());
        }
        long bytes = length(length, input);
        String text = input.text(HEADER, metadata, LONGEST);
        Map<String, String> said = said(text, input);
        Optional<UUID> named = id("case", said, input);
        if (named.isEmpty()) {
            input.refuse("case", "field-missing", Map.of());
        }
        Optional<UUID> ingestion = id("ingestion", said, input);
        Optional<Digest> sha256 = digest(said, input);
        var compared = ComparisonKind.read("digests", said.get("digests"), input);
        input.check();
        Origin origin = Acting.require().channel() == Acting.Channel.PAGE ? Origin.UPLOAD : Origin.COMMAND;
        var as = Received.of(
                present("path", said).or(() -> present("filename", said)).orElse(null), origin);
        var to = new UploadTaker.Destination(ingestion, present("purpose", said));
        return new UploadMetadata(new CaseId(named.orElseThrow()), new Asked(as, bytes, sha256, compared, to, text));
    }

    private static long length(@Nullable String header, Input input) {
        String text = input.text("Upload-Length", header, 30);
        if (!text.matches("[0-9]{1,18}")) {
            input.refuse("Upload-Length", "upload-length-not-a-count", Map.of("value", text));
            return 0;
        }
        return Long.parseLong(text);
    }

    private static Map<String, String> said(String metadata, Input input) {
        var said = new HashMap<String, String>();
        for (String pair : metadata.split(",", -1)) {
            String[] words = pair.strip().split(" ", 2);
            try {
                byte[] value =
                        words.length < 2 ? new byte[0] : Base64.getDecoder().decode(words[1].strip());
                said.put(
                        words[0],
                        StandardCharsets.UTF_8
                                .newDecoder()
                                .decode(ByteBuffer.wrap(value))
                                .toString());
            } catch (IllegalArgumentException | CharacterCodingException e) {
                input.refuse(HEADER, "upload-metadata-unreadable", Map.of("name", words[0]));
            }
        }
        return said;
    }

    private static Optional<UUID> id(String name, Map<String, String> said, Input input) {
        try {
            return present(name, said).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            input.refuse(name, "field-not-a-choice", Map.of("value", said.getOrDefault(name, "")));
            return Optional.empty();
        }
    }

    private static Optional<Digest> digest(Map<String, String> said, Input input) {
        try {
            return present("sha256", said).map(hex -> new Digest(hex.toLowerCase(Locale.ROOT)));
        } catch (IllegalArgumentException e) {
            input.refuse("sha256", "upload-sha256-is-none", Map.of("value", said.getOrDefault("sha256", "")));
            return Optional.empty();
        }
    }

    private static Optional<String> present(String name, Map<String, String> said) {
        return Optional.ofNullable(said.get(name)).map(String::strip).filter(text -> !text.isEmpty());
    }
}
