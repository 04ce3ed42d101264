package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plumbline.administration.InstallationKeys;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The installation's keys over the API: what may be said of them. */
@RestController
@Tag(name = "Installation")
class KeysApi {
    private final InstallationKeys keys;

    KeysApi(InstallationKeys keys) {
        this.keys = keys;
    }

    /** A key of the data folder; its public part is empty where it only seals. */
    record KeyJson(String kind, Instant made, String publicPart, String master) {}

    /** A stretch of the log and the key it is verified with. */
    record EpochJson(int number, long first, String verifier, Instant began) {}

    /** A key that is not used any more; revoked where what it signed since then counts for nothing. */
    record EndedJson(
            String kind,
            Optional<Instant> made,
            Instant ended,
            Optional<Instant> revokedSince,
            String reason,
            String publicPart) {}

    /** The master key by its fingerprint, and what it seals. */
    record KeysJson(String master, String place, List<KeyJson> keys, List<EpochJson> epochs, List<EndedJson> ended) {}

    @GetMapping("/api/v1/keys")
    @Operation(summary = "The installation's keys: made when, sealed under which master key; no key itself")
    KeysJson list() {
        InstallationKeys.Known known = keys.list();
        return new KeysJson(
                known.master(),
                known.place(),
                known.keys().stream()
                        .map(key -> new KeyJson(key.kind(), key.made(), key.publicPart(), key.master()))
                        .toList(),
                known.epochs().stream()
                        .map(epoch -> new EpochJson(epoch.number(), epoch.first(), epoch.verifier(), epoch.began()))
                        .toList(),
                known.ended().stream()
                        .map(key -> new EndedJson(
                                key.kind(),
                                key.made(),
                                key.ended(),
                                key.revokedSince(),
                                key.reason(),
                                key.publicPart()))
                        .toList());
    }
}
