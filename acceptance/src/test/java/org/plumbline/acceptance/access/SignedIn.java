package org.plumbline.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Door;
import org.plumbline.acceptance.Installation;
import org.plumbline.welcome.ServerFile;

/** Enrols people as an administrator of the folder does, and signs them in: a session for pages and a token. */
final class SignedIn {
    private final Installation installation;

    SignedIn(Installation installation) {
        this.installation = installation;
    }

    Actor enrolled(int organisation, String name, String role, Set<String> sees) {
        var door = new Door(installation.address());
        try {
            String form = "organisation=" + Api.encoded(organisation(organisation)) + "&name=" + Api.encoded(name)
                    + "&role=" + role;
            String secret = ServerFile.read(installation.data()).secret();
            String link = door.post("/command/enrol", form, "Plumbline-Command", secret)
                    .lines()
                    .findFirst()
                    .orElseThrow();
            Door.Entered entered = door.enter(link);
            String id = new Api(installation.address(), entered.token())
                    .get("/me")
                    .expect(200)
                    .text("id");
            return new Actor(name, organisation, id, entered.token(), entered.cookie(), entered.csrf(), sees);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " can't be enrolled", e);
        }
    }

    /** The name of an organisation, in which its canary stands. */
    static String organisation(int number) {
        return Canaries.word("or", number) + " office";
    }
}
