package org.plumbline.cases.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plumbline.audit.TrailEntry;
import org.plumbline.kernel.CaseId;

/** An entry of a trail in the API. */
public record TrailJson(
        UUID id,
        Instant at,
        UUID by,
        @Nullable UUID caseId,
        String kind,
        String action,
        String outcome,
        @Nullable String reason,
        String purpose,
        String channel,
        List<RecordJson> records,
        Map<String, String> facts,
        String leaf) {
    /** A record an entry names. */
    public record RecordJson(String kind, UUID id) {}

    public static TrailJson of(TrailEntry e) {
        var body = e.body();
        return new TrailJson(
                e.id(),
                e.at(),
                e.by().value(),
                e.caseId().map(CaseId::value).orElse(null),
                e.kind(),
                e.action(),
                e.outcome(),
                e.reason().orElse(null),
                body.map(TrailEntry.Body::purpose).orElse(""),
                body.map(TrailEntry.Body::channel).orElse(""),
                body.map(TrailEntry.Body::refs).orElse(List.of()).stream()
                        .map(r -> new RecordJson(r.kind(), r.id()))
                        .toList(),
                body.map(TrailEntry.Body::facts).orElse(Map.of()),
                e.leaf());
    }
}
