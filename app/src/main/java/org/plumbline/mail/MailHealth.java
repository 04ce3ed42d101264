package org.plumbline.mail;

import java.util.List;
import org.plumbline.watching.Finding;
import org.plumbline.watching.HealthCheck;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Whether a mail server is named and took the last letter. */
@Component
@Order(35)
class MailHealth implements HealthCheck {
    private final MailServer server;

    MailHealth(MailServer server) {
        this.server = server;
    }

    @Override
    public List<Finding> look() {
        if (server.isOff()) {
            return List.of(Finding.missing("mail", "none"));
        }
        return List.of(server.last()
                .filter(outcome -> !outcome.isAccepted())
                .map(outcome -> Finding.failing(
                        "mail", "failing", "outcome", outcome.kind().code()))
                .orElseGet(() -> Finding.good("mail", "named")));
    }
}
