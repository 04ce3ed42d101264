package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.plumbline.testing.Browser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The world of the matrix: a filled case of one organisation with a compartment, beside it a case whose authority has
 * expired, one that a court sealed, and one of another organisation; and everybody who may ask for them.
 */
final class MatrixPeople {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Ways into the application as one person. */
    record Person(String id, Browser api, Browser page) {}

    private final Function<String, Person> enrolled;
    private final Map<String, Person> people = new HashMap<>();

    /**
     * @param enrolled signs a new person in: roles by code behind the name of the organisation, {@code ours:overseer}
     */
    MatrixPeople(Function<String, Person> enrolled) {
        this.enrolled = enrolled;
    }

    /** The person of this name, with these roles from then on. */
    Person person(String name, String roles) {
        return people.computeIfAbsent(name, n -> enrolled.apply(roles));
    }

    /** The case that all but a few situations ask for, with its team. */
    Map<String, String> caseOf(Person lead, Map<String, Person> team) {
        Map<String, String> ids = CaseRecords.ofNewCase(lead.api(), lead.id(), lead.id());
        team.forEach((standing, person) -> grant(lead, ids, person, standing));
        var more = new HashMap<>(ids);
        // Placed by somebody who is in no situation: whoever placed it doesn't lift it.
        var placer = person("placer", "ours:investigator");
        grant(lead, ids, placer, "supervisor");
        String erasure =
                made(placer, ids, "/erasures", "{\"ground\": \"Schedule 4\", \"reason\": \"Its time has come\"}");
        more.put("erasures/caseErasureId", erasure);
        more.put("erasure/caseErasureId", erasure);
        more.put(
                "holds/holdId",
                made(placer, ids, "/holds", "{\"authority\": \"Request 7/31\", \"why\": \"Announced\"}"));
        return more;
    }

    private static String grant(Person lead, Map<String, String> ids, Person person, String standing) {
        return made(
                lead,
                ids,
                "/team",
                "{\"member\": \"" + person.id() + "\", \"standing\": \"" + standing + "\", \"reason\": \"Counts\"}");
    }

    /** Somebody who had a standing and has none any more. */
    static void revoke(Person lead, Map<String, String> ids, Person person) {
        String given = grant(lead, ids, person, "investigator");
        done(lead.api().json("POST", of(ids) + "/team/" + given + "/end", "{\"reason\": \"Left the team\"}"));
    }

    /** A compartment of the case, filled by whoever makes it, who alone is admitted. */
    static Map<String, String> compartment(Person maker, Map<String, String> ids) {
        String name = "{\"name\": \"Sources\", \"reason\": \"Two people spoke\"}";
        String made = made(maker, ids, "/compartments", name);
        var inside = new HashMap<>(CaseRecords.inCompartment(maker.api(), maker.id(), maker.id(), ids, made));
        Browser.Answer admitted = maker.api().get(of(ids) + "/admissions", "Plumbline-Compartment", made);
        inside.put("admissions/admissionId", first(admitted));
        inside.put("compartment", made);
        return inside;
    }

    /** An opening of the case by break-glass. */
    static String opened(Person person, Map<String, String> ids, Person lead) {
        String number =
                JSON.readTree(lead.api().get(of(ids)).body()).path("number").stringValue();
        Browser.Answer answer = person.api()
                .json(
                        "POST",
                        "/api/v1/break-glass",
                        "{\"case_number\": \"" + number
                                + "\", \"reason\": \"The quay is cleared tonight\", \"hours\": 2}");
        return id(answer);
    }

    /** Ends the authority of a case. */
    static void expire(Person lead, Map<String, String> ids) {
        done(lead.api()
                .json(
                        "POST",
                        of(ids) + "/authorities",
                        "{\"legal_basis\": \"Act\", \"reference\": \"R\", \"purpose\": \"P\","
                                + " \"valid_from\": \"2020-01-01\", \"valid_until\": \"2020-02-01\"}"));
    }

    /** Has a court seal a case. */
    static String sealed(Person lead, Map<String, String> ids) {
        return made(lead, ids, "/seal", "{\"court_order\": \"District court 7 X 12\"}");
    }

    /** A storage place of the organisation. */
    static String place(Person custodian) {
        return id(custodian
                .api()
                .json(
                        "POST",
                        "/api/v1/storage-places",
                        "{\"code\": \"A2\", \"kind\": \"room\", \"name\": \"Room 2\"}"));
    }

    /** The newest entry of a trail. */
    static String entry(Person person, String trail) {
        return first(person.api().get(trail));
    }

    /** The newest entry of a trail, as somebody reads it, of what another did. */
    static String entryOf(Person person, String trail, Person other) {
        for (JsonNode item : JSON.readTree(person.api().get(trail).body()).path("items")) {
            if (item.path("by").stringValue("").equals(other.id())) {
                return item.path("id").stringValue();
            }
        }
        throw new AssertionError("Nothing in the trail was done by them");
    }

    private static String made(Person by, Map<String, String> ids, String below, String body) {
        return id(by.api().json("POST", of(ids) + below, body));
    }

    private static String of(Map<String, String> ids) {
        return "/api/v1/cases/" + ids.get("cases/caseId");
    }

    private static String id(Browser.Answer answer) {
        done(answer);
        return JSON.readTree(answer.body()).path("id").stringValue();
    }

    private static String first(Browser.Answer answer) {
        done(answer);
        JsonNode items = JSON.readTree(answer.body()).path("items");
        return items.get(0).path("id").stringValue();
    }

    private static void done(Browser.Answer answer) {
        assertThat(answer.status()).as(answer.path() + answer.body()).isBetween(200, 299);
    }

    /** All standings besides the lead's. */
    static final Set<String> STANDINGS = Set.of("supervisor", "investigator", "custodian", "reader");

    /** Roles, each of which a person without standing has. */
    static final List<String> ROLES = List.of(
            "investigator", "supervisor", "evidence-custodian", "identity-custodian", "overseer", "administrator");
}
