package org.plumbline.administration.web;

import java.util.UUID;
import org.plumbline.identity.OwnSessions;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Ends the reader's own sessions, from their account. */
@Controller
class SessionsController {
    private final OwnSessions sessions;

    SessionsController(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/account/sessions/{sessionId}/end")
    String end(@PathVariable UUID sessionId) {
        sessions.end(sessionId);
        return "redirect:/account";
    }

    @PostMapping("/account/sessions/end-others")
    String endOthers() {
        sessions.endOthers();
        return "redirect:/account";
    }
}
