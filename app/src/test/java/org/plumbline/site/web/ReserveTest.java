package org.plumbline.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.jobs.Job;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.JobRun;
import org.plumbline.jobs.JobState;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** A server whose disk has less left than its reserve, which is more than any disk here has. */
@Import(ReserveTest.Kinds.class)
@TestPropertySource(properties = "plumbline.storage.reserve=900000GB")
class ReserveTest extends ApplicationTest {
    @Autowired
    private JdbcClient db;

    @Autowired
    private Cases cases;

    @Autowired
    private Jobs jobs;

    @Autowired
    private Paper paper;

    @Test
    void whatIsThereIsReadAndNothingNewIsTaken() {
        Organisation office = organisation();
        Member mara = member(office, "Mara Quill", Role.INVESTIGATOR);

        var home = browser(mara).get("/");
        var refused = api(mara).post("/api/v1/cases", Map.of("title", "Two surveys"));

        assertThat(home.status()).isEqualTo(200);
        assertThat(api(mara).get("/api/v1/cases").status()).isEqualTo(200);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\":\"disk-reserve\"", "nearly full");
        assertThat(db.sql("select count(*) from cases.case_file")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void backgroundWorkWaits() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        CaseId harbour = Acting.as(acting(mara), () -> cases.open(harbour())).id();

        JobId id = Acting.as(acting(mara), () -> jobs.start("paper", harbour, "Quay", ""));
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (failures(id) == 0) {
            assertThat(System.nanoTime()).as("it was tried within 40 s").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }

        assertThat(Acting.as(acting(mara), () -> jobs.read(harbour, id)).state())
                .isEqualTo(JobState.WAITING);
        assertThat(paper.runs).hasValue(0);
    }

    @Test
    void administratorsSeeWhyAndGetABundle() {
        Member ada = member(organisation(), "Ada Finch", Role.ADMINISTRATOR);

        assertThat(browser(ada).get("/admin/health").page().text()).contains("less than the reserve");
        assertThat(api(ada).post("/api/v1/admin/support-bundle", Map.of()).status())
                .isEqualTo(200);
    }

    private int failures(JobId id) {
        return db.sql(
                        "select coalesce(sum(consecutive_failures), 0) from jobs.scheduled_tasks where task_instance like :id")
                .param("id", id + "-%")
                .query(Integer.class)
                .single();
    }

    private static OpenCase harbour() {
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "Who was paid for the quay?",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                LocalDate.now(ZoneOffset.UTC).minusDays(2),
                LocalDate.now(ZoneOffset.UTC).plusDays(30),
                Optional.empty());
    }

    /** One kind of work, for this test. */
    @TestConfiguration
    static class Kinds {
        @Bean
        Paper paper() {
            return new Paper();
        }
    }

    /** Counts how often it runs. */
    static final class Paper implements Job {
        final AtomicInteger runs = new AtomicInteger();

        @Override
        public String kind() {
            return "paper";
        }

        @Override
        public void run(JobRun run) {
            runs.incrementAndGet();
        }
    }
}
