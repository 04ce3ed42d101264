package org.plumbline.cases.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.TrailEntry;
import org.plumbline.audit.log.Seal;
import org.plumbline.audit.log.Stamped;

/**
 * An entry of a trail with its seal, in the API.
 *
 * @param seal recorded, sealed or disputed
 * @param checkpoint size of the first checkpoint that covers it, once sealed
 * @param witnesses how many outside witnesses have signed a checkpoint over it
 * @param timestampedAt what an authority states of the first checkpoint over it that it has stamped
 * @param timestampSelfAsserted whether that authority is the log's own side
 * @param dispute what does not hold, where nothing is sealed any more
 */
public record SealedEntryJson(
        TrailJson entry,
        String seal,
        @Nullable Long checkpoint,
        @Nullable Instant sealedAt,
        @Nullable Integer witnesses,
        @Nullable Instant timestampedAt,
        @Nullable String timestampedBy,
        @Nullable Boolean timestampSelfAsserted,
        @Nullable String dispute,
        @Nullable Instant erasedAt,
        @Nullable String erasedOnGround) {
    public static SealedEntryJson of(TrailEntry entry, Seal seal) {
        TrailJson json = TrailJson.of(entry);
        @Nullable Instant erasedAt = entry.erased().map(TrailEntry.Erased::at).orElse(null);
        @Nullable String ground = entry.erased().map(TrailEntry.Erased::ground).orElse(null);
        return switch (seal) {
            case Seal.Recorded recorded ->
                new SealedEntryJson(json, "recorded", null, null, null, null, null, null, null, erasedAt, ground);
            case Seal.Sealed sealed ->
                new SealedEntryJson(
                        json,
                        "sealed",
                        sealed.checkpoint(),
                        sealed.at(),
                        sealed.witnessed().seen(),
                        sealed.stamped().map(Stamped::at).orElse(null),
                        sealed.stamped().map(Stamped::authority).orElse(null),
                        sealed.stamped().map(Stamped::selfAsserted).orElse(null),
                        null,
                        erasedAt,
                        ground);
            case Seal.Disputed disputed ->
                new SealedEntryJson(
                        json, "disputed", null, null, null, null, null, null, disputed.code(), erasedAt, ground);
        };
    }
}
