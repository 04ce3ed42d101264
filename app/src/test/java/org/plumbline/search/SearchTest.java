package org.plumbline.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.audit.Event;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.cases.CaseFile;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.Journal;
import org.plumbline.cases.JournalEntry;
import org.plumbline.cases.OpenCase;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Ids;
import org.plumbline.kernel.Ref;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;

/** Search over the whole application: what is written is found, by those who may see it and by nobody else. */
class SearchTest extends ApplicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Cases cases;

    @Autowired
    private Journal journal;

    @Autowired
    private Search search;

    @Autowired
    private Trail trail;

    @Autowired
    private IndexKeeper keeper;

    @Autowired
    private IndexFeed feed;

    @Autowired
    private IndexMarkTable marks;

    @Autowired
    private Ids ids;

    private Member mara;
    private Member ines;
    private Member stranger;
    private CaseFile harbour;
    private JournalEntry entry;

    @BeforeEach
    void aCaseWithAnEntry() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
        stranger = member(organisation("Asia/Tokyo"), "Kenji Tamura-Reyes", Role.INVESTIGATOR);
        harbour = Acting.as(acting(mara), () -> cases.open(harbour()));
        entry = write("Visit to the north quay", "The ledger of the crane lay open beside the weighbridge office.");
        until(() -> total(mara, "weighbridge") == 1);
    }

    @Test
    void anEntryIsFoundByPhraseProximityWildcardFuzzyAndField() {
        assertThat(List.of(
                        "\"crane lay open\"",
                        "\"ledger weighbridge\"~10",
                        "weighbr*",
                        "wieghbridge~",
                        "body:weighbridge",
                        "title:quay AND NOT lorry",
                        "author:quill kind:journal-entry date:2031-05"))
                .allSatisfy(query -> assertThat(total(mara, query)).as(query).isEqualTo(1));
        assertThat(total(mara, "title:weighbridge")).isZero();
        assertThat(total(mara, "\"open crane\"")).isZero();
    }

    @Test
    void thePageShowsTheHitMarkedWithItsCaseAndLeadsToIt() {
        Browser.Answer answer = browser(mara).get("/search?q=weighbridge");

        Element hit = answer.page().expectFirst(".pl-hit");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(hit.select("mark").eachText()).containsExactly("weighbridge");
        assertThat(hit.text()).contains("Visit to the north quay", harbour.number(), "Journal entry", "2 May 2031");
        assertThat(hit.expectFirst("a").attr("href")).isEqualTo("/cases/" + harbour.id() + "/journal/" + entry.id());
        assertThat(answer.header("Cache-Control")).contains("no-store");
    }

    @Test
    void facetsCountAndNarrowAndTheChoiceIsTakenBackByTheSameLink() {
        Browser browser = browser(mara);
        Browser.Answer all = browser.get("/cases/" + harbour.id() + "/search?q=");
        Element journalKind = facet(all, "Journal entry");

        Browser.Answer narrowed = browser.get(journalKind.attr("href"));

        assertThat(all.page().select(".pl-hit")).hasSize(2);
        assertThat(journalKind.text()).endsWith("1");
        assertThat(narrowed.page().select(".pl-hit")).hasSize(1);
        assertThat(narrowed.page().expectFirst(".pl-token").text()).isEqualTo("Kind Journal entry");
        assertThat(facet(narrowed, "Journal entry").attr("href")).doesNotContain("kind=");
        assertThat(facet(narrowed, "Case").text()).endsWith("1");
    }

    @Test
    void whoMayNotSeeItFindsNothingCountsNothingAndIsSuggestedNothing() {
        assertThat(List.of(ines, stranger)).allSatisfy(other -> {
            assertThat(found(other, "weighbridge"))
                    .isEqualTo(new Finding.Found(
                            0,
                            List.of(),
                            Optional.empty(),
                            found(other, "xyzzyx").facets(),
                            Optional.empty()));
            assertThat(suggestions(other)).isEmpty();
            assertThat(browser(other)
                            .get("/cases/" + harbour.id() + "/search?q=weighbridge")
                            .status())
                    .isEqualTo(404);
            Browser.Answer page = browser(other).get("/search?q=weighbridge");
            assertThat(page.body()).contains("Nothing found").doesNotContain(entry.heading(), harbour.number());
            assertThat(api(other)
                            .get("/api/v1/cases/" + harbour.id() + "/search?q=quay")
                            .status())
                    .isEqualTo(404);
        });
        assertThat(suggestions(mara)).contains("Visit to the north quay");
    }

    @Test
    void aFaultInTheQueryIsShownAtItsPlaceWithTheRuleAndNothingTypedIsLost() {
        Browser.Answer answer = browser(mara).get("/search?q=quay+AND+%28ledger");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.page().expectFirst("#search-fault").text()).contains("This bracket is not closed");
        assertThat(answer.page().expectFirst("#search-fault mark").text()).isEqualTo("(");
        assertThat(answer.page().expectFirst(".pl-query input[name=q]").attr("value"))
                .isEqualTo("quay AND (ledger");
    }

    @Test
    void everySearchIsOnTheTrailWithItsTextAndWhatItShowed() {
        browser(mara).get("/cases/" + harbour.id() + "/search?q=weighbridge");
        browser(mara).get("/cases/" + harbour.id() + "/search?q=%22open");

        List<TrailEntry.Body> searches =
                Acting.as(acting(mara), () -> trail.ofCase(harbour.id(), Optional.empty(), 20)).stream()
                        .flatMap(e -> e.body().stream())
                        .filter(b -> b.facts().containsKey("query"))
                        .toList();

        assertThat(searches)
                .anySatisfy(b -> {
                    assertThat(b.facts()).containsEntry("query", "weighbridge").containsEntry("total", "1");
                    assertThat(b.refs()).contains(ref());
                })
                .anySatisfy(b -> assertThat(b.facts())
                        .containsEntry("query", "\"open")
                        .containsEntry("refused", "query-quote-unclosed"));
    }

    @Test
    void theApiGivesTheSameHitsAndRefusesTheSameQueries() {
        Browser api = api(mara);

        Browser.Answer found = api.get("/api/v1/search?q=weighbridge");
        Browser.Answer misread = api.get("/api/v1/search?q=nofield:x");
        Browser.Answer tooMany = api.get("/api/v1/search?q=x&limit=1000");

        assertThat(found.body()).contains("\"total\":1", entry.id().toString(), "\"marked\":true", "\"name\":\"kind\"");
        assertThat(misread.status()).isEqualTo(422);
        assertThat(misread.body()).contains("query-field-unknown", "nofield");
        assertThat(tooMany.status()).isEqualTo(422);
        assertThat(tooMany.body()).contains("search-limit-out-of-range");
    }

    @Test
    void aRewrittenEntryIsFoundByItsNewWordsOnly() {
        Acting.as(
                acting(mara),
                () -> journal.rewrite(harbour.id(), entry.id(), 1, "Visit", "Only the lighthouse.", "2031-05-02"));

        until(() -> total(mara, "lighthouse") == 1);
        assertThat(total(mara, "weighbridge")).isZero();
    }

    @Test
    void anIndexWhoseFolderWasDeletedIsFilledAgainFromTheRecords() throws IOException {
        Finding.Found before = found(mara, "quay OR weighbridge");

        keeper.stop();
        assertThat(find(mara, "quay")).isInstanceOf(Finding.Loading.class);
        assertThat(browser(mara).get("/search?q=quay").status()).isEqualTo(503);
        delete(data.resolve("index"));
        keeper.start();
        until(() -> keeper.serving().isPresent());

        assertThat(found(mara, "quay OR weighbridge")).isEqualTo(before);
    }

    @Test
    void anIndexOfOtherRecordsIsNeverSearched() {
        Finding.Found before = found(mara, "quay");
        keeper.stop();
        var others = new IndexMark(ids.next(), 7);
        marks.insert(others);

        keeper.start();
        until(() -> keeper.serving().isPresent());

        assertThat(marks.newest()).get().isNotEqualTo(others);
        assertThat(found(mara, "quay")).isEqualTo(before);
    }

    @Test
    void eventsThatComeAgainAfterACrashPutNothingInTwice() {
        var event = new Event(
                ids.next(),
                "journal-written",
                ref(),
                entry.stamp(),
                Instant.now(),
                entry.stamp().recordedBy());

        assertThat(feed.take(List.of(event, event))).hasSize(2);
        assertThat(feed.take(List.of(event))).hasSize(1);

        assertThat(total(mara, "weighbridge")).isEqualTo(1);
    }

    @Test
    void whatIsWrittenWhileTheIndexIsAwayIsFoundOnceItIsBack() {
        keeper.stop();
        write("Second visit", "A breakwater survey.");
        keeper.start();

        until(() -> total(mara, "breakwater") == 1);
    }

    @Test
    void anIndexFitsWhatTheRecordsKnowOrOneBatchMore() {
        var known = new IndexMark(UUID.fromString("018f0000-0000-7000-8000-000000000001"), 4);

        assertThat(IndexMark.read(known.position())).contains(known);
        assertThat(known.fits(known)).isTrue();
        assertThat(known.next().fits(known)).isTrue();
        assertThat(known.next().next().fits(known)).isFalse();
        assertThat(known.fits(known.next())).isFalse();
        assertThat(IndexMark.read("")).isEmpty();
        assertThat(IndexMark.read("event:x")).isEmpty();
    }

    private static OpenCase harbour() {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return new OpenCase(
                "Harbour works",
                CaseType.INQUIRY,
                Caveat.NONE,
                "Who was paid for the quay?",
                "Inspection Act, section 12",
                "IO-2031/7",
                "Contract reconciliation",
                today.minusDays(2),
                today.plusDays(30),
                Optional.empty());
    }

    private JournalEntry write(String heading, String body) {
        return Acting.as(
                acting(mara), () -> journal.write(harbour.id(), heading, body, "2031-05-02", Optional.empty()));
    }

    private Ref ref() {
        return new Ref("journal-entry", entry.id(), entry.stamp().owner());
    }

    private Finding find(Member member, String query) {
        return Acting.as(acting(member), () -> search.find(Asked.of(query, Optional.<CaseId>empty())));
    }

    private Finding.Found found(Member member, String query) {
        return (Finding.Found) find(member, query);
    }

    private long total(Member member, String query) {
        return find(member, query) instanceof Finding.Found found ? found.total() : -1;
    }

    private List<String> suggestions(Member member) {
        return Acting.as(acting(member), () -> search.suggest(Optional.empty(), "north", 10));
    }

    private static Element facet(Browser.Answer page, String word) {
        return page.page().select(".pl-narrow a").stream()
                .filter(a -> a.text().startsWith(word))
                .findFirst()
                .orElseThrow();
    }

    private static void until(BooleanSupplier condition) {
        Instant end = Instant.now().plus(PATIENCE);
        var never = new CountDownLatch(1);
        try {
            while (!condition.getAsBoolean()) {
                assertThat(Instant.now()).as("waiting for the index").isBefore(end);
                never.await(50, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
