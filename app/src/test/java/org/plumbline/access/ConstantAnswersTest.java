package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.plumbline.identity.Member;
import org.plumbline.identity.Organisation;
import org.plumbline.kernel.Role;
import org.plumbline.testing.ApplicationTest;
import org.plumbline.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a member is answered is the same with and without the records that are not there for them: lists, counts,
 * facets, suggestions, numbers, orders, parts of pages, and what others did on the trail.
 */
class ConstantAnswersTest extends ApplicationTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> RULES = Set.of("case-read", "case-read-part", "case-named");
    private static final Set<String> LISTS = Set.of(
            "GET /",
            "GET /cases",
            "GET /search",
            "GET /purpose",
            "GET /api/v1/cases",
            "GET /api/v1/search",
            "GET /break-glass",
            "GET /api/v1/break-glass");

    @Test
    void addingWhatAMemberMayNotSeeChangesNoAnswer() {
        Organisation ours = organisation();
        MatrixPeople.Person lead = person(ours, "Mara Quill");
        MatrixPeople.Person reader = person(ours, "Nuno Salt");
        // Who is a colleague is open to every member.
        MatrixPeople.Person stranger = person(ours, "Ines Abernal");
        Map<String, String> ids = CaseRecords.ofNewCase(lead.api(), lead.id(), lead.id());
        String base = "/api/v1/cases/" + ids.get("cases/caseId");
        lead.api()
                .json(
                        "POST",
                        base + "/team",
                        "{\"member\": \"" + reader.id() + "\", \"standing\": \"investigator\", \"reason\": \"Reads\"}");
        var asking = new Asking(reader.id(), reader.api(), reader.page(), "");
        reader.page().get("/cases/" + ids.get("cases/caseId"));
        // Once before anything is compared: a first reading may still find the index at work.
        answers(asking, ids);

        Map<String, Masked> before = answers(asking, ids);
        List<String> done = doneByOthers(reader, base);
        addWhatIsInvisible(stranger, lead, ids);
        Map<String, Masked> after = answers(asking, ids);

        var differ = new ArrayList<String>();
        before.forEach((route, answer) -> Optional.ofNullable(after.get(route))
                .flatMap(answer::differenceTo)
                .ifPresent(difference -> differ.add(route + ": " + difference)));
        assertThat(differ).isEmpty();
        assertThat(before).hasSizeGreaterThan(80);
        assertThat(doneByOthers(reader, base)).isEqualTo(done);
    }

    /** A compartment of the same case, a colleague's case, a sealed case, and another organisation's. */
    private void addWhatIsInvisible(MatrixPeople.Person stranger, MatrixPeople.Person lead, Map<String, String> ids) {
        Map<String, String> inside = MatrixPeople.compartment(lead, ids);
        CaseRecords.ofNewCase(stranger.api(), stranger.id(), stranger.id());
        MatrixPeople.sealed(stranger, CaseRecords.ofNewCase(stranger.api(), stranger.id(), stranger.id()));
        MatrixPeople.Person foreign = person(organisation(), "Otto Brandt");
        CaseRecords.ofNewCase(foreign.api(), foreign.id(), foreign.id());
        awaitIndexed(stranger);
        assertThat(inside).containsKey("compartment");
    }

    /** What was added is in the index by then, or the comparison would compare nothing. */
    private static void awaitIndexed(MatrixPeople.Person stranger) {
        Instant until = Instant.now().plus(Duration.ofSeconds(60));
        while (JSON.readTree(stranger.api().get("/api/v1/search?q=quay").body())
                        .path("total")
                        .asInt()
                == 0) {
            assertThat(Instant.now()).as("the stranger's records are found").isBefore(until);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static Map<String, Masked> answers(Asking asking, Map<String, String> ids) {
        var answers = new LinkedHashMap<String, Masked>();
        Matrix.read().routes().forEach((route, rule) -> {
            boolean asked = LISTS.contains(route) || (RULES.contains(rule) && route.contains("/cases/{caseId}"));
            // The trail of the case shows the reader's own readings, which grow: it is looked at apart.
            if (route.startsWith("GET ") && asked && !route.contains("/trail")) {
                String path = CaseRecords.path(route.substring("GET ".length()), ids);
                answers.put(route, Masked.of(asking.ask("GET", path, ids, Asking.Body.EMPTY)));
            }
        });
        return answers;
    }

    private static List<String> doneByOthers(MatrixPeople.Person reader, String base) {
        var done = new ArrayList<String>();
        String before = "";
        do {
            JsonNode page = JSON.readTree(reader.api()
                    .get(base + "/trail" + (before.isEmpty() ? "" : "?before=" + before))
                    .body());
            page.path("items").forEach(entry -> {
                if (!entry.path("by").asString().equals(reader.id())) {
                    done.add(entry.path("action").asString());
                }
            });
            before = page.path("next").isString() ? page.path("next").asString() : "";
        } while (!before.isEmpty());
        return done;
    }

    private MatrixPeople.Person person(Organisation organisation, String name) {
        Member member = member(organisation, name, Role.INVESTIGATOR);
        Browser page = browser(member);
        return new MatrixPeople.Person(member.id().value().toString(), api(member), page);
    }
}
