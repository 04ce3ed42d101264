package org.plumbline.site.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.site.Phrasebook;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.watching.Obstacle;
import org.plumbline.watching.ObstacleSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is answered while something stands in the way of recording. */
@Import(StandstillTest.Sources.class)
class StandstillTest extends ApplicationTest {
    @Autowired
    private Seen seen;

    @Autowired
    private JdbcClient db;

    @AfterEach
    void nothingStandsInTheWay() {
        seen.now = Set.of();
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void writesAreRefusedWithItsCodeAndWhenToTryAgain(Obstacle obstacle) {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        var api = api(mara);
        int before = entries();
        seen.now = EnumSet.of(obstacle);

        var refused = api.post("/api/v1/cases", Map.of("title", "Two surveys"));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body()).contains("\"code\":\"" + obstacle.code() + "\"", "\"trace_id\":\"");
        assertThat(refused.header("Retry-After")).matches("[0-9]+");
        assertThat(entries()).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(Obstacle.class)
    void readingGoesOnUnlessItCouldNotBeRecorded(Obstacle obstacle) {
        Member mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        var browser = browser(mara);
        seen.now = EnumSet.of(obstacle);

        var page = browser.get("/");

        assertThat(page.status()).isEqualTo(obstacle.closesReading() ? 503 : 200);
        if (obstacle.closesReading()) {
            assertThat(page.page().expectFirst("h1").text())
                    .isEqualTo(new Phrasebook()
                            .texts(org.plumbline.site.Language.ENGLISH, java.time.ZoneOffset.UTC)
                            .say("refusal." + obstacle.code() + ".title"));
            assertThat(page.page().text()).contains(obstacle.code()).doesNotContain("Mara Quill");
            assertThat(page.page().select(".pl-hash").text()).isEqualTo(page.header("X-Request-Id"));
        }
    }

    @Test
    void theCauseIsToldBeforeWhatFollowsFromIt() {
        seen.now = EnumSet.of(Obstacle.DATABASE_AWAY, Obstacle.DISK_FULL, Obstacle.DISK_RESERVE);

        assertThat(browser().get("/healthz").status()).isEqualTo(503);
        assertThat(browser().get("/healthz").body()).isEqualTo("disk-full\n");
    }

    @Test
    void filesOfThePageAreServedWithoutTheDatabase() {
        seen.now = EnumSet.of(Obstacle.DATABASE_AWAY);

        String stylesheet =
                browser().get("/").page().expectFirst("link[rel=stylesheet]").attr("href");

        assertThat(browser().get(stylesheet).status()).isEqualTo(200);
    }

    private int entries() {
        return db.sql("select count(*) from audit.entry").query(Integer.class).single();
    }

    @TestConfiguration
    static class Sources {
        @Bean
        Seen seen() {
            return new Seen();
        }
    }

    /** Sees what a test says. */
    static final class Seen implements ObstacleSource {
        private volatile Set<Obstacle> now = Set.of();

        @Override
        public Set<Obstacle> standing() {
            return now;
        }

        @Override
        public Set<Obstacle> look() {
            return now;
        }
    }
}
