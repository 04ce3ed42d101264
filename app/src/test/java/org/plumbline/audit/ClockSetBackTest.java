package org.plumbline.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A clock that jumps: everything goes on in its order, and it is said. */
@Import(ClockSetBackTest.Clocks.class)
class ClockSetBackTest extends ApplicationTest {
    @Autowired
    private Jumping clock;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void right() {
        clock.by = Duration.ZERO;
    }

    @Test
    void entriesKeepTheirOrderAndHealthSaysThatTimesGoBack() {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR, Role.ADMINISTRATOR);
        clock.by = Duration.ofHours(30);
        Browser api = api(mara);
        String first = opened(api);
        clock.by = Duration.ofHours(-5).plus(Duration.ofHours(30));

        String second = opened(api);

        assertThat(entriesOf(first)).isNotEmpty();
        String newestOfFirst = entriesOf(first).getLast();
        assertThat(entriesOf(second)).allSatisfy(entry -> assertThat(entry).isGreaterThan(newestOfFirst));
        assertThat(finding(api, "times")).isEqualTo("back");
        assertThat(finding(api, "clock")).isEqualTo("jumped");
        assertThat(finding(api, "clocks")).isEqualTo("apart");
        await(() -> placed(second));
        assertThat(finding(api, "trail")).isEqualTo("sealed");
    }

    @Test
    void workThatWasToWaitForAClockThatWasAheadIsBroughtForward() {
        db.sql("""
                insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, version)
                values ('nobody', 'left-behind', :at, false, 1)
                """).param("at", OffsetDateTime.now(ZoneOffset.UTC).plusHours(5)).update();

        await(() -> db.sql("select execution_time < now() + interval '1 minute' from jobs.scheduled_tasks"
                        + " where task_instance = 'left-behind'")
                .query(Boolean.class)
                .optional()
                .orElse(true));
    }

    private static String opened(Browser api) {
        var answer = api.json(
                "POST",
                "/api/v1/cases",
                JsonMapper.shared()
                        .writeValueAsString(Map.of(
                                "title", "Two surveys",
                                "type", "inquiry",
                                "legal_basis", "Inspection Act, section 12",
                                "reference", "IO-2031/7",
                                "purpose", "Reconciling two surveys",
                                "valid_from",
                                        LocalDate.now(ZoneOffset.UTC)
                                                .minusDays(9)
                                                .toString(),
                                "valid_until",
                                        LocalDate.now(ZoneOffset.UTC)
                                                .plusDays(30)
                                                .toString())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return JsonMapper.shared().readTree(answer.body()).required("id").asString();
    }

    private static String finding(Browser api, String part) {
        JsonNode items = JsonMapper.shared()
                .readTree(api.get("/api/v1/admin/health").body())
                .path("items");
        for (JsonNode item : items) {
            if (item.required("part").asString().equals(part)) {
                return item.required("code").asString();
            }
        }
        return "not there";
    }

    /** Identifiers in the order of their places in the log, once all have one; seen as its superuser sees them. */
    private List<String> entriesOf(String caseId) {
        return asAll("select id::text from audit.entry where case_id = '" + caseId + "' order by id");
    }

    private boolean placed(String caseId) {
        return asAll("select e.id::text from audit.entry e where e.case_id = '" + caseId
                        + "' and not exists (select from audit.position p where p.entry = e.id)")
                .isEmpty();
    }

    private List<String> asAll(String query) {
        String name = db.sql("select current_database()").query(String.class).single();
        try (var connection = org.plumbline.testing.TestPostgres.server().asSuperuser(name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            var found = new java.util.ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(40).toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("within 40 s").isLessThan(end);
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    @TestConfiguration
    static class Clocks {
        @Bean
        @Primary
        Jumping jumping() {
            return new Jumping();
        }
    }

    /** The machine's clock, set by as much as a test says. */
    static final class Jumping extends Clock {
        private volatile Duration by = Duration.ZERO;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return Clock.fixed(instant(), zone); // asked for the day of a moment
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(by);
        }
    }
}
