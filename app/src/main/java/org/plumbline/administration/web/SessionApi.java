package org.plumbline.administration.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.plumbline.cases.web.Listing;
import org.plumbline.identity.LiveSession;
import org.plumbline.identity.OwnSessions;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own browser sessions, over the API. */
@RestController
@RequestMapping("/api/v1/sessions")
@Tag(name = "Sessions")
class SessionApi {
    private final OwnSessions sessions;

    SessionApi(OwnSessions sessions) {
        this.sessions = sessions;
    }

    /** A browser in which you are signed in. */
    record SessionJson(UUID id, String browser, String system, Instant begunAt, Instant lastUsedAt) {
        static SessionJson of(LiveSession s) {
            return new SessionJson(s.id(), s.browser(), s.system(), s.begun(), s.lastUsed());
        }
    }

    /** A session that was ended. */
    record EndedSession(UUID id) {}

    /** How many were ended. */
    record EndedSessions(int sessions) {}

    @GetMapping
    @Operation(summary = "Browsers in which you are signed in, latest used first")
    Listing<SessionJson> list() {
        return Listing.whole(sessions.list(), SessionJson::of);
    }

    @PostMapping("/{sessionId}/end")
    @Operation(summary = "End a session of yours: it is gone at its next request")
    EndedSession end(@PathVariable UUID sessionId) {
        sessions.end(sessionId);
        return new EndedSession(sessionId);
    }

    @PostMapping("/end-others")
    @Operation(summary = "End all your browser sessions; the token you use is none")
    EndedSessions endOthers() {
        return new EndedSessions(sessions.endOthers());
    }
}
