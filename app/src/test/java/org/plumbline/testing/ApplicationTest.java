package org.plumbline.testing;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;
import org.plumbline.Plumbline;
import org.plumbline.identity.Enrolment;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * The whole application on real PostgreSQL, started once for all test classes. Tests keep out of each other's way by
 * each having an organisation of its own.
 */
@SpringBootTest(classes = Plumbline.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
// Documents are read where not every wall around their readers can stand, too.
@TestPropertySource(properties = "plumbline.documents.sandbox=reduced")
public abstract class ApplicationTest {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @Autowired
    protected Enrolment enrolment;

    @Autowired
    protected SignIn signIn;

    @Autowired
    private JdbcClient records;

    @LocalServerPort
    protected int port;

    /** The data folder of this application. */
    @Value("${plumbline.data}")
    protected Path data;

    @DynamicPropertySource
    static void records(DynamicPropertyRegistry properties) {
        var database = TestPostgres.freshDatabase(ApplicationTest::migrate);
        properties.add("plumbline.database.url", database::url);
        properties.add("plumbline.database.owner-password", database::ownerPassword);
        properties.add("plumbline.database.app-password", database::appPassword);
        // A folder belongs to its records: the trail's log would find out a folder of other records.
        Path folder = Path.of("target", "test-data", UUID.randomUUID().toString());
        properties.add("plumbline.data", folder::toString);
        // Tests look at what becomes of scans, not at how well they are read.
        properties.add("plumbline.documents.ocr-dpi", () -> 72);
    }

    private static void migrate(TestPostgres.Database database) {
        Flyway.configure()
                .dataSource(database.url(), database.ownerUser(), database.ownerPassword())
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }

    /** A new organisation with a name of its own, in the given zone. */
    protected Organisation organisation(String zone) {
        return enrolment.organisation("Harbour Inspectorate " + COUNT.incrementAndGet(), ZoneId.of(zone));
    }

    protected Organisation organisation() {
        return organisation("Europe/Lisbon");
    }

    protected Member member(Organisation organisation, String name, Role... roles) {
        return enrolment.member(organisation, name, Set.of(roles));
    }

    /** The member as an actor who needs no session, so that no purpose is asked for. */
    protected Acting acting(Member member) {
        return signIn.acting(member.id(), "test", Acting.Channel.API).orElseThrow();
    }

    /** A browser in which the member is signed in. */
    protected Browser browser(Member member) {
        var browser = new Browser("http://127.0.0.1:" + port);
        browser.get("/sign-in/" + enrolment.demoLink(member.id()));
        return browser;
    }

    /**
     * Every write of the API by an investigator who administers too and is signed in once in a browser; another
     * administrator asks for what they confirm.
     */
    protected EveryWrite everyWrite(Organisation organisation, Member me) {
        Member other = member(organisation, "Nuno Salt", Role.INVESTIGATOR);
        Member second = member(organisation, "Petra Vale", Role.ADMINISTRATOR);
        browser(me);
        return new EveryWrite(
                api(me),
                api(second),
                api(other),
                me.id().toString(),
                other.id().toString(),
                MadeWays.of(me, records),
                MadeJob.failed(me, records));
    }

    /** A browser in which nobody is signed in. */
    protected Browser browser() {
        return new Browser("http://127.0.0.1:" + port);
    }

    /** An API client with a token of the member. */
    protected Browser api(Member member) {
        String token = enrolment.token(member.id(), "test", true, java.time.Duration.ofHours(1));
        return browser().withToken(token);
    }
}
