package org.plumbline.welcome.web;

import java.time.ZoneId;
import java.util.stream.Collectors;
import org.plumbline.identity.FolderHolder;
import org.plumbline.identity.ServiceAccounts;
import org.plumbline.identity.ways.SiteAddress;
import org.plumbline.kernel.Refusal;
import org.plumbline.welcome.RunningServer;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What {@code plumbline admin} asks of the running server, proved by the secret in the data folder. */
@RestController
class CommandController {
    private final RunningServer server;
    private final FolderHolder holder;
    private final ServiceAccounts services;
    private final SiteAddress address;

    CommandController(RunningServer server, FolderHolder holder, ServiceAccounts services, SiteAddress address) {
        this.server = server;
        this.holder = holder;
        this.services = services;
        this.address = address;
    }

    /**
     * A one-time link for a new member; refused for an existing one. Its path alone where no address is set: the
     * command knows the port. A second line, where there is one, is the role that waits for a second person.
     */
    @PostMapping("/command/enrol")
    String enrol(
            @RequestHeader("Plumbline-Command") String secret,
            @RequestParam String organisation,
            @RequestParam String name,
            @RequestParam String role) {
        proved(secret);
        var enrolled = holder.enrol(organisation, name, role, ZoneId.systemDefault());
        return address.set().orElse("") + "/sign-in/" + enrolled.secret()
                + enrolled.waiting().stream().map(r -> "\n" + r.code()).collect(Collectors.joining());
    }

    /** A service account's token; the account is made where there is none of this name. */
    @PostMapping("/command/token")
    String token(
            @RequestHeader("Plumbline-Command") String secret,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam String service,
            @RequestParam String scope) {
        proved(secret);
        return services.token(organisation, service, scope);
    }

    private void proved(String secret) {
        if (!server.accepts(secret)) {
            throw Refusal.absent().asException();
        }
    }
}
