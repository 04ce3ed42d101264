package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.documents.Harbour.files;
import static org.plumbline.documents.Harbour.item;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.identity.Member;
import org.plumbline.jobs.JobState;
import org.plumbline.jobs.Jobs;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.TestPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Pausing, going on, reading again, and what is kept of each reading. */
class ReadingsTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Readings readings;

    @Autowired
    private Documents documents;

    @Autowired
    private Jobs jobs;

    @Value("${plumbline.database.url}")
    private String url;

    private Member mara;
    private CaseId harbour;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        harbour = asMara(() -> cases.open(Harbour.opening()).id());
    }

    @Test
    void eachReadingIsKeptWithItsTools() {
        var summary = ingest(files("note.txt", "The quay plan."));

        UUID document = item(items(summary), "note.txt").document().orElseThrow();
        List<PastReading> times =
                asMara(() -> readings.history(harbour, document)).times();
        assertThat(times).singleElement().satisfies(time -> {
            assertThat(time.tools()).startsWith("Plumbline readers ").contains("Tika 3.");
            assertThat(time.state()).isEqualTo(ItemState.INDEXED);
            assertThat(time.characters()).isGreaterThanOrEqualTo("The quay plan.".length());
            assertThat(time.text()).isPresent();
        });
    }

    @Test
    void aPausedIngestionTakesNoFileUntilItGoesOn() {
        Ingestion ingestion = asMara(() -> ingestions.begin(harbour, "Paused", Optional.empty(), Optional.empty()));
        asMara(() -> add(ingestion, "a.txt", "One."));
        asMara(() -> readings.pause(harbour, ingestion.id()));
        asMara(() -> ingestions.complete(harbour, ingestion.id()));
        asMara(() -> settledJob(ingestion.id(), JobState.PAUSED));

        var paused = asMara(() -> ingestions.read(harbour, ingestion.id()));
        assertThat(paused.paused()).isTrue();
        assertThat(paused.counts().of(ItemState.WAITING)).isEqualTo(1);
        assertRefused("ingestion-paused", () -> readings.pause(harbour, ingestion.id()));
        var page = browser(mara).get("/cases/" + harbour + "/ingestions/" + ingestion.id());
        assertThat(page.page().select("form[action$=/resume]")).hasSize(1);
        assertThat(page.page().text()).contains("Paused");

        asMara(() -> readings.resume(harbour, ingestion.id()));
        var after = asMara(() -> Harbour.settled(ingestions, harbour, ingestion.id()));
        assertThat(after.counts().of(ItemState.INDEXED)).isEqualTo(1);
        assertThat(after.paused()).isFalse();
        asMara(() -> settledJob(ingestion.id(), JobState.DONE));
        assertRefused("ingestion-not-paused", () -> readings.resume(harbour, ingestion.id()));
    }

    @Test
    void whatWasReadWithOtherToolsIsReadAgainAndTheTextItReplacesIsKept() {
        byte[] zip = Harbour.zip(files("one.txt", "The first.", "two.txt", "The second."));
        var summary = ingest(files("pair.zip", zip, "note.txt", "The quay plan."));
        UUID ingestion = summary.ingestion().id();
        Item note = item(items(summary), "note.txt");
        UUID document = note.document().orElseThrow();
        assertThat(asMara(() -> readings.older(harbour, ingestion))).isZero();
        assertRefused("nothing-to-read-again", () -> readings.again(harbour, ingestion, "older"));

        // As an earlier reader would have left it: with other tools, and a text of its own.
        UUID first = asMara(() -> readings.history(harbour, document))
                .times()
                .getFirst()
                .id();
        asOwner("update documents.reading set tools = 'Plumbline readers 0' where ingestion = ?", ingestion);
        asOwner("update documents.document_text set body = 'The quay p1an.' where id = ?", document);
        asOwner(
                "update documents.reading set text_digest = ? where id = ?",
                Digest.of("The quay p1an.".getBytes(StandardCharsets.UTF_8)).hex(),
                first);
        assertThat(asMara(() -> readings.older(harbour, ingestion))).isEqualTo(4);
        asMara(() -> readings.again(harbour, ingestion, "older"));
        var after = asMara(() -> Harbour.settled(ingestions, harbour, ingestion));

        assertThat(after.counts()).isEqualTo(summary.counts());
        var history = asMara(() -> readings.history(harbour, document)).times();
        assertThat(history).hasSize(2);
        assertThat(history.getFirst().keptBefore()).isFalse();
        assertThat(history.getLast().keptBefore()).isTrue();
        assertThat(asMara(() -> readings.text(harbour, document, first)).body()).isEqualTo("The quay p1an.");
        assertThat(asMara(() -> documents.read(harbour, document)).text().body())
                .contains("The quay plan.");
        assertThat(asMara(() -> readings.text(
                                harbour, document, history.getFirst().id()))
                        .body())
                .contains("The quay plan.");
        assertThat(asMara(() -> readings.older(harbour, ingestion))).isZero();
        assertRefused("absent", () -> readings.text(harbour, document, UUID.randomUUID()));
    }

    @Test
    void aReadingThatGivesNothingTakesNothingAway() {
        var summary = ingest(files("note.txt", "The quay plan."));
        UUID ingestion = summary.ingestion().id();
        Item note = item(items(summary), "note.txt");
        // Its bytes are not what they were, so the vault refuses to open them.
        asOwner("update documents.item set state = 'waiting', digest = ? where id = ?", "0".repeat(64), note.id());

        asMara(() -> ingestions.complete(harbour, ingestion));
        var after = asMara(() -> Harbour.settled(ingestions, harbour, ingestion));

        assertThat(after.counts().of(ItemState.INDEXED)).isEqualTo(1);
        Item now = item(items(after), "note.txt");
        assertThat(now.reasons().getFirst().arguments()).containsEntry("detail", "failed-unreadable");
        assertThat(now.reasons()).extracting(Reason::code).containsExactly("again-without");
        assertThat(asMara(() -> documents.read(harbour, now.document().orElseThrow()))
                        .text()
                        .body())
                .contains("The quay plan.");
    }

    @Test
    void whatEndedEveryRunIsSetAsideAndReadAgainWhenAsked() throws Exception {
        Ingestion ingestion = asMara(() -> ingestions.begin(harbour, "Poison", Optional.empty(), Optional.empty()));
        asMara(() -> add(ingestion, "poison.bin", "Harmless, as it turns out."));
        asOwner("update documents.item set taken = 5 where ingestion = ?", ingestion.id());

        asMara(() -> ingestions.complete(harbour, ingestion.id()));
        var aside = asMara(() -> Harbour.settled(ingestions, harbour, ingestion.id()));

        assertThat(aside.counts().of(ItemState.FAILED)).isEqualTo(1);
        assertThat(item(items(aside), "poison.bin").reasons())
                .extracting(Reason::code)
                .containsExactly("set-aside");
        assertThat(asMara(() -> readings.again(harbour, ingestion.id(), "failed")))
                .isEqualTo(1);
        var after = asMara(() -> Harbour.settled(ingestions, harbour, ingestion.id()));
        assertThat(after.counts().of(ItemState.INDEXED)).isEqualTo(1);
    }

    @Test
    void onlyKnownChoicesAreReadAgain() {
        var summary = ingest(files("note.txt", "The quay plan."));

        assertThatThrownBy(() ->
                        asMara(() -> readings.again(harbour, summary.ingestion().id(), "everything")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal().fields().getFirst().code()).isEqualTo("field-not-a-choice"));
    }

    @Test
    void thePaceIsSaidOnceThereIsEnoughToSayIt() {
        var none = new ReadingTable.Recent(3, Duration.ofSeconds(20));
        var some = new ReadingTable.Recent(60, Duration.ofSeconds(30));

        assertThat(Pace.of(none, 100)).isEmpty();
        assertThat(Pace.of(some, 0)).isEmpty();
        assertThat(Pace.of(some, 600)).contains(new Pace(120, Duration.ofMinutes(5)));
    }

    private JobState settledJob(UUID ingestion, JobState wanted) {
        long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (true) {
            var job = jobs.read(
                    harbour,
                    ingestions.read(harbour, ingestion).ingestion().job().orElseThrow());
            if (job.state() == wanted) {
                return wanted;
            } else if (System.nanoTime() > until) {
                throw new AssertionError("The job stays " + job.state());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(
                    Duration.ofMillis(100).toNanos());
        }
    }

    private Ingestions.Summary ingest(Map<String, byte[]> files) {
        return asMara(() -> Harbour.ingest(ingestions, harbour, files));
    }

    private List<Item> items(Ingestions.Summary summary) {
        return asMara(
                () -> ingestions.items(harbour, summary.ingestion().id(), Optional.empty(), Optional.empty(), 100));
    }

    private Item add(Ingestion ingestion, String path, String text) {
        return ingestions.add(
                harbour,
                ingestion.id(),
                Received.of(path, Origin.COMMAND),
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertRefused(String code, Supplier<Object> act) {
        assertThatThrownBy(() -> asMara(act))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo(code));
    }

    /** What an earlier version of the application, or a fault, would have left. */
    private void asOwner(String sql, Object... values) {
        try (Connection records = TestPostgres.server().asSuperuser(url.replaceAll(".*/", ""));
                PreparedStatement change = records.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                change.setObject(i + 1, values[i]);
            }
            assertThat(change.executeUpdate()).isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> T asMara(Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }
}
