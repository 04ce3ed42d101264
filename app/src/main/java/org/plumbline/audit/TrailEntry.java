package org.plumbline.audit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.MemberId;
import org.plumbline.kernel.OrganisationId;
import org.plumbline.kernel.Ref;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An entry as a reader of the trail sees it.
 *
 * @param kind act, consultation or refusal
 * @param leaf the commitment, 64 hexadecimal digits
 * @param body absent once erased by law
 * @param erased when that was done, and on which ground
 */
public record TrailEntry(
        UUID id,
        Instant at,
        MemberId by,
        Optional<CaseId> caseId,
        String kind,
        String action,
        String outcome,
        Optional<String> reason,
        Optional<UUID> partOf,
        String leaf,
        Optional<Body> body,
        Optional<Erased> erased) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * That the body was erased.
     *
     * @param ground the law that asked for it
     */
    public record Erased(Instant at, String ground) {}

    /**
     * The erasable part of an entry.
     *
     * @param purpose the purpose in force; empty when none was chosen
     * @param channel page, api, job or command
     * @param refs records made, changed or shown
     * @param facts short facts by name
     */
    public record Body(String purpose, String channel, String session, List<Ref> refs, Map<String, String> facts) {
        static Body parse(String content) {
            JsonNode json = JSON.readTree(content);
            var refs = json.get("records")
                    .valueStream()
                    .map(r -> new Ref(
                            r.get("kind").stringValue(),
                            UUID.fromString(r.get("id").stringValue()),
                            new OrganisationId(UUID.fromString(r.get("owner").stringValue()))))
                    .toList();
            var facts = new java.util.TreeMap<String, String>();
            json.get("facts")
                    .properties()
                    .forEach(f -> facts.put(f.getKey(), f.getValue().stringValue()));
            return new Body(
                    json.get("purpose").stringValue(),
                    json.get("channel").stringValue(),
                    json.get("session").stringValue(),
                    refs,
                    facts);
        }
    }
}
