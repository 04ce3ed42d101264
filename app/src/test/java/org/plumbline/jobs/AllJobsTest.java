package org.plumbline.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An organisation's background work as its administrator sees it, who sees no case. */
@Import(AllJobsTest.Kinds.class)
class AllJobsTest extends ApplicationTest {
    private static final String TYPED = "Zyxquay";
    private static final String PAGE = "/admin/jobs";

    @Autowired
    private Jobs jobs;

    @Autowired
    private Kinds.Brittle brittle;

    @Autowired
    private OverviewTable overview;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    private Organisation office;
    private Member mara;
    private Member ada;
    private CaseId harbour;

    @BeforeEach
    void aCase() {
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        ada = member(office, "Ada Finch", Role.ADMINISTRATOR);
        harbour = open(mara);
    }

    @Test
    void aJobThatFailedIsShownWithoutWhatItIsAboutAndBegunAgain() {
        brittle.whole.set(false);
        long before = overview.failed();
        JobId id = start(mara, harbour);
        Browser browser = browser(ada);
        until(() -> browser.get(PAGE + "?state=failed").page().text().contains(id.toString()));

        String row =
                browser.get(PAGE).page().select("tbody tr:contains(" + id + ")").text();
        String api = api(ada).get("/api/v1/admin/jobs?state=failed").body();
        long failed = overview.failed();
        brittle.whole.set(true);
        Browser.Answer again = browser.submit(browser.get(PAGE), PAGE + "/" + id.value() + "/again", Map.of());

        assertThat(row).contains("brittle", "Failed", "1 / 2", "Begin again").doesNotContain(TYPED);
        assertThat(api).contains("\"state\":\"failed\"", "\"done\":1").doesNotContain(TYPED, "Reconciliation", "note");
        assertThat(failed).isEqualTo(before + 1);
        assertThat(again.status()).isEqualTo(200);
        until(() -> Acting.as(acting(mara), () -> jobs.read(harbour, id)).state() == JobState.DONE);
        assertThat(overview.failed()).isEqualTo(before);
        Browser.Answer twice = api(ada).json("POST", "/api/v1" + PAGE + "/" + id.value() + "/again", "");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body()).contains("job-not-failed");
    }

    @Test
    void anotherOrganisationsJobsAreNotThere() {
        brittle.whole.set(false);
        JobId id = start(mara, harbour);
        until(() -> api(ada).get("/api/v1" + PAGE).body().contains("\"failed\""));
        Member otto = member(organisation(), "Otto Reed", Role.ADMINISTRATOR);

        assertThat(browser(otto).get(PAGE).page().text()).contains("There is no such job");
        assertThat(api(otto)
                        .json("POST", "/api/v1" + PAGE + "/" + id.value() + "/again", "")
                        .status())
                .isEqualTo(404);
        assertThat(browser(mara).get(PAGE).status()).isEqualTo(403);
        assertThat(api(mara).get("/api/v1" + PAGE).status()).isEqualTo(403);
    }

    @Test
    void whatTheFunctionsOpenIsClosedAgain() {
        brittle.whole.set(false);
        start(mara, harbour);

        long rows = Acting.as(
                acting(ada),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    assertThat(overview.list("", Optional.empty(), 10)).hasSize(1);
                    return db.sql("select count(*) from jobs.job")
                            .query(Long.class)
                            .single();
                }));

        assertThat(rows).isZero();
    }

    @Test
    void aJobOfSomebodyWhoLeftIsNotBegunAgain() {
        brittle.whole.set(false);
        Member ines = member(office, "Ines Vale", Role.INVESTIGATOR);
        JobId id = start(ines, open(ines));
        until(() -> browser(ada).get(PAGE + "?state=failed").page().text().contains(id.toString()));
        api(ada).json(
                        "POST",
                        "/api/v1/members/" + ines.id() + "/leave",
                        "{\"successor\": \"" + mara.id() + "\", \"reason\": \"Moves away\"}");

        Browser.Answer again = api(ada).json("POST", "/api/v1" + PAGE + "/" + id.value() + "/again", "");

        assertThat(again.body()).contains("job-starter-left");
        JsonNode state = JsonMapper.shared()
                .readTree(api(ada).get("/api/v1" + PAGE + "?state=failed").body());
        assertThat(state.required("items").toString()).contains(id.toString());
    }

    @Test
    void upkeepThatComesRoundIsListedWithItsLastEnds() {
        db.sql("""
                        insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, last_success,
                            consecutive_failures, version)
                        values ('sweep', 'one', now() + interval '1 day', false, now(), 0, 1) on conflict do nothing
                        """).update();

        var page = browser(ada).get(PAGE).page();

        assertThat(page.select("section[aria-labelledby=h-recurring] tbody tr").text())
                .contains("sweep", "never");
        assertThat(api(ada).get("/api/v1/admin/recurring-tasks").body()).contains("\"name\":\"sweep\"");
        db.sql("delete from jobs.scheduled_tasks where task_name = 'sweep'").update();
    }

    private JobId start(Member by, CaseId in) {
        return Acting.as(acting(by), () -> jobs.start("brittle", in, TYPED, TYPED));
    }

    private CaseId open(Member by) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var opened = api(by).json("POST", "/api/v1/cases", """
                        {"title": "%s", "type": "inquiry", "legal_basis": "Inspection Act", "reference": "IO-7",
                         "purpose": "Reconciliation", "valid_from": "%s", "valid_until": "%s"}
                        """.formatted(TYPED, today, today.plusDays(60)));
        return new CaseId(UUID.fromString(
                JsonMapper.shared().readTree(opened.body()).get("id").stringValue()));
    }

    private static void until(BooleanSupplier holds) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as("it came about within 40 s").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    /** Work that breaks in the middle until it is told to be whole. */
    @TestConfiguration
    static class Kinds {
        @Bean
        Brittle brittle() {
            return new Brittle();
        }

        static final class Brittle implements Job {
            final AtomicBoolean whole = new AtomicBoolean();

            @Override
            public String kind() {
                return "brittle";
            }

            @Override
            public void run(JobRun run) {
                run.progress(1, 2);
                if (!whole.get()) {
                    throw new IllegalStateException(TYPED);
                }
            }
        }
    }
}
