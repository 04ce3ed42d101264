package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plumbline.documents.Harbour.files;
import static org.plumbline.documents.Harbour.item;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Cases;
import org.plumbline.custody.Exhibits;
import org.plumbline.custody.Origin;
import org.plumbline.custody.Received;
import org.plumbline.identity.Member;
import org.plumbline.jobs.JobId;
import org.plumbline.jobs.JobRun;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.site.Language;
import org.plumbline.site.Phrasebook;
import org.plumbline.testing.ApplicationTest;
import org.springframework.beans.factory.annotation.Autowired;

class IngestionsTest extends ApplicationTest {
    private static final String MAIL = """
        From: Ines Abernal <ines@harbour.example>
        To: Mara Quill <mara@harbour.example>
        Subject: Berth seven
        Date: Fri, 02 May 2031 09:00:00 +0200
        Message-ID: <berth7@harbour.example>
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        The dredging invoice is attached.
        --b
        Content-Type: text/plain; charset=utf-8; name=invoice.txt
        Content-Disposition: attachment; filename=invoice.txt

        Invoice 4417 for dredging.
        --b--
        """;

    @Autowired
    private Cases cases;

    @Autowired
    private Ingestions ingestions;

    @Autowired
    private Documents documents;

    @Autowired
    private Exhibits exhibits;

    @Autowired
    private IngestJob job;

    @Autowired
    private IngestQueue queue;

    private Member mara;
    private Member ines;
    private CaseId harbour;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
        harbour = asMara(() -> cases.open(Harbour.opening()).id());
    }

    @Test
    void mailAttachmentsAndArchiveMembersBecomeItemsAndTheTotalsAddUp() {
        byte[] zip = Harbour.zip(files("quay/plan.txt", "The quay plan.", "../../escape.txt", "Out of the folder."));

        var summary = ingest(files("box/berth.eml", MAIL, "box/papers.zip", zip));

        List<Item> items = items(summary);
        assertThat(items).extracting(Item::state).allMatch(ItemState::isFinal);
        assertThat(summary.counts().total()).isEqualTo(items.size()).isEqualTo(5);
        assertThat(summary.counts().inputs()).isEqualTo(2);
        assertThat(item(items, "box/papers.zip").state()).isEqualTo(ItemState.CONTAINER);
        assertThat(item(items, "box/papers.zip!/quay/plan.txt").reference()).isEqualTo("E0002-1");
        Item mail = item(items, "box/berth.eml");
        var reading = asMara(() -> documents.read(harbour, mail.document().orElseThrow()));
        assertThat(reading.document().facts().mail().orElseThrow().subject()).isEqualTo("Berth seven");
        assertThat(reading.text().body()).contains("dredging invoice");
        assertThat(reading.children()).hasSize(1);
    }

    @Test
    void pathTricksInAnArchiveAreDataAndNothingIsWrittenOutsideTheVault() {
        byte[] zip = Harbour.zip(files("../../../escape.txt", "Out of the folder."));

        var summary = ingest(files("tricks.zip", zip));

        assertThat(items(summary)).extracting(Item::path).anyMatch(path -> path.endsWith("escape.txt"));
        assertThat(Path.of("target/escape.txt")).doesNotExist();
        assertThat(Path.of("escape.txt")).doesNotExist();
        assertThat(Path.of("../escape.txt")).doesNotExist();
    }

    @Test
    void sameContentIsAnExhibitOfItsOwnAndADuplicateInTheLedger() {
        var summary = ingest(files("a.txt", "The same words.", "copy/a.txt", "The same words."));

        Item second = item(items(summary), "copy/a.txt");
        assertThat(second.state()).isEqualTo(ItemState.DUPLICATE);
        assertThat(second.reasons().getFirst().arguments()).containsEntry("of", "E0001");
        assertThat(asMara(() -> exhibits.count(harbour))).isEqualTo(2);
    }

    @Test
    void emptyFilesAreExhibitsAndEmptyInTheLedger() {
        var summary = ingest(files("nothing.txt", ""));

        assertThat(items(summary)).extracting(Item::state).containsExactly(ItemState.EMPTY);
        assertThat(asMara(() -> exhibits.list(harbour, 0, 10)))
                .singleElement()
                .satisfies(e -> assertThat(e.content().orElseThrow().bytes()).isZero());
    }

    @Test
    void whatFileManagersLeaveBehindIsKeptAndExcludedByANamedRule() {
        var summary = ingest(files("x/.DS_Store", "folder view", "x/~$plan.docx", "lock"));

        assertThat(items(summary)).extracting(Item::state).containsOnly(ItemState.EXCLUDED);
        assertThat(items(summary))
                .extracting(i -> i.reasons().getFirst().code())
                .containsExactlyInAnyOrder("excluded-finder-folder", "excluded-office-lock");
    }

    @Test
    void aFileThatLiesAboutItsTypeIsReadByItsContent() {
        var summary = ingest(files(
                "picture.jpg", "%PDF-1.4 is what it is not; plain words it is." + " ".repeat(10), "letter.pdf", MAIL));

        Item letter = item(items(summary), "letter.pdf");
        var reading = asMara(() -> documents.read(harbour, letter.document().orElseThrow()));
        assertThat(reading.document().facts().type().mediaType()).isEqualTo("message/rfc822");
        assertThat(reading.document().facts().type().extensionLies()).isTrue();
        assertThat(summary.counts().open()).isZero();
    }

    @Test
    void anUploadThatIsCutOffLeavesNothing() throws IOException {
        Ingestion ingestion = asMara(() -> ingestions.begin(harbour, "Cut", Optional.empty(), Optional.empty()));
        var cut = new InputStream() {
            private int sent;

            @Override
            public int read() throws IOException {
                if (sent++ > 100_000) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                if (sent > 100_000) {
                    throw new IOException("connection reset");
                }
                sent += length;
                return length;
            }
        };

        assertThatThrownBy(() -> asMara(
                        () -> ingestions.add(harbour, ingestion.id(), Received.of("big.bin", Origin.UPLOAD), cut)))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("upload-cut"));

        assertThat(asMara(() -> exhibits.count(harbour))).isZero();
        assertThat(asMara(() -> ingestions.read(harbour, ingestion.id()))
                        .counts()
                        .total())
                .isZero();
        assertThat(Files.exists(data.resolve("vault").resolve(harbour.toString())))
                .isFalse();
    }

    @Test
    void aRunThatWasCutOffIsTakenUpAgainAndCountsNothingTwice() {
        byte[] zip = Harbour.zip(files("one.txt", "One.", "two.txt", "Two."));
        Ingestion ingestion = asMara(() -> ingestions.begin(harbour, "Cut run", Optional.empty(), Optional.empty()));
        asMara(() -> add(ingestion, "pair.zip", zip));
        // Taken by a run that then died: nobody gives it back but the next run.
        Item taken = asMara(() -> queue.claim(ingestion.id()).orElseThrow()).item();
        var run = new OneRun(harbour, ingestion.id().toString());

        asMara(() -> {
            job.run(run);
            job.run(run);
            return run;
        });

        var summary = asMara(() -> ingestions.read(harbour, ingestion.id()));
        assertThat(taken.state()).isEqualTo(ItemState.RUNNING);
        assertThat(summary.counts().total()).isEqualTo(3);
        assertThat(summary.counts().open()).isZero();
        assertThat(run.done).isEqualTo(3);
    }

    @Test
    void whatFailedIsReadAgainOnRequestAndWhatSucceededIsNot() {
        var summary = ingest(files("broken.pdf", "%PDF-1.7\nnothing more", "plain.txt", "Words."));
        Item broken = item(items(summary), "broken.pdf");
        Item plain = item(items(summary), "plain.txt");
        assertThat(broken.state().mayRetry()).isTrue();

        asMara(() -> ingestions.retry(
                harbour, broken.ingestion(), broken.id(), broken.stamp().version()));
        var after = asMara(() -> Harbour.settled(ingestions, harbour, broken.ingestion()));

        assertThat(after.counts().total()).isEqualTo(2);
        assertRefused("version-stale", () -> ingestions.retry(harbour, broken.ingestion(), broken.id(), 1));
        assertRefused(
                "item-not-retried",
                () -> ingestions.retry(
                        harbour, plain.ingestion(), plain.id(), plain.stamp().version()));
    }

    @Test
    void anotherMemberOfTheOrganisationSeesNothingOfIt() {
        var summary = ingest(files("a.txt", "Words."));
        UUID ingestion = summary.ingestion().id();
        UUID document = item(items(summary), "a.txt").document().orElseThrow();

        for (Supplier<Object> peek : List.<Supplier<Object>>of(
                () -> ingestions.read(harbour, ingestion),
                () -> ingestions.list(harbour, Optional.empty(), 10),
                () -> documents.read(harbour, document),
                () -> documents.open(harbour, document),
                () -> exhibits.list(harbour, 0, 10))) {
            assertThatThrownBy(() -> Acting.as(acting(ines), peek))
                    .isInstanceOfSatisfying(
                            Refused.class, r -> assertThat(r.refusal().code()).isEqualTo("absent"));
        }
    }

    @Test
    void anIngestionOfAnotherCaseIsNotThere() {
        var summary = ingest(files("a.txt", "Words."));
        CaseId other = asMara(() -> cases.open(Harbour.opening()).id());

        assertRefused("absent", () -> ingestions.read(other, summary.ingestion().id()));
    }

    @Test
    void aPurposeThatIsNotTheCasesOwnIsRefused() {
        assertThatThrownBy(() ->
                        asMara(() -> ingestions.begin(harbour, "Mail", Optional.empty(), Optional.of("Curiosity"))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal().fields().getFirst().code()).isEqualTo("purpose-not-of-case"));
    }

    @Test
    void everyReasonHasASentence() {
        var texts = new Phrasebook().texts(Language.ENGLISH, java.time.ZoneId.of("UTC"));

        assertThat(Reason.codes())
                .allSatisfy(code -> assertThat(texts.has("documents.reason." + code))
                        .as(code)
                        .isTrue());
    }

    private Ingestions.Summary ingest(Map<String, byte[]> files) {
        return asMara(() -> Harbour.ingest(ingestions, harbour, files));
    }

    private List<Item> items(Ingestions.Summary summary) {
        return asMara(
                () -> ingestions.items(harbour, summary.ingestion().id(), Optional.empty(), Optional.empty(), 100));
    }

    private Item add(Ingestion ingestion, String path, byte[] bytes) {
        return ingestions.add(
                harbour, ingestion.id(), Received.of(path, Origin.COMMAND), new ByteArrayInputStream(bytes));
    }

    private void assertRefused(String code, Supplier<Object> act) {
        assertThatThrownBy(() -> asMara(act))
                .isInstanceOfSatisfying(
                        Refused.class, r -> assertThat(r.refusal().code()).isEqualTo(code));
    }

    private <T> T asMara(Supplier<T> work) {
        return Acting.as(acting(mara), work);
    }

    /** A run of the job as the runner would give it. */
    private static final class OneRun implements JobRun {
        private final CaseId caseId;
        private final String data;
        private long done;

        OneRun(CaseId caseId, String data) {
            this.caseId = caseId;
            this.data = data;
        }

        @Override
        public JobId id() {
            return new JobId(UUID.fromString("00000000-0000-7000-8000-000000000000"));
        }

        @Override
        public CaseId caseId() {
            return caseId;
        }

        @Override
        public String data() {
            return data;
        }

        @Override
        public void progress(long finished, long total) {
            done = finished;
        }

        @Override
        public boolean shouldStop() {
            return false;
        }

        @Override
        public void paused() {
            throw new AssertionError("Nobody paused it");
        }
    }
}
