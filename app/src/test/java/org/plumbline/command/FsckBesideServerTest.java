package org.plumbline.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.plumbline.Plumbline;
import org.plumbline.identity.Enrolment;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.postgres.EmbeddedPostgres;
import org.plumbline.testing.Browser;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** {@code fsck} of a folder whose server runs and works, and of the same folder once it has stopped. */
class FsckBesideServerTest {
    private static final int CHECKS = 5;
    private static final String MIDDLE =
            "(select entry from audit.position order by index offset (select count(*) / 2 from audit.position) limit 1)";

    private final Path data =
            Path.of("target", "fsck-data", UUID.randomUUID().toString()).toAbsolutePath();

    @Test
    void aFolderIsCheckedWhileItsServerWorksAndWhenItHasStopped() throws Exception {
        ConfigurableApplicationContext runs = run();
        try {
            Organisation office =
                    runs.getBean(Enrolment.class).organisation("Harbour Inspectorate", ZoneId.of("Europe/Lisbon"));
            Browser overseer = browser(runs, office, "Sunniva Rask", Role.OVERSEER);
            Browser administrator = browser(runs, office, "Ada Finch", Role.ADMINISTRATOR);
            overseer.get("/oversight");
            await(() -> overseer.get("/log/checkpoint").status() == 200);

            List<String> beside = checkedUnderLoad(runs, office);
            erase(overseer, administrator);
            String withTombstone = fsck();
            change(
                    runs,
                    "update audit.body set content = replace(content, '\"kind\"', '\"kinds\"') where entry = "
                            + MIDDLE);
            String tampered = fsck();
            change(runs, "update audit.body set content = replace(content, '\"kinds\"', '\"kind\"')");

            assertThat(beside)
                    .hasSize(CHECKS)
                    .allSatisfy(said -> assertThat(said)
                            .startsWith("0 ")
                            .containsPattern("running: checked beside it, up to entry [1-9]")
                            .contains("Everything holds."));
            assertThat(withTombstone).startsWith("0 ");
            assertThat(tampered).startsWith("1 ").contains("body-changed");
            assertThat(overseer.get("/oversight").status()).isEqualTo(200);
        } finally {
            SpringApplication.exit(runs);
        }
        assertThat(fsck()).startsWith("0 ").contains("Everything holds.").doesNotContain("beside");
    }

    /** What is said while others read pages, each of which is an entry. */
    private List<String> checkedUnderLoad(ConfigurableApplicationContext runs, Organisation office) throws Exception {
        var done = new AtomicBoolean();
        List<Thread> load = IntStream.range(0, 3)
                .mapToObj(n -> browser(runs, office, "Reader " + n, Role.OVERSEER))
                .map(reader -> Thread.ofVirtual().start(() -> {
                    while (!done.get()) {
                        reader.get("/oversight");
                    }
                }))
                .toList();
        try {
            return IntStream.range(0, CHECKS).mapToObj(n -> fsck()).toList();
        } finally {
            done.set(true);
            for (Thread thread : load) {
                thread.join();
            }
        }
    }

    /** Erases the body of an entry. */
    private static void erase(Browser overseer, Browser administrator) {
        String entry = overseer.get("/oversight")
                .page()
                .select("a[href^=/oversight/entries/]")
                .attr("href");
        overseer.submit(
                overseer.get(entry), "/erasure", Map.of("ground", "Data Act, section 9", "reason", "Order of 3 March"));
        administrator.submit(administrator.get("/oversight/erasures"), "/confirm", Map.of());
        assertThat(overseer.get(entry).page().text()).contains("Erased on");
    }

    private ConfigurableApplicationContext run() {
        var application = new SpringApplication(Plumbline.class);
        application.setBannerMode(Banner.Mode.OFF);
        return application.run("--plumbline.data=" + data, "--plumbline.demo=false", "--server.port=0");
    }

    private String fsck() {
        var said = new ByteArrayOutputStream();
        try (var out = new PrintStream(said, true, StandardCharsets.UTF_8)) {
            int exit = new Fsck(out, out).run(new String[] {"--data", data.toString()}, java.util.Map.of());
            return exit + " " + said.toString(StandardCharsets.UTF_8);
        }
    }

    private void change(ConfigurableApplicationContext runs, String sql) throws Exception {
        try (Connection records = superuser(runs.getBean(EmbeddedPostgres.class));
                Statement statement = records.createStatement()) {
            statement.execute(sql);
        }
    }

    private Connection superuser(EmbeddedPostgres postgres) throws IOException, java.sql.SQLException {
        String password = Files.readString(data.resolve("records").resolve("superuser.password"))
                .strip();
        return DriverManager.getConnection(postgres.jdbcUrl(), "postgres", password);
    }

    private static Browser browser(ConfigurableApplicationContext runs, Organisation office, String name, Role role) {
        Enrolment enrolment = runs.getBean(Enrolment.class);
        Member member = enrolment.member(office, name, Set.of(role));
        var browser = new Browser("http://127.0.0.1:" + runs.getEnvironment().getProperty("local.server.port"));
        browser.get("/sign-in/" + enrolment.demoLink(member.id()));
        return browser;
    }

    private static void await(java.util.function.BooleanSupplier done) {
        Instant latest = Instant.now().plusSeconds(60);
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(latest);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }
}
