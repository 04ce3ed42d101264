package org.plumbline.welcome.web;

import java.time.ZoneId;
import java.util.Set;
import org.plumbline.identity.Enrolment;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Role;
import org.plumbline.welcome.RunningServer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What {@code plumbline admin} asks of the running server, proved by the secret in the data folder. */
@RestController
class CommandController {
    private final RunningServer server;
    private final Enrolment enrolment;

    CommandController(RunningServer server, Enrolment enrolment) {
        this.server = server;
        this.enrolment = enrolment;
    }

    /** The path of a one-time link for a new member; refused for an existing one. */
    @PostMapping("/command/enrol")
    String enrol(
            @RequestHeader("Plumbline-Command") String secret,
            @RequestParam String organisation,
            @RequestParam String name,
            @RequestParam String role) {
        if (!server.accepts(secret)) {
            throw Refusal.absent().asException();
        }
        // The role first: a wrong one must not leave a new organisation behind.
        Set<Role> roles = Set.of(role(role));
        var of = enrolment.organisation(organisation.strip(), ZoneId.systemDefault());
        return "/sign-in/" + enrolment.newMember(of, name.strip(), roles);
    }

    private static Role role(String code) {
        try {
            return Role.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw Refusal.of(Refusal.Kind.INVALID, "role-unknown", java.util.Map.of("role", code))
                    .asException();
        }
    }
}
