package org.plumbline.welcome;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.plumbline.identity.Enrolment;
import org.plumbline.identity.FolderHolder;
import org.plumbline.identity.ways.SiteAddress;
import org.plumbline.kernel.Role;
import org.plumbline.listening.CommandDoor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Once the server listens: lets commands find it, and prints the way in when nobody has been enrolled yet. */
@Component
public class RunningServer implements ApplicationListener<WebServerInitializedEvent> {
    private final Path data;
    private final boolean demo;
    private final Enrolment enrolment;
    private final FolderHolder holder;
    private final SiteAddress address;
    private final RandomGenerator random;
    private final ObjectProvider<CommandDoor> door;
    private Optional<ServerFile> file = Optional.empty();

    RunningServer(
            @Value("${plumbline.data}") Path data,
            @Value("${plumbline.demo:false}") boolean demo,
            Enrolment enrolment,
            FolderHolder holder,
            SiteAddress address,
            RandomGenerator random,
            ObjectProvider<CommandDoor> door) {
        this.data = data;
        this.demo = demo;
        this.enrolment = enrolment;
        this.holder = holder;
        this.address = address;
        this.random = random;
        this.door = door;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent event) {
        WebServerApplicationContext context = event.getApplicationContext();
        if (context.getServerNamespace() != null) {
            return;
        }
        int port = event.getWebServer().getPort();
        file = Optional.of(ServerFile.write(data, doorOr(port), random));
        if (!demo && enrolment.isEmpty()) {
            firstSteps(port, System.out);
        }
    }

    /** Where commands come in: where everybody does, unless that speaks TLS. */
    private int doorOr(int port) {
        CommandDoor own = door.getIfAvailable();
        return own == null ? port : own.port().orElse(port);
    }

    /** Whether a command proved that it can read the data folder. */
    public boolean accepts(String secret) {
        return file.filter(f -> f.accepts(secret)).isPresent();
    }

    private void firstSteps(int port, PrintStream out) {
        var first = holder.enrol(
                "First organisation", "First administrator", Role.ADMINISTRATOR.code(), ZoneId.systemDefault());
        String origin = address.set().orElse("http://localhost:" + port);
        out.println("Plumbline runs at " + origin);
        out.println("One-time enrolment link (administrator, works once, 24 hours):");
        out.println(origin + "/sign-in/" + first.secret());
        out.flush();
    }
}
