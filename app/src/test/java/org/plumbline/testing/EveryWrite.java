package org.plumbline.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One write for each route of the API that writes, in an order in which each succeeds: the life of one case. */
public final class EveryWrite {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final String CASE = "/api/v1/cases/{caseId}";
    private static final String UPLOADS = "/api/v1/uploads";
    private static final String MEMBERS = "/api/v1/members";
    private static final String MEMBER = MEMBERS + "/{memberId}";

    private final Browser api;
    /** Headers of the write that is being sent. */
    private String[] here = {};

    private final Browser second;
    private final Browser others;
    private final Map<String, String> known = new HashMap<>();

    /**
     * @param api of an investigator who administers, oversees and keeps the store too, the one person who can do all of
     *     it
     * @param second of another administrator of the same organisation, who asks for what the first confirms
     * @param others of a third member, an investigator
     * @param other that third member, who is given access and loses it
     * @param ways how the first signs in, of which all but one is removed
     * @param failed a job of theirs that failed
     */
    EveryWrite(Browser api, Browser second, Browser others, String me, String other, MadeWays ways, UUID failed) {
        this(api, second, others, me, other);
        known.put("jobId", failed.toString());
        known.put("passkeyId", ways.passkey().toString());
        known.put("identityId", ways.identity().toString());
    }

    /** For the writes of a case, all sent by one person. */
    public EveryWrite(Browser api, String me, String other) {
        this(api, api, api, me, other);
    }

    private EveryWrite(Browser api, Browser second, Browser others, String me, String other) {
        this.api = api;
        this.second = second;
        this.others = others;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        known.put("me", me);
        known.put("other", other);
        known.put("memberId", other);
        known.put("role", "evidence-custodian");
        known.put("today", today.toString());
        known.put("later", today.plusDays(60).toString());
        known.put("last", today.plusDays(90).toString());
    }

    /**
     * A write that succeeds once.
     *
     * @param route method and path as it is mapped
     * @param query with its question mark, or empty
     * @param version what If-Match names, or empty
     * @param names the name by which later writes know the record that this one makes, or empty
     * @param in the compartment worked in, or empty
     * @param by who does it: empty for the first, {@code second} or {@code other}
     */
    public record Write(
            String route, String query, String version, String type, String body, String names, String in, String by) {
        Write with(String seen) {
            return new Write(route, query, seen, type, body, names, in, by);
        }

        Write naming(String record) {
            return new Write(route, query, version, type, body, record, in, by);
        }

        Write of(String other, String asked) {
            return new Write(route, asked, version, other, body, names, in, by);
        }

        Write inside(String compartment) {
            return new Write(route, query, version, type, body, names, compartment, by);
        }

        Write by(String person) {
            return new Write(route, query, version, type, body, names, in, person);
        }
    }

    /** All of them, in their order. */
    public static List<Write> all() {
        return Stream.of(ofACase(), ofTheOrganisation(), ofStorage(), endOfACase(), ofMembers())
                .flatMap(List::stream)
                .toList();
    }

    /** The last of a case: it is gone then. */
    private static List<Write> endOfACase() {
        return List.of(
                write("POST " + CASE + "/erasures", "{'ground': 'Schedule 4', 'reason': 'Its time has come now'}")
                        .naming("caseErasureId"),
                write("POST " + CASE + "/erasures/{caseErasureId}/confirm", "{'number': '{number}'}")
                        .by("other"));
    }

    /** On the organisation and what belongs to it. */
    private static List<Write> ofTheOrganisation() {
        String unit = "/api/v1/units/{unitId}";
        return List.of(
                write("PATCH /api/v1/organisation", "{'zone': 'Europe/Madrid', 'reason': 'The office moved'}")
                        .with("1"),
                write("POST /api/v1/storage/quotas", "{'quota': 'each-case', 'limit': '1 TB', 'reason': 'Agreed'}")
                        .with("0"),
                write("PUT /api/v1/calendar/week", "{'weekdays': ['sunday', 'monday'], 'reason': 'New hours'}")
                        .with("0"),
                write("POST /api/v1/calendar/days-off", "{'day': '2031-05-01', 'name': 'Labour Day'}")
                        .naming("dayId"),
                write("POST /api/v1/calendar/days-off/{dayId}/end", ""),
                write("POST /api/v1/calendar/import", "2031-12-25,Christmas Day")
                        .of("text/csv", ""),
                write("POST /api/v1/units", "{'name': 'Port desk'}").naming("unitId"),
                write("PATCH " + unit, "{'name': 'Harbour desk'}").with("1"),
                write("POST " + MEMBER + "/unit", "{'unit': '{unitId}'}"),
                write("POST " + MEMBER + "/unit", "{'reason': 'On loan'}"),
                write("POST " + unit + "/close", "{'reason': 'Merged'}"));
    }

    /** On storage places. */
    public static List<Write> ofStorage() {
        String place = "/api/v1/storage-places/{placeId}";
        return List.of(
                write("POST /api/v1/storage-places", "{'code': 'A2', 'kind': 'room', 'name': 'Room 2'}")
                        .naming("placeId"),
                write("PATCH " + place, "{'name': 'Evidence room'}").with("1"),
                write("POST " + place + "/tags", "{'below': true}"),
                write("POST /api/v1/stock-takes", "{'place': '{placeId}'}").naming("stockTakeId"),
                write("POST /api/v1/stock-takes/{stockTakeId}/scans", "{'code': '0000-0000-0000'}"),
                write("POST /api/v1/stock-takes/{stockTakeId}/end", "{'note': 'One tag nobody knows'}"),
                write("POST " + place + "/close", "{'reason': 'The house was sold'}"));
    }

    /** On members: what a second person asked for is confirmed or declined here. */
    private static List<Write> ofMembers() {
        return List.of(
                write("POST " + MEMBER + "/tokens/{tokenId}/end", "{'reason': 'Nobody uses it'}"),
                write("POST " + MEMBERS, "{'name': 'Tomas Ferrow', 'roles': ['supervisor']}")
                        .naming("memberId"),
                write("POST " + MEMBER + "/roles", "{'role': '{role}', 'reason': 'Keeps the store'}"),
                write("POST " + MEMBER + "/roles/{role}/end", "{'reason': 'The store moves'}"),
                write("POST " + MEMBERS + "/role-requests/{requestId}/confirm", ""),
                write("POST " + MEMBERS + "/role-requests/{requestId}/decline", "{'reason': 'No post is free'}"),
                write("POST " + MEMBER + "/recoveries", "{'reason': 'Lost the key'}"),
                write("POST " + MEMBERS + "/recoveries/{recoveryId}/confirm", ""),
                write("POST " + MEMBERS + "/recoveries/{recoveryId}/decline", "{'reason': 'Found the key'}"),
                write("POST " + MEMBER + "/sessions/end", "{'reason': 'Laptop lost'}"),
                write("POST /api/v1/admin/support-bundle", ""),
                write("POST /api/v1/admin/witnesses/ask", ""),
                write("POST /api/v1/admin/jobs/{jobId}/again", ""),
                write("POST /api/v1/admin/mail/test", "{'to': 'ada@office.example'}"),
                write("POST /api/v1/admin/sign-in/passwords", "{'allowed': false, 'reason': 'Passkeys for all'}"),
                write("POST /api/v1/admin/timestamps/ask", ""),
                write("POST " + MEMBER + "/leave", "{'reason': 'Moves away'}"),
                write("POST /api/v1/sessions/{sessionId}/end", ""),
                write("POST /api/v1/sessions/end-others", ""));
    }

    /** Those of a case and what is decided on it. */
    public static List<Write> ofACase() {
        return List.of(
                write("POST /api/v1/cases", opening("valid_until", "{later}")).naming("caseId"),
                write("PATCH " + CASE, "{'title': 'Harbour, quay 4'}").with("1"),
                write("POST " + CASE + "/authorities", opening("valid_until", "{last}")),
                write("POST " + CASE + "/journal", "{'heading': 'Interview', 'body': 'Asked.'}")
                        .naming("entryId"),
                write("PUT " + CASE + "/journal/{entryId}", "{'heading': 'Second interview'}")
                        .with("1"),
                write("POST " + CASE + "/journal/{entryId}/sign-off", "").with("2"),
                write("POST " + CASE + "/tasks", "{'title': 'Ask', 'assignee': '{me}', 'due': '{later}'}")
                        .naming("taskId"),
                write("POST " + CASE + "/tasks/{taskId}/complete", "{'result': 'Asked'}")
                        .with("1"),
                write("POST " + CASE + "/subjects", subject("'name': 'W-01', 'kind': 'person', 'basis': 'Heard',"))
                        .naming("subjectId"),
                write("POST " + CASE + "/subjects/{subjectId}/validate", subject(""))
                        .with("1"),
                write("POST " + CASE + "/team", "{'member': '{other}', 'standing': 'reader', 'reason': 'Counts'}")
                        .naming("grantId"),
                write("POST " + CASE + "/team/{grantId}/end", "{'reason': 'Counted'}"),
                write("POST " + CASE + "/exhibits", "{'name': 'Grey bag'}").naming("exhibitId"),
                write("POST " + CASE + "/exhibits/{exhibitId}/acts", "{'kind': 'seal', 'details': {'seal': 'A-17'}}")
                        .naming("draftId"),
                write("POST " + CASE + "/exhibits/{exhibitId}/acts/{draftId}/sign", "{}"),
                write(
                                "POST " + CASE + "/sources",
                                "{'kind': 'article', 'title': 'Quay news', 'url': 'https://quay.example/1'}")
                        .naming("source"),
                write("POST " + CASE + "/collections", "{'name': 'Register', 'publisher': 'Port'}")
                        .naming("id"),
                write(
                                "POST " + CASE + "/collections/{id}/imports",
                                "{'id': 'a', 'schema': 'Company', 'properties': {'name': ['Quay Ltd']}}")
                        .of("application/jsonl", "?file=register.json"),
                write("POST " + CASE + "/entities", company()).naming("entity"),
                write(
                                "POST " + CASE + "/statements",
                                "{'entity': '{entity}', 'property': 'name', 'value': 'Eelgrass', 'source': '{source}'}")
                        .naming("id"),
                write("POST " + CASE + "/statements/{id}/retraction", "{'reason': 'Another company'}"),
                write("POST " + CASE + "/charts", "{'title': 'Cranes', 'entities': ['{entity}']}")
                        .naming("chartId"),
                write("PUT " + CASE + "/charts/{chartId}", layout()).with("1"),
                write("POST " + CASE + "/charts/{chartId}/copies", layout()),
                write("POST " + CASE + "/charts/{chartId}/exports", "{'format': 'png'}"),
                write("POST " + CASE + "/reports", "{'template': 'exhibit-list', 'title': 'What we hold'}")
                        .naming("reportId"),
                write(
                                "PUT " + CASE + "/reports/{reportId}",
                                "{'title': 'What we hold now', 'sections': ['exhibits'], 'every_exhibit': true}")
                        .with("1"),
                write("POST " + CASE + "/reports/{reportId}/issue", "").with("2"),
                write("POST " + CASE + "/ingestions", "{'title': 'Quay', 'expected': 1}")
                        .naming("ingestion"),
                write("POST " + CASE + "/ingestions/{ingestion}/files", "\u0001\u0002 no known format")
                        .of("application/octet-stream", "?path=quay.bin")
                        .naming("item"),
                write("POST " + CASE + "/ingestions/{ingestion}/pause", ""),
                write("POST " + CASE + "/ingestions/{ingestion}/resume", ""),
                write("POST " + CASE + "/ingestions/{ingestion}/complete", ""),
                write(
                                "POST " + CASE + "/packages",
                                "{'exhibits': ['{exhibitId}'], 'recipient': 'Court of Skagen', 'purpose': 'Trial"
                                        + " 14/2031'}")
                        .naming("packageId"),
                write("POST " + CASE + "/exhibits/{exhibitId}/comparison-digests", ""),
                write(
                        "POST " + CASE + "/exhibits/{exhibitId}/package-import",
                        "{'reason': 'Handed over', 'unvouched': true}"),
                write("POST " + CASE + "/ingestions/{ingestion}/items/{item}/retry", "")
                        .with("{settled}"),
                write("POST " + CASE + "/ingestions/{ingestion}/read-again", "{'which': 'short'}"),
                write("POST " + CASE + "/ingestions/{ingestion}/completeness", "")
                        .naming("statementId"),
                write("POST " + UPLOADS, "").naming("upload"),
                write("PATCH " + UPLOADS + "/{caseId}/{upload}", "\u0001\u0002\u0003")
                        .of("application/offset+octet-stream", ""),
                write("POST " + UPLOADS, "").naming("upload"),
                write("DELETE " + UPLOADS + "/{caseId}/{upload}", ""),
                write("POST " + CASE + "/exhibits/tags", "{'from': 'E0001'}"),
                write("POST /api/v1/account/identities/{identityId}/end", ""),
                write("POST /api/v1/account/password/end", ""),
                write("POST /api/v1/account/passkeys/{passkeyId}/end", ""),
                write("POST /api/v1/break-glass", glass()).naming("openingId").by("other"),
                write("POST /api/v1/break-glass/{openingId}/seen", ""),
                write("POST /api/v1/break-glass/{openingId}/close", "").by("other"),
                write("POST /api/v1/break-glass/{openingId}/review", "{'justified': true, 'finding': 'It was'}"),
                write("POST " + CASE + "/team", "{'member': '{other}', 'standing': 'supervisor', 'reason': 'Counts'}"),
                write("POST " + CASE + "/compartments", "{'name': 'Sources', 'reason': 'Two people spoke'}")
                        .naming("compartmentId"),
                write("POST " + CASE + "/admissions", "{'member': '{other}', 'reason': 'Heard one of them'}")
                        .inside("{compartmentId}")
                        .naming("admissionId"),
                write("POST " + CASE + "/admissions/{admissionId}/end", "{'reason': 'Done'}")
                        .inside("{compartmentId}"),
                write("POST " + CASE + "/holds", "{'authority': 'Request 7/31', 'why': 'Proceedings announced'}")
                        .naming("holdId"),
                write("POST " + CASE + "/holds/{holdId}/lift", "{'reason': 'Proceedings over'}")
                        .by("other"),
                write("POST " + CASE + "/erasures", "{'ground': 'Schedule 4', 'reason': 'Its time has come'}")
                        .naming("caseErasureId"),
                write("POST " + CASE + "/erasures/{caseErasureId}/decline", "{'reason': 'Wanted again'}"),
                write("POST " + CASE + "/seal", "{'court_order': 'District court 7 X 12'}")
                        .naming("sealId"),
                write("POST /api/v1/seals/{sealId}/lift", "{'court_order': 'District court 7 X 14'}"),
                write("POST /api/v1/trail/{entryId}/erasure", "{'ground': 'Data Act, s. 9', 'reason': 'Court order'}")
                        .naming("erasureId"),
                write("POST /api/v1/erasures/{erasureId}/decline", "").by("second"),
                write("POST /api/v1/trail/{entryId}/erasure", "{'ground': 'Data Act, s. 9', 'reason': 'Court order'}")
                        .naming("erasureId"),
                write("POST /api/v1/erasures/{erasureId}/confirm", "").by("second"));
    }

    /** Sends a write with these headers, and remembers the record it made. */
    public Browser.Answer send(Write write, String... headers) {
        here = headers;
        if (write.version().equals("{settled}")) {
            known.computeIfAbsent("settled", name -> settled());
        }
        prepare(write.route());
        if (write.route().contains("/trail/{entryId}")) {
            known.put("entryId", known.computeIfAbsent("newest", name -> newest()));
        }
        String[] route = write.route().split(" ", 2);
        var all = new java.util.ArrayList<>(List.of(headers));
        if (!write.version().isEmpty()) {
            all.addAll(List.of("If-Match", "\"" + filled(write.version()) + "\""));
        }
        if (!write.in().isEmpty()) {
            all.addAll(List.of("Plumbline-Compartment", filled(write.in())));
        }
        if (write.route().contains(UPLOADS)) {
            all.addAll(upload());
        }
        Browser.Answer answer = sender(write.by())
                .send(
                        route[0],
                        filled(route[1] + write.query()),
                        write.type(),
                        filled(write.body()).getBytes(StandardCharsets.UTF_8),
                        all.toArray(String[]::new));
        if (!write.names().isEmpty() && answer.status() < 300) {
            JsonNode made = JSON.readTree(answer.body());
            known.put(write.names(), made.get("id").stringValue());
            if (write.names().equals("caseId")) {
                known.put("number", made.get("number").stringValue());
            }
        }
        return answer;
    }

    /** What tus says in headers: of three bytes, from their beginning. */
    private List<String> upload() {
        return upload(filled("{caseId}"));
    }

    /** Headers of a request about an upload of three bytes into this case. */
    public static List<String> upload(String caseId) {
        var base64 = java.util.Base64.getEncoder();
        String into = base64.encodeToString(caseId.getBytes(StandardCharsets.UTF_8));
        String named = base64.encodeToString("quay.raw".getBytes(StandardCharsets.UTF_8));
        return List.of(
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                "3",
                "Upload-Offset",
                "0",
                "Upload-Metadata",
                "case " + into + ",filename " + named);
    }

    private Browser sender(String by) {
        return switch (by) {
            case "second" -> second;
            case "other" -> others;
            default -> api;
        };
    }

    /** Says which record a name stands for, such as the case that further writes go to. */
    public EveryWrite knowing(String name, String id) {
        known.put(name, id);
        return this;
    }

    /** A path with the records that exist by now in the places of their names. */
    public String filled(String path) {
        return NAME.matcher(path).replaceAll(name -> known.getOrDefault(name.group(1), name.group()));
    }

    /** Leaves what the write is about; each is left once. */
    public void prepare(String route) {
        if (route.contains("{requestId}")) {
            String role = route.endsWith("/confirm") ? "identity-custodian" : "overseer";
            prepared(route, "requestId", "/{other}/roles", "{\"role\": \"" + role + "\", \"reason\": \"Needed\"}");
        } else if (route.contains("{recoveryId}")) {
            prepared(route, "recoveryId", "/{other}/recoveries", "{\"reason\": \"Lost the key\"}");
        } else if (route.contains("{sessionId}")) {
            known.computeIfAbsent("sessionId", name -> first("/api/v1/sessions", "items"));
        } else if (route.endsWith("/comparison-digests")) {
            known.put("exhibitId", withBytes(filled(CASE + "/exhibits")));
        } else if (route.matches(".*/(read-again|completeness)")) {
            settled();
        } else if (route.endsWith("/packages")) {
            known.computeIfAbsent("exhibitId", name -> first(filled(CASE + "/exhibits"), "items"));
        } else if (route.endsWith("/package-import")) {
            known.put("exhibitId", known.computeIfAbsent("archive", name -> archived()));
        } else if (route.contains("{tokenId}")) {
            known.computeIfAbsent("tokenId", name -> first(filled(MEMBERS + "/{other}"), "tokens"));
        }
    }

    /** The newest with bytes: one that was made where the write is sent, in a compartment or outside. */
    private String withBytes(String path) {
        String newest = "";
        for (JsonNode exhibit : JSON.readTree(api.get(path, here).body()).get("items")) {
            newest = exhibit.path("sha256").isString() ? exhibit.get("id").stringValue() : newest;
        }
        assertThat(newest).as("an exhibit with bytes").isNotEmpty();
        return newest;
    }

    /** The package, come back as a file. */
    private String archived() {
        byte[] content =
                api.bytes(filled(CASE + "/packages/{packageId}/content"), here).content();
        String ingestion = JSON.readTree(api.json("POST", filled(CASE + "/ingestions"), "{\"title\": \"Back\"}", here)
                        .body())
                .get("id")
                .stringValue();
        return JSON.readTree(api.bytes(
                                "POST",
                                filled(CASE + "/ingestions/" + ingestion + "/files?path=back.zip"),
                                content,
                                here)
                        .body())
                .get("exhibit")
                .stringValue();
    }

    private String first(String path, String list) {
        return JSON.readTree(api.get(path).body()).get(list).get(0).get("id").stringValue();
    }

    private void prepared(String route, String name, String path, String body) {
        if (known.putIfAbsent("for " + route, "") == null) {
            Browser.Answer answer = second.json("POST", filled(MEMBERS + path), body);
            known.put(name, JSON.readTree(answer.body()).get("id").stringValue());
        }
    }

    /** The newest entry of the trail before any of its own is asked to be erased. */
    private String newest() {
        return JSON.readTree(api.get("/api/v1/trail").body())
                .get("items")
                .get(0)
                .get("id")
                .stringValue();
    }

    /** The version of the item once it has its final state. */
    private String settled() {
        String item = filled(CASE + "/ingestions/{ingestion}/items/{item}");
        Instant until = Instant.now().plus(Duration.ofMinutes(2));
        while (true) {
            JsonNode now = JSON.readTree(api.get(item, here).body());
            if (!now.get("state").stringValue().matches("waiting|running")) {
                return now.get("version").asString();
            }
            assertThat(Instant.now()).as("the file is read").isBefore(until);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static Write write(String route, String body) {
        return new Write(route, "", "", "application/json", body.replace('\'', '"'), "", "", "");
    }

    private static String opening(String field, String value) {
        return "{'title': 'Harbour', 'type': 'inquiry', 'legal_basis': 'Inspection Act, section 12', 'reference':"
                + " 'IO-7', 'purpose': 'Contract reconciliation', 'valid_from':"
                + " '{today}', '" + field + "': '" + value + "'}";
    }

    private static String subject(String more) {
        return "{" + more + " 'role': 'witness', 'review_due': '{later}'}";
    }

    private static String company() {
        return "{'schema': 'Company', 'statements': [{'property': 'name', 'value': 'Eelgrass Ltd', 'source':"
                + " '{source}'}]}";
    }

    private static String glass() {
        return "{'case_number': '{number}', 'reason': 'The quay is cleared tonight', 'hours': 1}";
    }

    private static String layout() {
        return "{'title': 'Cranes', 'nodes': [{'id': '{entity}', 'x': 0, 'y': 0}]}";
    }
}
