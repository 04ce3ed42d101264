package org.plumbline.entities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.plumbline.cases.Subject;
import org.plumbline.engine.model.statement.Statement;
import org.springframework.transaction.support.TransactionTemplate;

/** What is kept of entities and statements, and what is refused. */
class EntitiesTest extends EntitiesFixture {
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
    void aWrongValueIsRefusedByNameOfItsField() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");

        assertThatThrownBy(() -> say(tidewater, "incorporationDate", "last spring", article))
                .satisfies(e -> assertThat(code(e)).isEqualTo("value-not-a-date"));
        assertThatThrownBy(() -> say(tidewater, "incorporationDate", "2031", new UUID(1, 1)))
                .satisfies(e -> assertThat(code(e)).isEqualTo("source-unknown"));
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
}
