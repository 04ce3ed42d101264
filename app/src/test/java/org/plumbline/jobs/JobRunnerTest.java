package org.plumbline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** What becomes of a job that is started twice, or whose records are out of reach for a while. */
@Import(JobRunnerTest.Kinds.class)
class JobRunnerTest extends ApplicationTest {
    @Autowired
    private Jobs jobs;

    @Autowired
    private JobRunner runner;

    @Autowired
    private Kinds.Slow slow;

    @Autowired
    private Kinds.Later later;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void aCase() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var opened = api(mara).json("POST", "/api/v1/cases", """
                        {"title": "Harbour", "type": "inquiry", "legal_basis": "Inspection Act", "reference": "IO-7",
                         "purpose": "Contract reconciliation", "valid_from": "%s", "valid_until": "%s"}
                        """.formatted(today, today.plusDays(60)));
        harbour = new CaseId(UUID.fromString(
                JsonMapper.shared().readTree(opened.body()).get("id").stringValue()));
    }

    @Test
    void aJobStartedTwiceEndsOnlyWhenItsWorkHas() throws Exception {
        JobId id = Acting.as(acting(mara), () -> jobs.start("slow", harbour, "Quay", ""));
        assertThat(slow.begun.await(20, TimeUnit.SECONDS)).isTrue();

        Acting.as(
                acting(mara),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    runner.schedule(id, Acting.require());
                    return true;
                }));
        until(() -> failures(id) > 0);

        assertThat(state(id)).isEqualTo(JobState.RUNNING);
        slow.end.countDown();
        until(() -> state(id) == JobState.DONE);
        until(() -> left(id) == 0);
    }

    @Test
    void aJobWhoseRecordsWereOutOfReachGoesOn() {
        JobId id = Acting.as(acting(mara), () -> jobs.start("cut-off", harbour, "Quay", ""));

        until(() -> state(id) == JobState.DONE);
    }

    @Test
    void aJobThatCannotBeDoneYetWaitsAndIsDoneOnceItCan() {
        JobId id = Acting.as(acting(mara), () -> jobs.start("later", harbour, "Quay", ""));
        until(() -> failures(id) > 0);

        assertThat(state(id)).isEqualTo(JobState.WAITING);
        later.can.set(true);
        until(() -> state(id) == JobState.DONE);
    }

    private JobState state(JobId id) {
        return Acting.as(acting(mara), () -> jobs.read(harbour, id)).state();
    }

    private int failures(JobId id) {
        return db.sql(
                        "select coalesce(sum(consecutive_failures), 0) from jobs.scheduled_tasks where task_instance like :id")
                .param("id", id + "-%")
                .query(Integer.class)
                .single();
    }

    private int left(JobId id) {
        return db.sql("select count(*) from jobs.scheduled_tasks where task_instance like :id")
                .param("id", id + "-%")
                .query(Integer.class)
                .single();
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it came about within 40 s").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Kinds of work, for these tests. */
    @TestConfiguration
    static class Kinds {
        @Bean
        Slow slow() {
            return new Slow();
        }

        @Bean
        CutOff cutOff() {
            return new CutOff();
        }

        @Bean
        Later later() {
            return new Later();
        }

        /** Is done at once, but not before it can be. */
        static final class Later implements Job {
            final AtomicBoolean can = new AtomicBoolean();

            @Override
            public String kind() {
                return "later";
            }

            @Override
            public boolean ready() {
                return can.get();
            }

            @Override
            public void run(JobRun run) {}
        }

        /** Works until it is told that it has done so. */
        static final class Slow implements Job {
            final CountDownLatch begun = new CountDownLatch(1);
            final CountDownLatch end = new CountDownLatch(1);

            @Override
            public String kind() {
                return "slow";
            }

            @Override
            public void run(JobRun run) {
                begun.countDown();
                try {
                    assertThat(end.await(60, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }

        /** Finds no connection the first two times. */
        static final class CutOff implements Job {
            private final AtomicInteger runs = new AtomicInteger();

            @Override
            public String kind() {
                return "cut-off";
            }

            @Override
            public void run(JobRun run) {
                if (runs.incrementAndGet() < 3) {
                    throw new DataAccessResourceFailureException("No connection is available");
                }
            }
        }
    }
}
