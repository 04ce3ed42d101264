package org.plumbline.bench.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.plumbline.Plumbline;
import org.plumbline.audit.PageRecord;
import org.plumbline.audit.SwitchedRecorder;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.Subject;
import org.plumbline.cases.Subjects;
import org.plumbline.identity.Enrolment;
import org.plumbline.identity.SignIn;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Role;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The whole application over a new folder, with one case and its supervisor. */
final class AuditedWorld implements AutoCloseable {
    private final Path folder;
    private final ConfigurableApplicationContext application;
    private final Subjects subjects;
    private final Cases cases;
    private final PageRecord pages;
    private final SwitchedRecorder recorder;
    private final Acting acting;
    private final CaseFile file;
    private final LocalDate review = LocalDate.now(ZoneOffset.UTC).plusDays(30);
    private final AtomicLong entered = new AtomicLong();

    AuditedWorld() {
        try {
            folder = Files.createTempDirectory("plumbline-bench-audited");
            // Started by root, PostgreSQL runs as somebody else, who has to pass through here.
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new UncheckedIOException("No folder for the records", e);
        }
        var starting = new SpringApplication(Plumbline.class);
        starting.setBannerMode(Banner.Mode.OFF);
        application = starting.run(
                "--plumbline.data=" + folder.resolve("data"),
                "--plumbline.demo=false",
                "--plumbline.bench.audited=true",
                "--server.port=0");
        subjects = application.getBean(Subjects.class);
        cases = application.getBean(Cases.class);
        pages = application.getBean(PageRecord.class);
        recorder = application.getBean(SwitchedRecorder.class);
        var enrolment = application.getBean(Enrolment.class);
        var organisation = enrolment.organisation("Harbour Inspectorate", ZoneId.of("Europe/Lisbon"));
        var member = enrolment.member(organisation, "Ines Duarte", Set.of(Role.INVESTIGATOR, Role.SUPERVISOR));
        Acting unbound = application
                .getBean(SignIn.class)
                .acting(member.id(), "bench", Acting.Channel.PAGE)
                .orElseThrow();
        file = Acting.as(unbound, () -> cases.open(harbour()));
        acting = unbound.withPurpose(
                Optional.of(new Acting.Purpose(file.id(), file.authority().purpose())));
    }

    /** Whether acts are recorded from now on. */
    void records(boolean now) {
        recorder.records(now);
    }

    /** One act: a subject entered; nothing is done for it later that would weigh on the next round. */
    void act() {
        String name = "W-" + entered.incrementAndGet();
        Acting.as(
                acting,
                () -> subjects.add(
                        file.id(), name, Subject.Kind.PERSON, Subject.Role.WITNESS, "Heard at the quay", review));
    }

    /** One page: a case read, and its entry committed before a first byte would leave. */
    void page(boolean recorded) {
        Acting.as(acting, () -> {
            try {
                return pages.during(pages.open(Optional.empty()), () -> {
                    CaseFile read = cases.read(file.id());
                    if (recorded) {
                        pages.commit();
                    }
                    return read;
                });
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Median milliseconds of writing one row and nothing else: what the disk asks for a commit. */
    double bareCommit(int times) {
        var db = application.getBean(JdbcClient.class);
        var each = new double[times];
        for (int i = 0; i < times; i++) {
            long from = System.nanoTime();
            db.sql("insert into audit.event_delivered (event, listener, delivered_at)"
                            + " select id, :listener, now() from audit.event order by id limit 1")
                    .param("listener", "bench-" + UUID.randomUUID())
                    .update();
            each[i] = (System.nanoTime() - from) / 1e6;
        }
        Arrays.sort(each);
        return each[times / 2];
    }

    @Override
    public void close() {
        SpringApplication.exit(application);
        try {
            LogBench.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of the run could not be deleted", e);
        }
    }

    private static OpenCase harbour() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-7",
                "Contract reconciliation",
                today,
                today.plusDays(60),
                Optional.empty());
    }
}
