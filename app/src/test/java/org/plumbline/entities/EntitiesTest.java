package org.plumbline.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.CaseType;
import org.plumbline.cases.Cases;
import org.plumbline.cases.Caveat;
import org.plumbline.cases.OpenCase;
import org.plumbline.cases.Subject;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.ftm.FtmReader;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Acting;
import org.plumbline.kernel.CaseId;
import org.plumbline.kernel.Refused;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class EntitiesTest extends ApplicationTest {
    @Autowired
    private Cases cases;

    @Autowired
    private Entities entities;

    @Autowired
    private Statements statements;

    @Autowired
    private Sources sources;

    @Autowired
    private EntityCollections collections;

    @Autowired
    private Import imports;

    @Autowired
    private EntityGraph graph;

    @Autowired
    private JdbcClient db;

    @Autowired
    private PlatformTransactionManager transactions;

    private Member mara;
    private Member nuno;
    private CaseId harbour;
    private UUID article;
    private UUID register;

    @BeforeEach
    void aCase() {
        mara = member(organisation(), "Mara Quill", Role.INVESTIGATOR);
        nuno = member(organisation(), "Nuno Brightwater", Role.INVESTIGATOR);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        harbour = asMara(() -> cases.open(new OpenCase(
                        "Harbour",
                        CaseType.INQUIRY,
                        Caveat.NONE,
                        "",
                        "Inspection Act",
                        "IO-2031/7",
                        "Reconciliation",
                        today.minusDays(2),
                        today.plusDays(30),
                        Optional.empty())))
                .id();
        article = source("The quay that was paid for twice");
        register = source("Register of harbour firms");
    }

    private <T> T asMara(Supplier<T> body) {
        return Acting.as(acting(mara), body);
    }

    private UUID source(String title) {
        var asked = new NewSource("article", title, "", "2031-04", "", "", Optional.empty());
        return asMara(() -> sources.add(harbour, asked).id());
    }

    private EntityRecord company(String name) {
        return asMara(() -> entities.create(
                harbour,
                new NewEntity("", "Company", Optional.empty(), List.of(NewStatement.fact("name", name, article)))));
    }

    private Statement say(EntityRecord entity, String property, String value, UUID source) {
        return asMara(() -> statements.add(harbour, entity.id(), NewStatement.fact(property, value, source)));
    }

    private EntityReading read(EntityRecord entity) {
        return asMara(() -> entities.read(harbour, entity.id(), Optional.empty()));
    }

    private EntityRecord witness() {
        var role = new NewEntity.InCase(
                Subject.Role.WITNESS,
                "kept the order register",
                LocalDate.now(ZoneOffset.UTC).plusDays(90));
        return asMara(() -> entities.create(
                harbour,
                new NewEntity(
                        "",
                        "Person",
                        Optional.of(role),
                        List.of(NewStatement.fact("name", "Orla Vantongeren", article)))));
    }

    private static String code(Throwable thrown) {
        var refusal = ((Refused) thrown).refusal();
        return refusal.fields().isEmpty()
                ? refusal.code()
                : refusal.fields().getFirst().code();
    }

    @Test
    void anEntityIsListedSuggestedAndReadByItsOpenName() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");

        assertThat(asMara(
                        () -> entities.list(harbour, new EntityFilter("Company", "quays tide"), Optional.empty(), 10)))
                .extracting(EntityRecord::caption)
                .containsExactly("Tidewater Quays Ltd");
        assertThat(asMara(() -> entities.suggest(harbour, "tidew", 5)))
                .extracting(EntityRecord::id)
                .containsExactly(tidewater.id());
        assertThat(read(tidewater).view().orElseThrow().values("name")).hasSize(1);
    }

    @Test
    void aPersonNeedsARoleAndShowsItWhereverItIsListed() {
        var nameless = new NewEntity(
                "", "Person", Optional.empty(), List.of(NewStatement.fact("name", "Orla Vantongeren", article)));
        assertThatThrownBy(() -> asMara(() -> entities.create(harbour, nameless)))
                .satisfies(e -> assertThat(code(e)).isEqualTo("person-without-role"));

        EntityRecord orla = witness();

        assertThat(read(orla).entity().role()).contains(Subject.Role.WITNESS);
        assertThat(asMara(() -> entities.list(harbour, EntityFilter.ALL, Optional.empty(), 10)))
                .extracting(EntityRecord::role)
                .containsExactly(Optional.of(Subject.Role.WITNESS));
    }

    @Test
    void aRefusedPropertyIsNeverStored() {
        EntityRecord orla = witness();

        assertThatThrownBy(() -> say(orla, "appearance", "tall", article))
                .satisfies(e -> assertThat(code(e)).isEqualTo("property-refused"));

        Long stored = asMara(() -> counted("select count(*) from entities.statement where property = 'appearance'"));
        assertThat(stored).isZero();
    }

    @Test
    void aMarkedValueIsOnTheEntitysOwnPageAndAtNoOtherExit() {
        EntityRecord orla = witness();
        say(orla, "nationality", "pt", article);
        say(orla, "address", "Kelpgasse 7", article);

        assertThat(read(orla).view().orElseThrow().values("address")).hasSize(1);
        assertThat(asMara(() -> entities.list(harbour, new EntityFilter("", "kelpgasse"), Optional.empty(), 10)))
                .isEmpty();
        assertThat(asMara(() -> entities.suggest(harbour, "Kelp", 10))).isEmpty();
        assertThat(asMara(() -> sources.read(harbour, article, Optional.empty(), 100))
                        .statements())
                .noneMatch(s -> s.claim().property().equals("address"));
        assertThat(asMara(() -> graph.among(harbour, List.of(orla.id())))
                        .nodes()
                        .toString())
                .doesNotContain("Kelp");
        assertThat(asMara(() -> counted("select count(*) from entities.statement s where s.marked"
                        + " and s.label = (select e.label from entities.entity e where e.id = s.subject)")))
                .as("marked statements lie under a label of their own")
                .isZero();
        String page = browser(mara)
                .get("/cases/" + harbour + "/entities/" + orla.id())
                .body();
        assertThat(page).contains("Kelpgasse 7").contains("marked");
        assertThat(browser(mara).get("/cases/" + harbour + "/entities").body()).doesNotContain("Kelpgasse");
    }

    private Long counted(String sql) {
        return new TransactionTemplate(transactions)
                .execute(status -> db.sql(sql).query(Long.class).single());
    }

    @Test
    void aStatementCannotBeChangedOrDeletedByTheApplication() {
        Statement said = say(company("Tidewater Quays Ltd"), "jurisdiction", "pt", article);

        for (String change : List.of("update entities.statement set value = 'x'", "delete from entities.statement")) {
            assertThatThrownBy(() -> asMara(() -> new TransactionTemplate(transactions)
                            .execute(status -> db.sql(change + " where id = :id")
                                    .param("id", said.id())
                                    .update())))
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void aRetractedStatementNoLongerStandsAndStaysOnRecordWithItsReason() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");
        Statement said = say(tidewater, "jurisdiction", "pt", article);

        asMara(() -> statements.retract(harbour, said.id(), "The article was corrected"));

        EntityReading now = read(tidewater);
        assertThat(now.view().orElseThrow().values("jurisdiction")).isEmpty();
        assertThat(now.retracted()).hasSize(1);
        EntityReading then = asMara(() -> entities.read(
                harbour, tidewater.id(), Optional.of(said.recording().at())));
        assertThat(then.view().orElseThrow().values("jurisdiction")).hasSize(1);
        assertThatThrownBy(() -> asMara(() -> statements.retract(harbour, said.id(), "again")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("statement-retracted"));
        assertThatThrownBy(() -> asMara(() -> statements.retract(harbour, said.id(), " ")))
                .satisfies(e -> assertThat(code(e)).isEqualTo("field-missing"));
    }

    @Test
    void anotherOrganisationFindsNothing() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");

        assertThatThrownBy(
                        () -> Acting.as(acting(nuno), () -> entities.read(harbour, tidewater.id(), Optional.empty())))
                .satisfies(e -> assertThat(code(e)).isEqualTo("absent"));
        assertThat(browser(nuno)
                        .get("/cases/" + harbour + "/entities/" + tidewater.id())
                        .status())
                .isEqualTo(404);
        assertThat(api(nuno).get("/api/v1/cases/" + harbour + "/entities").status())
                .isEqualTo(404);
    }

    @Test
    void aWrongValueIsRefusedByNameOfItsField() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");

        assertThatThrownBy(() -> say(tidewater, "incorporationDate", "last spring", article))
                .satisfies(e -> assertThat(code(e)).isEqualTo("value-not-a-date"));
        assertThatThrownBy(() -> say(tidewater, "incorporationDate", "2031", new UUID(1, 1)))
                .satisfies(e -> assertThat(code(e)).isEqualTo("source-unknown"));
    }

    @Test
    void contradictingValuesStandSideBySideOnThePage() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");
        say(tidewater, "incorporationDate", "2019-04-02", article);
        say(tidewater, "incorporationDate", "2021-01-15", register);

        var page = browser(mara)
                .get("/cases/" + harbour + "/entities/" + tidewater.id())
                .page();

        assertThat(page.select(".pl-conflict__side")).hasSize(2);
    }

    @Test
    void aLinkIsSeenFromBothEndsAndInTheGraph() {
        EntityRecord owner = company("Saltmarsh Holdings");
        EntityRecord owned = company("Tidewater Quays Ltd");
        asMara(() -> entities.create(
                harbour,
                new NewEntity(
                        "",
                        "Ownership",
                        Optional.empty(),
                        List.of(
                                NewStatement.fact("owner", owner.id().toString(), article),
                                NewStatement.fact("asset", owned.id().toString(), article)))));

        assertThat(read(owned).links()).hasSize(1);
        assertThat(read(owner).links()).hasSize(1);
        EntityGraph.Graph around = asMara(() -> graph.neighbours(harbour, owner.id(), EntityGraph.Reach.all(10)));
        assertThat(around.nodes()).extracting(EntityGraph.Node::caption).contains("Tidewater Quays Ltd");
        assertThat(around.edges()).extracting(EntityGraph.Edge::label).containsExactly("owns");
    }

    @Test
    void importTakesGoodLinesRefusesBadOnesAndASecondTimeAddsOnlyWhatIsNew() throws InterruptedException {
        CollectionRecord into = asMara(() -> collections.add(harbour, "Harbour register", "", "", ""));
        String good = """
                {"id":"q-1","schema":"Company","properties":{"name":["Kelp & Daughters"]}}
                {"id":"o-1","schema":"Ownership","properties":{"owner":["q-1"],"asset":["q-2"]}}
                {"id":"q-2","schema":"Company","properties":{"name":["Eelgrass Ltd"]}}
                """;
        String bad = "not json\n\n{\"id\":\"x\",\"schema\":\"Nothing\"}\n";

        ImportRun first = imported(into, good + bad);
        ImportRun second = imported(
                into, good + "{\"id\":\"q-3\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Third\"]}}\n");

        assertThat(first.counts()).isEqualTo(new ImportRun.Counts(6, 1, 3, 2, 4, 0, 0, 4, 0));
        assertThat(asMara(() -> imports.refused(harbour, first.id(), 0, 10)))
                .extracting(ImportRun.Fault::line)
                .containsExactly(4L, 6L);
        assertThat(second.counts().added()).isEqualTo(1);
        assertThat(second.counts().known()).isEqualTo(4);
        EntityRecord kelp = asMara(() -> entities.suggest(harbour, "kelp", 1)).getFirst();
        assertThat(read(kelp).links()).hasSize(1);
    }

    private ImportRun imported(CollectionRecord into, String lines) throws InterruptedException {
        return imported(into, lines.getBytes(StandardCharsets.UTF_8));
    }

    private ImportRun imported(CollectionRecord into, byte[] bytes) throws InterruptedException {
        ImportRun run = asMara(() -> imports.start(harbour, into.id(), "a.ftm.json", new ByteArrayInputStream(bytes)));
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (!run.done() && System.nanoTime() < deadline) {
            Thread.sleep(50);
            UUID id = run.id();
            run = asMara(() -> imports.read(harbour, id));
        }
        assertThat(run.done()).isTrue();
        return run;
    }

    @Test
    void aRealRegisterIsCountedAsTheEngineCountsIt() throws Exception {
        Path file = Path.of("../../shared/data/registers/ftm_parteispenden/entities.ftm.json");
        Assumptions.assumeTrue(Files.isReadable(file), "no registers beside this checkout");
        CollectionRecord into = asMara(() -> collections.add(harbour, "Party donations", "", "", ""));
        var vocabulary = Vocabulary.load();
        var tally = new FtmReader(vocabulary, Policy.load(vocabulary)).read(Files.newInputStream(file), row -> {});

        ImportRun run = imported(into, Files.readAllBytes(file));

        System.out.println("ftm_parteispenden: " + run.counts());
        assertThat(run.counts().read()).isEqualTo(tally.read());
        assertThat(run.counts().refused()).isEqualTo(tally.refused());
        assertThat(run.counts().values()).isEqualTo(tally.values());
        assertThat(run.counts().marked()).isEqualTo(tally.marked());
        assertThat(run.counts().leftOut()).isEqualTo(tally.leftOut());
    }

    @Test
    void pagesWorkWithoutScripts() {
        Browser browser = browser(mara);
        String base = "/cases/" + harbour + "/entities";
        var form = browser.get(base + "/new?schema=Company");
        var refused = browser.submit(form, "/entities", Map.of("p-name", "", "source", article.toString()));
        assertThat(refused.status()).isEqualTo(422);

        var made = browser.submit(form, "/entities", Map.of("p-name", "Eelgrass Ltd", "sourceTitle", "Ledger"));
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.page().select("h1").text()).isEqualTo("Eelgrass Ltd");

        var add = browser.get(made.path() + "/add?property=jurisdiction");
        var wrong = browser.submit(add, "/statements", Map.of("value", "Atlantis", "source", article.toString()));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("Atlantis");
        var added = browser.submit(add, "/statements", Map.of("value", "pt", "source", article.toString()));
        String statement =
                added.page().select("a[href*=/statements/]").eachAttr("href").getLast();
        var gone = browser.submit(browser.get(statement), "/retract", Map.of("reason", "Read again"));
        assertThat(gone.body()).contains("Read again");
        for (String place : List.of("/sources", "/sources/" + article, "/collections")) {
            assertThat(browser.get("/cases/" + harbour + place).status())
                    .as(place)
                    .isEqualTo(200);
        }
    }

    @Test
    void theApiMakesReadsAndRetracts() {
        Browser api = api(mara);
        String base = "/api/v1/cases/" + harbour;

        var made = api.json(
                "POST",
                base + "/entities",
                "{\"schema\":\"Company\",\"statements\":[{\"property\":\"name\","
                        + "\"value\":\"Eelgrass Ltd\",\"source\":\"" + article + "\"}]}");

        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(api.get(base + "/entities?q=eelgrass").body()).contains("Eelgrass Ltd");
        assertThat(api.get(made.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .body())
                .contains("recorded_at");
        var refused = api.json("POST", base + "/entities", "{\"schema\":\"Person\",\"statements\":[]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("person-without-role");
    }
}
