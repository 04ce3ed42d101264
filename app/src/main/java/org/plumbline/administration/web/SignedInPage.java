package org.plumbline.administration.web;

import java.util.List;
import java.util.Map;
import org.plumbline.identity.LiveSession;
import org.plumbline.identity.Recovery;
import org.plumbline.kernel.MemberId;
import org.plumbline.site.Texts;

/**
 * Where the reader is signed in, and whether somebody brought them back.
 *
 * @param names of the administrators who did
 */
public record SignedInPage(List<LiveSession> sessions, List<Recovery> recoveries, Map<MemberId, String> names) {
    public SignedInPage {
        sessions = List.copyOf(sessions);
        recoveries = List.copyOf(recoveries);
        names = Map.copyOf(names);
    }

    /** Browser and system in words. */
    public String browser(LiveSession session, Texts texts) {
        String browser = texts.say("session.browser." + session.browser());
        return session.system().equals("other")
                ? browser
                : texts.say(
                        "session.on", "browser", browser, "system", texts.say("session.system." + session.system()));
    }

    public boolean hasOthers() {
        return sessions.stream().anyMatch(s -> !s.current());
    }

    /** When and by whom. */
    public String recovered(Recovery recovery, Texts texts) {
        return texts.say(
                "account.recovered",
                "at",
                recovery.used().orElseThrow(),
                "first",
                recovery.asked().by().map(by -> names.getOrDefault(by, "")).orElse(""),
                "second",
                recovery.answered()
                        .flatMap(step -> step.by())
                        .map(by -> names.getOrDefault(by, ""))
                        .orElse(""),
                "reason",
                recovery.asked().reason());
    }
}
