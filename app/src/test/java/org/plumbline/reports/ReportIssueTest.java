package org.plumbline.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.access.Standing;
import org.plumbline.audit.Trail;
import org.plumbline.audit.TrailEntry;
import org.plumbline.cases.Team;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.Digest;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(QuayWorld.class)
class ReportIssueTest extends ApplicationTest {
    @Autowired
    private QuayWorld world;

    @Autowired
    private ReportDrafts drafts;

    @Autowired
    private ReportIssues issues;

    @Autowired
    private Team team;

    @Autowired
    private Trail trail;

    private Member mara;
    private Member ruth;
    private Member ines;

    @BeforeEach
    void people() {
        var organisation = organisation();
        mara = member(organisation, "Mara Quill", Role.INVESTIGATOR);
        ruth = member(organisation, "Ruth Ember", Role.INVESTIGATOR);
        ines = member(organisation, "Ines Abernal", Role.INVESTIGATOR);
    }

    private <T> T as(Member member, Supplier<T> act) {
        return Acting.as(acting(member), act);
    }

    private Report drafted(QuayWorld.Told told) {
        return as(mara, () -> {
            Report report = drafts.create(told.id(), "interim-report", "First findings");
            return drafts.change(
                    told.id(),
                    report.id(),
                    1,
                    new ReportChange(
                            "First findings",
                            List.of("introduction", "findings", "conclusion", "exhibits"),
                            "What was looked at.\n\nAnd how.",
                            "The firm was paid twice.",
                            "B",
                            "2",
                            List.of(
                                    new Pick(told.name(), "The firm"),
                                    new Pick(told.founded(), "The firm"),
                                    new Pick(told.holding(), "The firm")),
                            List.of(),
                            true,
                            List.of()));
        });
    }

    private List<IssuedFile> issued(QuayWorld.Told told, Report report) {
        as(mara, () -> issues.ask(told.id(), report.id(), report.stamp().version()));
        Instant deadline = Instant.now().plus(Duration.ofSeconds(90));
        while (Instant.now().isBefore(deadline)) {
            List<IssuedFile> files = as(mara, () -> issues.files(told.id(), report.id()));
            if (files.size() == 2) {
                return files;
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
        throw new AssertionError("Not issued in time: " + as(mara, () -> issues.runs(told.id(), report.id())));
    }

    private byte[] bytes(QuayWorld.Told told, IssuedFile file) throws IOException {
        try (var in = as(mara, () -> issues.open(told.id(), file.report(), file.id())).bytes().stream()) {
            return in.readAllBytes();
        }
    }

    private static String pdfText(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static String docxText(byte[] docx) throws IOException {
        try (var document = new XWPFDocument(new java.io.ByteArrayInputStream(docx));
                var text = new XWPFWordExtractor(document)) {
            return text.getText();
        }
    }

    @Test
    void anIssuedReportHoldsCitationsHashesCaveatConflictsAndWhatIsUnknown() throws IOException {
        QuayWorld.Told told = as(mara, world::tell);

        Map<IssuedFile.Format, IssuedFile> files =
                issued(told, drafted(told)).stream().collect(Collectors.toMap(IssuedFile::format, f -> f));
        String pdf = pdfText(bytes(told, Objects.requireNonNull(files.get(IssuedFile.Format.PDF))));
        String docx = docxText(bytes(told, Objects.requireNonNull(files.get(IssuedFile.Format.DOCX))));

        assertThat(pdf)
                .contains("Quay Works Ltd", "1 Mar 2018", "1 Jul 2019", "Acts for somebody else", "unknown")
                .contains("Exhibit E0001, ledger.txt, p. 2", "Register of Firms", "[1]")
                .containsIgnoringCase("NO ONWARD SHARING")
                .contains("The firm was paid twice.", "Mara Quill");
        String digest =
                told.exhibits().getFirst().content().orElseThrow().digest().hex();
        assertThat(pdf.replace(" ", "")).contains(digest);
        assertThat(docx).contains("Quay Works Ltd", "1 Jul 2019", "unknown");
        assertThat(docx.replaceAll("\\s", "")).contains(digest);
    }

    @Test
    void theDigestsOnTheTrailAreThoseOfTheFiles() throws IOException {
        QuayWorld.Told told = as(mara, world::tell);

        List<IssuedFile> files = issued(told, drafted(told));

        TrailEntry entry = as(mara, () -> trail.ofCase(told.id(), Optional.empty(), 200)).stream()
                .filter(e -> e.action().equals("reports.issue"))
                .findFirst()
                .orElseThrow();
        for (IssuedFile file : files) {
            Digest digest = Digest.of(bytes(told, file));
            assertThat(file.digest()).isEqualTo(digest);
            assertThat(entry.body().orElseThrow().facts())
                    .containsEntry(file.format().code() + "-sha256", digest.hex());
        }
        assertThat(as(mara, () -> drafts.read(told.id(), files.getFirst().report()))
                        .state())
                .isEqualTo(Report.State.ISSUED);
    }

    @Test
    void oneSideOfAConflictBringsTheOther() {
        QuayWorld.Told told = as(mara, world::tell);

        ReportContent content =
                as(mara, () -> drafts.content(told.id(), drafted(told).id()));

        assertThat(content.quotes().filter(Quote::conflicting).flatMap(q -> q.values().stream()))
                .containsExactlyInAnyOrder("1 Mar 2018", "1 Jul 2019");
    }

    @Test
    void aSourceNobodyCanLookUpIsNamedBeforeIssuing() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);

        as(mara, () -> drafts.add(told.id(), report.id(), 2, List.of(told.hearsay())));

        Browser.Answer page = browser(mara).get("/cases/" + told.id() + "/reports/" + report.id());
        assertThat(page.page().text())
                .contains("rests on a source nobody can look up")
                .contains("Dredging");
    }

    @Test
    void aStatementRetractedSinceIsFlagged() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);

        as(mara, () -> {
            world.retract(told, told.name());
            return true;
        });

        Browser.Answer page = browser(mara).get("/cases/" + told.id() + "/reports/" + report.id());
        Browser.Answer preview = browser(mara).get("/cases/" + told.id() + "/reports/" + report.id() + "/preview");
        assertThat(page.page().text()).contains("1 chosen statement was retracted since");
        assertThat(preview.page().text()).contains("citation retracted since");
    }

    @Test
    void aStaleVersionIsRefusedAndWhatWasTypedIsKept() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);
        Browser browser = browser(mara);
        String path = "/cases/" + told.id() + "/reports/" + report.id();
        Browser.Answer page = browser.get(path);
        as(mara, () -> drafts.change(told.id(), report.id(), 2, ReportChange.of(report)));

        Browser.Answer refused =
                browser.submit(page, "/reports/" + report.id(), Map.of("introduction", "Typed while she saved"));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.page().select("textarea[name=introduction]").text()).isEqualTo("Typed while she saved");
        assertThat(refused.page().select("input[name=order." + told.name() + "]"))
                .hasSize(1);
    }

    @Test
    void theApiDraftsWithIfMatchAndRefusesWithoutIt() {
        QuayWorld.Told told = as(mara, world::tell);
        Browser api = api(mara);
        String reports = "/api/v1/cases/" + told.id() + "/reports";

        Browser.Answer made = api.json("POST", reports, "{\"template\":\"exhibit-list\",\"title\":\"What we hold\"}");
        String one = made.header("Location");
        String wish = "{\"title\":\"What we hold now\",\"sections\":[\"exhibits\"],\"every_exhibit\":true}";

        assertThat(made.status()).isEqualTo(201);
        assertThat(api.json("PUT", one, wish).status()).isEqualTo(428);
        assertThat(api.json("PUT", one, wish, "If-Match", "\"1\"").status()).isEqualTo(200);
        assertThat(api.json("PUT", one, wish, "If-Match", "\"1\"").status()).isEqualTo(409);
        assertThat(api.get(one).body()).contains("What we hold now", "\"version\":2");
        assertThat(api.get(reports).body()).contains("What we hold now");
    }

    @Test
    void aReportOfACaseOfSomebodyElseIsNotThere() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);

        assertThat(browser(ines)
                        .get("/cases/" + told.id() + "/reports/" + report.id())
                        .status())
                .isEqualTo(404);
        assertThat(api(ines)
                        .get("/api/v1/cases/" + told.id() + "/reports/" + report.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aReportIsNotFoundUnderAnotherCaseOfTheSamePerson() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);
        var other = as(mara, () -> world.open("Mole"));

        assertThat(browser(mara)
                        .get("/cases/" + other.id() + "/reports/" + report.id())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoOnlyReadsTheCaseCannotChangeOrIssue() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);
        as(mara, () -> team.grant(told.id(), ruth.id(), Standing.READER, "reads along"));

        assertThatThrownBy(() -> as(ruth, () -> issues.ask(told.id(), report.id(), 2)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> as(ruth, () -> drafts.change(told.id(), report.id(), 2, ReportChange.of(report))))
                .isInstanceOf(Refused.class);
        assertThat(browser(ruth)
                        .get("/cases/" + told.id() + "/reports/" + report.id())
                        .page()
                        .select("form[method=post][action$=/issue]"))
                .isEmpty();
    }

    @Test
    void aStatementOfAnotherCaseCannotBeChosen() {
        QuayWorld.Told told = as(mara, world::tell);
        QuayWorld.Told other = as(mara, world::tell);
        Report report = drafted(told);

        assertThatThrownBy(() -> as(mara, () -> drafts.add(told.id(), report.id(), 2, List.of(other.name()))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        r -> assertThat(r.refusal().fields())
                                .extracting(f -> f.code())
                                .containsExactly("report-statement-unknown"));
    }

    @Test
    void theTrailNamesReportsAndFilesAndLeadsToThem() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);
        IssuedFile file = issued(told, report).getFirst();

        var page = browser(mara).get("/cases/" + told.id() + "/trail").page();

        assertThat(page.select("main a[href=/cases/" + told.id() + "/reports/" + report.id() + "]")
                        .eachText())
                .contains(report.title(), file.name());
    }

    @Test
    void aDownloadIsKeptByNoCacheSavedUnderItsNameAndOnTheTrail() {
        QuayWorld.Told told = as(mara, world::tell);
        Report report = drafted(told);
        IssuedFile file = issued(told, report).getFirst();

        Browser.Answer answer =
                browser(mara).get("/cases/" + told.id() + "/reports/" + report.id() + "/files/" + file.id());

        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Disposition"))
                .startsWith("attachment")
                .contains("First findings");
        UUID id = file.id();
        assertThat(as(mara, () -> trail.ofCase(told.id(), Optional.empty(), 200)))
                .anySatisfy(entry -> {
                    assertThat(entry.action()).isEqualTo("reports.download");
                    assertThat(entry.body().orElseThrow().refs())
                            .anyMatch(ref -> ref.id().equals(id));
                });
    }
}
