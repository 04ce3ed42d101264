package org.plumbline.identity.web;

import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import java.util.UUID;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;

/** A purpose as a session keeps it, one attribute a case: the compartment, a bar, and the purpose in words. */
final class TakenPurpose {
    private static final char BAR = '|';

    private TakenPurpose() {}

    static String attribute(CaseId caseId) {
        return "plumbline.purpose." + caseId;
    }

    static String text(Acting.Purpose purpose) {
        return purpose.compartment().map(UUID::toString).orElse("") + BAR + purpose.text();
    }

    static Optional<Acting.Purpose> of(HttpSession session, CaseId caseId) {
        if (!(session.getAttribute(attribute(caseId)) instanceof String kept)) {
            return Optional.empty();
        }
        String compartment = kept.substring(0, kept.indexOf(BAR));
        return Optional.of(new Acting.Purpose(
                caseId,
                kept.substring(kept.indexOf(BAR) + 1),
                Optional.of(compartment).filter(c -> !c.isEmpty()).map(UUID::fromString)));
    }
}
