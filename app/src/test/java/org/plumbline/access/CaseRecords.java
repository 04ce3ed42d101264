package org.plumbline.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.plumbline.testing.Browser;
import org.plumbline.testing.EveryWrite;
import org.plumbline.testing.Writes;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A record for every variable that a path may have, made over the API as a person would: by the word before the
 * variable and its name, such as {@code documents/documentId}.
 */
final class CaseRecords {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern VARIABLE = Pattern.compile("(?:([\\w-]+)|(?<=}))/\\{(\\w+)}");
    private static final String[] NOWHERE = {};

    /** What ends the life of a case in {@link EveryWrite}: left out here, since the records are to be asked for. */
    private static final Pattern ENDINGS = Pattern.compile(
            "DELETE /api/v1/uploads.*|POST /api/v1/(account.*|trail.*|erasures.*|break-glass.*|seals.*|.*/(retry|read-again|agree)|cases/\\{caseId}/(seal|holds.*|erasures.*|compartments|admissions.*|team.*))");

    private final Browser api;
    private final EveryWrite writes;
    private final Map<String, String> ids = new HashMap<>();
    private String[] headers = NOWHERE;

    private CaseRecords(Browser api, String me, String other) {
        this.api = api;
        this.writes = new EveryWrite(api, me, other);
    }

    /** Opens a case and fills it. */
    static Map<String, String> ofNewCase(Browser api, String me, String other) {
        var made = new CaseRecords(api, me, other);
        made.fill(Writes.ofACase());
        made.ids.put("team/grantId", made.grant());
        made.trail();
        return made.ids;
    }

    /** A forensic image, cut behind its signature, so that there is a stated header besides its exhibit. */
    static void image(Browser api, Map<String, String> ofCase) {
        String ingestions = "/api/v1/cases/" + require(ofCase, "cases/caseId") + "/ingestions";
        String ingestion = ingestions + "/" + text(api.json("POST", ingestions, "{\"title\": \"Image\"}"), "id");
        byte[] cut = {'E', 'V', 'F', 0x09, 0x0D, 0x0A, (byte) 0xFF, 0, 1, 1, 0, 0, 0};
        String item = text(api.bytes("POST", ingestion + "/files?path=quay.E01", cut), "id");
        api.json("POST", ingestion + "/complete", "");
        JsonNode read = await(
                () -> api.get(ingestion + "/items/" + item),
                now -> now.path("document").isString());
        assertThat(read.path("state").stringValue()).isEqualTo("partial");
    }

    /** Has what was read with other tools read again, and waits until it is. */
    static void readAgain(Browser api, Map<String, String> ofCase) {
        String document = "/api/v1/cases/" + require(ofCase, "cases/caseId") + "/documents/"
                + require(ofCase, "documents/documentId");
        String ingestions = "/api/v1/cases/" + require(ofCase, "cases/caseId") + "/ingestions";
        for (JsonNode each :
                JSON.readTree(api.get(ingestions + "?limit=100").body()).get("items")) {
            api.json("POST", ingestions + "/" + each.get("id").stringValue() + "/read-again", "{\"which\": \"older\"}");
        }
        await(
                () -> api.get(document + "/readings"),
                now -> now.path("items").size() == 2
                        && now.path("items").get(1).path("replaced").asBoolean());
    }

    /** The newest entry of the case's trail, under the names that its page and the API have for it. */
    private void trail() {
        String trail = "/api/v1/cases/" + require(ids, "cases/caseId") + "/trail";
        String entry = JSON.readTree(api.get(trail).body())
                .get("items")
                .get(0)
                .get("id")
                .stringValue();
        ids.put("trail/entryId", entry);
        ids.put("trail/id", entry);
    }

    /** Fills a compartment of a case in the same way; what has no label of its own is the case's. */
    static Map<String, String> inCompartment(
            Browser api, String me, String other, Map<String, String> ofCase, String compartment) {
        var made = new CaseRecords(api, me, other);
        made.writes.knowing("caseId", require(ofCase, "cases/caseId"));
        made.ids.put("cases/caseId", require(ofCase, "cases/caseId"));
        made.headers = new String[] {"Plumbline-Compartment", compartment};
        made.fill(Writes.ofACase().stream()
                .filter(write -> !write.route().matches("POST /api/v1/cases|PATCH .*|POST .*/(authorities|decline)"))
                .filter(write -> !write.body().contains("\"about\": \"person\""))
                .map(CaseRecords::calledOtherwise)
                .toList());
        return made.ids;
    }

    /** The name of a collection, or of a kept search, is said once in what a person sees of a case. */
    private static EveryWrite.Write calledOtherwise(EveryWrite.Write w) {
        String body = w.body()
                .replace("\"Register\"", "\"Second register\"")
                .replace("\"Ledger\"", "\"Second ledger\"")
                .replace("\"Crane\"", "\"Second crane\"");
        return new EveryWrite.Write(w.route(), w.query(), w.version(), w.type(), body, w.names(), w.in(), w.by());
    }

    private static String require(Map<String, String> ids, String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private void fill(List<EveryWrite.Write> all) {
        for (EveryWrite.Write write : all) {
            if (!ENDINGS.matcher(write.route()).matches()) {
                Browser.Answer answer = writes.send(write, headers);
                assertThat(answer.status()).as(write.route() + answer.body()).isBetween(200, 299);
                keep(write, answer);
            }
        }
        document();
        report();
        ids.put("entities/id", known("entity"));
        ids.put("reports/reportId", known("reportId"));
    }

    private void keep(EveryWrite.Write write, Browser.Answer answer) {
        if (!write.names().isEmpty()) {
            String word = write.route().replaceAll(".*/", "");
            ids.put(word.replace("files", "items") + "/" + write.names(), known(write.names()));
            ids.putIfAbsent(word.replace("files", "items") + "/id", known(write.names()));
        }
        if (write.route().endsWith("/imports")) {
            ids.put("imports/run", text(answer, "id"));
        }
        if (write.route().endsWith("/issue")) {
            ids.put("jobs/jobId", text(answer, "job"));
        }
    }

    /** A mail that is read, so that there is a document besides its exhibit. */
    private void document() {
        String ingestion = "/api/v1/cases/" + known("caseId") + "/ingestions/" + known("ingestion");
        Browser.Answer opened = api.json(
                "POST", ingestion.replaceAll("/[^/]*$", ""), "{\"title\": \"Papers\", \"expected\": 1}", headers);
        String papers = ingestion.replaceFirst("[^/]*$", text(opened, "id"));
        Browser.Answer sent = api.bytes(
                "POST",
                papers + "/files?path=note.eml",
                ("From: Ines Abernal <ines@harbour.example>\nTo: Mara Quill <mara@harbour.example>\nSubject: Tidewater\n"
                                + "Date: Fri, 02 May 2031 09:00:00 +0200\n\nTidewater was paid twice. "
                                + ids.hashCode())
                        .getBytes(StandardCharsets.UTF_8),
                headers);
        api.json("POST", papers + "/complete", "", headers);
        String item = papers + "/items/" + text(sent, "id");
        JsonNode read =
                await(() -> api.get(item, headers), now -> now.path("document").isString());
        ids.put("documents/documentId", read.path("document").stringValue());
        ids.put("documents/id", read.path("document").stringValue());
        String readings =
                "/api/v1/cases/" + known("caseId") + "/documents/" + ids.get("documents/documentId") + "/readings";
        ids.put(
                "readings/reading",
                JSON.readTree(api.get(readings, headers).body())
                        .at("/items/0/id")
                        .stringValue());
        ids.put("mail/mailId", read.path("document").stringValue());
        ids.put("exhibits/exhibitId", read.path("exhibit").stringValue());
        ids.put("exhibits/exhibit", read.path("exhibit").stringValue());
        tag();
    }

    /** The code of the tag of an exhibit, under the names that page and API have for it. */
    private void tag() {
        Browser.Answer made = api.json("POST", "/api/v1/cases/" + known("caseId") + "/exhibits/tags", "{}", headers);
        String code = JSON.readTree(made.body()).at("/items/0/code").stringValue();
        ids.put("x/tag", code);
        ids.put("tags/tag", code);
    }

    /** The files of the report that was issued. */
    private void report() {
        String files = "/api/v1/cases/" + known("caseId") + "/reports/" + known("reportId") + "/files";
        JsonNode made =
                await(() -> api.get(files, headers), now -> !now.path("items").isEmpty());
        ids.put("files/fileId", made.path("items").get(0).path("id").stringValue());
    }

    private String grant() {
        JsonNode team = JSON.readTree(
                api.get("/api/v1/cases/" + known("caseId") + "/team").body());
        return team.path("items").get(0).path("id").stringValue();
    }

    private static JsonNode await(Supplier<Browser.Answer> asked, java.util.function.Predicate<JsonNode> there) {
        Instant until = Instant.now().plus(Duration.ofSeconds(40));
        while (true) {
            Browser.Answer answer = asked.get();
            JsonNode now = JSON.readTree(answer.body());
            if (there.test(now)) {
                return now;
            }
            assertThat(Instant.now()).as(answer.body()).isBefore(until);
            LockSupport.parkNanos(50_000_000);
        }
    }

    private String known(String name) {
        return writes.filled("{" + name + "}");
    }

    private static String text(Browser.Answer answer, String field) {
        JsonNode value = JSON.readTree(answer.body()).path(field);
        assertThat(value.isString()).as(field + " of " + answer.body()).isTrue();
        return value.stringValue();
    }

    /** The path with a record in place of each variable; what to add when there is none is in the failure. */
    static String path(String pattern, Map<String, String> ids) {
        return VARIABLE.matcher(pattern).replaceAll(found -> {
            String word = Objects.requireNonNullElse(found.group(1), "");
            return word + "/" + record(word, found.group(2), ids);
        });
    }

    /** By the word before the variable, or by the variable's name alone where that says enough. */
    private static String record(String word, String variable, Map<String, String> ids) {
        String named = ids.get(word + "/" + variable);
        return named != null
                ? named
                : ids.keySet().stream()
                        .filter(key -> key.endsWith("/" + variable) && !variable.equals("id"))
                        .sorted()
                        .findFirst()
                        .map(ids::get)
                        .orElseThrow(() -> new IllegalStateException("No record for {" + variable + "} after \"" + word
                                + "\": add one to CaseRecords or Situations"));
    }
}
