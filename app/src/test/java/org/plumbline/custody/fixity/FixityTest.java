package org.plumbline.custody.fixity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.access.ServiceReading;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.custody.Exhibit;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.custody.vault.Vault;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;

/** Rounds over a real vault, with no day between them. */
class FixityTest extends ApplicationTest {
    private static final int IMMEDIATELY = 0;

    @Autowired
    private Cases cases;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private Vault vault;

    @Autowired
    private FixityTable table;

    @Autowired
    private FixityAlarms alarms;

    @Autowired
    private ServiceReading reading;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Ids ids;

    @Autowired
    private Clock clock;

    private Organisation office;
    private Member mara;
    private CaseId harbour;
    private Exhibit plan;
    private FixityRounds rounds;

    @BeforeEach
    void anExhibit() {
        rounds = new FixityRounds(vault, table, alarms, reading, transactions, ids, clock, IMMEDIATELY);
        office = organisation();
        mara = member(office, "Mara Quill", Role.INVESTIGATOR);
        harbour = asMara(() -> cases.open(opening())).id();
        plan = asMara(() -> exhibits.receive(
                harbour,
                Received.of("plan.txt", Origin.UPLOAD),
                new ByteArrayInputStream("The quay plan.".getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void whatHoldsIsRecordedAndShown() throws IOException {
        everything();

        assertThat(newest()).contains(FixityCheck.Result.HELD);
        String page = browser(mara).get(pathOf(plan)).page().text();
        assertThat(page).contains("Digested again, and the same");
        assertThat(api(mara).get("/api/v1" + pathOf(plan)).body()).contains("\"fixity\":\"held\"");
    }

    @Test
    void whatWasChangedIsKeptBackUntilItIsPutBack() throws IOException {
        Path file = object();
        byte[] whole = Files.readAllBytes(file);
        byte[] changed = whole.clone();
        changed[changed.length - 1] ^= 1;
        Files.write(file, changed);

        everything();

        assertThat(newest()).contains(FixityCheck.Result.CHANGED);
        Refused refused = catchThrowableOfType(Refused.class, () -> asMara(() -> exhibits.open(harbour, plan.id())));
        assertThat(refused.refusal().code()).isEqualTo("content-quarantined");
        var browser = browser(mara);
        assertThat(browser.get(pathOf(plan)).page().text()).contains("not the ones that were received");
        assertThat(browser.get("/cases/" + harbour + "/exhibits").page().text()).contains("in quarantine");
        var answer = api(mara).get("/api/v1" + pathOf(plan) + "/content");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("content-quarantined");

        Files.write(file, whole);
        everything();

        assertThat(newest()).contains(FixityCheck.Result.HELD);
        assertThat(asMara(() -> exhibits.open(harbour, plan.id())).bytes().length())
                .isEqualTo(14);
    }

    @Test
    void anAlarmIsOnTheTrailOnceAndInTheHealth() throws IOException {
        Path file = object();
        byte[] whole = Files.readAllBytes(file);
        Files.delete(file);

        everything();
        everything();

        assertThat(newest()).contains(FixityCheck.Result.MISSING);
        Member vera = member(office, "Vera Lind", Role.OVERSEER);
        String trail = api(vera).get("/api/v1/trail").body();
        assertThat(trail.split("custody.fixity-alarm", -1)).hasSize(2);
        assertThat(trail).contains(harbour.toString()).contains("missing");
        assertThat(new FixityHealth(rounds).look())
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("damaged"));
        // Other tests damage content of theirs in the same installation.
        long damaged = rounds.count().quarantined();
        Files.write(file, whole);
        everything();
        assertThat(newest()).contains(FixityCheck.Result.HELD);
        assertThat(rounds.count().quarantined()).isLessThan(damaged);
    }

    @Test
    void whatWasNotDigestedAgainWhenItWasReceivedIsDueAtOnce() {
        Exhibit film = asMara(() -> exhibits.receive(
                harbour,
                Received.of("film.bin", Origin.UPLOAD),
                new ByteArrayInputStream(new byte[(int) Vault.DIGESTED_AGAIN + 1])));

        List<Digest> due =
                reading.as(FixityRounds.ACTOR, () -> table.due(clock.instant(), Duration.ofDays(30), 1000)).stream()
                        .filter(each -> each.caseId().equals(harbour))
                        .map(FixityTable.Due::digest)
                        .toList();

        assertThat(due).containsExactly(film.content().orElseThrow().digest());
    }

    /** As many rounds as all content of the installation takes, whatever other tests have put there. */
    private void everything() throws IOException {
        long left = rounds.count().contents();
        while (left > 0) {
            left -= Math.max(1, rounds.round());
        }
    }

    private Optional<FixityCheck.Result> newest() {
        return table.newest(harbour, plan.content().orElseThrow().digest()).map(FixityCheck::result);
    }

    private String pathOf(Exhibit exhibit) {
        return "/cases/" + harbour + "/exhibits/" + exhibit.id();
    }

    private Path object() throws IOException {
        try (Stream<Path> files =
                Files.walk(data.toAbsolutePath().resolve("vault").resolve(harbour.toString()))) {
            return files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    private <T> T asMara(java.util.function.Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }

    private static OpenCase opening() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour",
                CaseType.INQUIRY,
                Caveat.NONE,
                "",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(1),
                today.plusDays(30),
                Optional.empty());
    }
}
