package org.plumbline.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plumbline.documents.ItemState;
import org.plumbline.identity.Member;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import org.plumbline.testing.EveryWrite;
import org.plumbline.testing.Writes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Names over the API are snake_case, in answers and in what describes them. */
class ApiNamesTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SNAKE = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private Browser api;
    private EveryWrite writes;

    @BeforeEach
    void people() {
        var organisation = organisation();
        Member lead = member(
                organisation,
                "Mara Quill",
                Role.INVESTIGATOR,
                Role.EVIDENCE_CUSTODIAN,
                Role.ADMINISTRATOR,
                Role.OVERSEER);
        api = api(lead);
        writes = everyWrite(organisation, lead);
    }

    @Test
    void everyDescribedPropertyAndParameterIsInSnakeCase() {
        JsonNode description = JSON.readTree(api.get("/api/v1/openapi.json").body());
        var names = new TreeSet<String>();
        description
                .get("components")
                .get("schemas")
                .forEach(shape -> names.addAll(shape.path("properties").propertyNames()));
        within(
                description.get("paths"),
                "parameters",
                list -> list.valueStream()
                        .filter(p -> p.get("in").stringValue().equals("query"))
                        .forEach(p -> names.add(p.get("name").stringValue())));

        assertThat(names).contains("legal_basis", "media_type", "completed_at", "type_label", "as_known_at");
        assertThat(names).allMatch(name -> SNAKE.matcher(name).matches());
    }

    @Test
    void everyAnswerIsNamedAsItIsDescribed() {
        JsonNode schemas = JSON.readTree(api.get("/api/v1/openapi.json").body())
                .get("components")
                .get("schemas");
        Set<String> described = new TreeSet<>();
        schemas.forEach(shape -> described.addAll(shape.path("properties").propertyNames()));

        for (EveryWrite.Write write : Writes.all()) {
            Browser.Answer answer = writes.send(write);

            assertThat(answer.status()).as(write.route() + answer.body()).isLessThan(300);
            // A file, such as a support bundle, has no names.
            if (answer.header("Content-Type").contains("json")) {
                assertThat(names(JSON.readTree(answer.body())))
                        .as(write.route())
                        .isNotEmpty()
                        .isSubsetOf(described);
            }
        }
    }

    @Test
    void aFieldThatIsWrongIsNamedAsItWasSent() {
        writes.send(Writes.all().getFirst());

        Browser.Answer refused = api.json(
                "POST",
                writes.filled("/api/v1/cases/{caseId}/entities"),
                "{\"schema\": \"Person\", \"role\": {\"role\": \"witness\", \"basis\": \"Heard\"}, \"statements\": []}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(JSON.readTree(refused.body())
                        .get("errors")
                        .get(0)
                        .get("field")
                        .stringValue())
                .isEqualTo("review_due");
    }

    private static Set<String> names(JsonNode answer) {
        var names = new TreeSet<String>();
        every(answer, node -> names.addAll(node.propertyNames()));
        // Counts by state are a map: its names are the states.
        Arrays.stream(ItemState.values()).map(ItemState::code).forEach(names::remove);
        return names;
    }

    private static void within(JsonNode all, String part, Consumer<JsonNode> take) {
        every(all, node -> {
            if (node.has(part)) {
                take.accept(node.get(part));
            }
        });
    }

    private static void every(JsonNode node, Consumer<JsonNode> take) {
        if (node.isObject()) {
            take.accept(node);
        }
        node.forEach(child -> every(child, take));
    }
}
