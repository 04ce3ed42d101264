package org.plumbline.repeats;

import java.time.Instant;
import java.util.Optional;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;

/**
 * The answer to a write, as it was first given, with the request it answers.
 *
 * @param request digest of the request: its query, precondition and body
 * @param at when the act was done
 * @param caseId the case it was done in
 * @param given what was answered
 */
public record KeptAnswer(Digest request, Instant at, Optional<CaseId> caseId, Given given) {
    /**
     * What was answered; texts are empty where the answer has none.
     *
     * @param location where the record that was made is read
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared; written to answers only
    public record Given(int status, String contentType, String etag, String location, byte[] body) {}
}
