package org.plumbline.administration.web;

import java.util.List;
import java.util.stream.Stream;
import org.plumbline.identity.Members;
import org.plumbline.identity.OwnSessions;
import org.plumbline.identity.Recoveries;
import org.plumbline.identity.Recovery;
import org.springframework.stereotype.Component;

/** What the account page says of where the reader is signed in. */
@Component
class SignedIn {
    private final OwnSessions sessions;
    private final Recoveries recoveries;
    private final Members members;

    SignedIn(OwnSessions sessions, Recoveries recoveries, Members members) {
        this.sessions = sessions;
        this.recoveries = recoveries;
        this.members = members;
    }

    SignedInPage page() {
        List<Recovery> back = recoveries.own();
        var people = back.stream()
                .flatMap(r -> Stream.concat(
                        r.asked().by().stream(), r.answered().stream().flatMap(step -> step.by().stream())))
                .toList();
        return new SignedInPage(sessions.list(), back, members.names(people));
    }
}
