package org.plumbline.entities;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.plumbline.engine.model.Openness;
import org.plumbline.engine.model.Policy;
import org.plumbline.engine.model.Schema;
import org.plumbline.engine.model.Vocabulary;
import org.plumbline.engine.model.statement.Claim;
import org.plumbline.engine.model.statement.EntityId;
import org.plumbline.engine.model.statement.EntityView;
import org.plumbline.engine.model.statement.Grading;
import org.plumbline.engine.model.statement.StatedValue;
import org.plumbline.engine.model.statement.Statement;
import org.plumbline.engine.model.value.PropertyType;
import org.plumbline.search.index.Indexed;
import org.springframework.beans.factory.annotation.Autowired;

/** Entities in search: found by what the policy leaves open, and by nothing else. */
class EntitySearchTest extends EntitiesFixture {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Autowired
    private Vocabulary vocabulary;

    @Autowired
    private Policy policy;

    @Test
    void anEntityIsFoundByNameKindAndTypeAndLeadsToItsPage() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");

        Element hit = found("tidewater kind:entity type:company", 1).getFirst();

        assertThat(hit.text()).contains("Tidewater Quays Ltd", "Company");
        assertThat(hit.expectFirst("a").attr("href")).isEqualTo("/cases/" + harbour + "/entities/" + tidewater.id());
        found("tidewater type:legalEntity type:Organization", 1);
        assertThat(hits("tidewater type:person")).isEmpty();
        assertThat(browser(nuno).get("/search?q=tidewater").page().select(".pl-hit"))
                .isEmpty();
    }

    @Test
    void aStatementIsFoundWithItsEntityUntilItIsRetracted() {
        EntityRecord tidewater = company("Tidewater Quays Ltd");
        Statement said = say(tidewater, "summary", "Dredging of the weighbridge basin", article);
        found("weighbridge", 1);

        asMara(() -> statements.retract(harbour, said.id(), "The article was corrected"));

        found("weighbridge", 0);
        assertThat(hits("tidewater")).hasSize(1);
    }

    @Test
    void aMarkedValueIsNeverFoundSuggestedOrShown() {
        EntityRecord orla = witness();
        say(orla, "address", "Kelpgasse 7", article);
        say(orla, "position", "Clerk of the weighbridge", article);
        found("weighbridge", 1);

        assertThat(hits("kelpgasse")).isEmpty();
        assertThat(hits("kelp*")).isEmpty();
        assertThat(browser(mara).get("/search?q=weighbridge").body()).doesNotContain("Kelpgasse");
        assertThat(browser(mara)
                        .get("/api/v1/search/suggestions?beginning=kelp")
                        .body())
                .doesNotContainIgnoringCase("kelpgasse");
    }

    /** The index finds, counts, completes and marks what it is given, so what it is given is walked. */
    @Test
    void ofEveryPropertyOfEverySchemaTheIndexIsGivenOpenValuesOnly() {
        EntityRecord like = company("Tidewater Quays Ltd");
        Statement said = say(like, "jurisdiction", "pt", article);
        int open = 0;
        int closed = 0;
        for (Schema schema : vocabulary.schemata()) {
            Optional<EntityView> view = everythingStated(schema, said);
            for (String property : schema.properties().keySet()) {
                String given = view.map(v -> given(like, schema, v)).orElse("");
                if (schema.properties().get(property).type() == PropertyType.ENTITY
                        || policy.of(schema.name(), property).openness() != Openness.OPEN) {
                    assertThat(given).as(schema.name() + ":" + property).doesNotContain(value(schema, property));
                    closed++;
                } else {
                    assertThat(given).as(schema.name() + ":" + property).contains(value(schema, property));
                    open++;
                }
            }
        }
        assertThat(open).isPositive();
        assertThat(closed).isPositive();
    }

    private static String given(EntityRecord like, Schema schema, EntityView view) {
        var record = new EntityRecord(
                like.id(),
                like.stamp(),
                schema.name(),
                view.caption().map(StatedValue::value).orElse(""),
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        Indexed indexed = EntitySearchable.indexed(record, view);
        return indexed.title() + "\n" + indexed.body().text() + "\n" + indexed.attributes();
    }

    private Optional<EntityView> everythingStated(Schema schema, Statement like) {
        var id = new EntityId("walked");
        List<Statement> statements = new ArrayList<>();
        schema.properties()
                .keySet()
                .forEach(property -> statements.add(new Statement(
                        UUID.nameUUIDFromBytes(property.getBytes(StandardCharsets.UTF_8)),
                        new Claim(
                                id, schema.name(), property, value(schema, property), value(schema, property), "", ""),
                        like.source(),
                        Grading.Fact.ungraded(),
                        like.validity(),
                        like.recording(),
                        null)));
        return EntityView.asKnownAt(
                vocabulary, policy, statements, like.recording().at());
    }

    private static String value(Schema schema, String property) {
        return "[" + schema.name() + "." + property + "]";
    }

    private List<Element> found(String query, int number) {
        Instant end = Instant.now().plus(PATIENCE);
        var never = new CountDownLatch(1);
        List<Element> hits = hits(query);
        try {
            while (hits.size() != number) {
                assertThat(Instant.now()).as("waiting for " + query).isBefore(end);
                never.await(50, TimeUnit.MILLISECONDS);
                hits = hits(query);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return hits;
    }

    private List<Element> hits(String query) {
        String asked = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return browser(mara).get("/search?q=" + asked).page().select(".pl-hit");
    }
}
