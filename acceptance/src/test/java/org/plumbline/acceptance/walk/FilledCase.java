package org.plumbline.acceptance.walk;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import tools.jackson.databind.JsonNode;

/** The sample's Harbour case with a record of every kind in it, so that each page of a case has something to show. */
final class FilledCase {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /**
     * What the sample calls people, offices and a token, which no list holds; a place in a source, in a report's own
     * language; codes and names of languages.
     */
    private static final Set<String> OF_THE_SAMPLE = Set.of(
            "Inspectorate of Public Spending",
            "Harbour Audit Office",
            "Nuno Brightwater",
            "demonstration",
            "record",
            "schema",
            "English");

    /** Who opened the case by break-glass, or was told of it. */
    static final Set<String> TOLD = Set.of("investigator", "supervisor", "overseer");

    private final Api api;
    private final Map<String, String> ids = new HashMap<>();
    private final Set<String> said = new HashSet<>(OF_THE_SAMPLE);

    private FilledCase(Api api) {
        this.api = api;
    }

    /** Fills the case over the API. */
    static FilledCase of(Api api) throws IOException {
        var filled = new FilledCase(api);
        for (JsonNode file : filled.items("/cases")) {
            if (file.required("title").asString().equals("Harbour")) {
                filled.ids.put("caseId", file.required("id").asString());
            }
        }
        filled.files();
        filled.entities();
        filled.chartAndReport();
        filled.readAll();
        return filled;
    }

    /** Opens a case of the investigator alone by break-glass, as the supervisor whose browser this is. */
    void breakGlass(Page supervisor, String address) throws IOException {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        var opened = api.send(
                        "POST",
                        "/cases",
                        Map.of(
                                "title", "Slipway",
                                "type", "inquiry",
                                "legal_basis", "Inspection Act, section 12",
                                "reference", "IO-2031/131",
                                "purpose", "Reading the slipway ledger",
                                "valid_from", today.toString(),
                                "valid_until", today.plusDays(30).toString()))
                .expect(201);
        keep(opened.body());
        supervisor.navigate(address + "/break-glass");
        supervisor.locator("#f-case_number").fill(opened.text("number"));
        supervisor.locator("#f-reason").fill("The slipway is cleared tonight");
        said.add("The slipway is cleared tonight");
        supervisor
                .locator("main form[action='/break-glass'] button[type=submit]")
                .click();
        supervisor.navigate(address + "/break-glass");
        String href = supervisor.locator("main tbody a").first().getAttribute("href");
        ids.put("openingId", href.substring(href.lastIndexOf('/') + 1));
    }

    /** Makes a unit and a day off, as the administrator whose browser this is. */
    void organise(Page administrator, String address) {
        administrator.navigate(address + "/admin/units");
        administrator.locator("#f-name").fill("Harbour desk");
        said.add("Harbour desk");
        administrator
                .locator("main form[action='/admin/units'] button[type=submit]")
                .click();
        String href = administrator.locator(".pl-units a").first().getAttribute("href");
        ids.put("unitId", href.substring(href.lastIndexOf('/') + 1));
        administrator.navigate(address + "/admin/calendar");
        administrator
                .locator("#f-day")
                .fill(LocalDate.now(ZoneOffset.UTC).plusDays(40).toString());
        administrator.locator("#f-name").fill("Quay day");
        said.add("Quay day");
        administrator
                .locator("main form[action='/admin/calendar/days-off'] button[type=submit]")
                .click();
    }

    /** Makes a storage place, as the evidence custodian whose browser this is. */
    void store(Page custodian, String address) {
        custodian.navigate(address + "/storage-places");
        custodian.locator("#f-code").fill("Q-1");
        custodian.locator("#f-name").fill("Quay store");
        said.add("Quay store");
        custodian
                .locator("main form[action='/storage-places'] button[type=submit]")
                .click();
        String href = custodian.locator(".pl-places a").first().getAttribute("href");
        ids.put("placeId", href.substring(href.lastIndexOf('/') + 1));
        custodian.navigate(address + "/stock-takes");
        custodian
                .locator("main form[action='/stock-takes'] button[type=submit]")
                .click();
        ids.put("stockTakeId", custodian.url().substring(custodian.url().lastIndexOf('/') + 1));
    }

    /** The address for a pattern; fails when a variable has no value here, so that a new page is added on purpose. */
    String address(String pattern) {
        Matcher variable = VARIABLE.matcher(pattern);
        String path = variable.replaceAll(found -> ids.computeIfAbsent(key(pattern, found.group(1)), missing -> {
            throw new IllegalStateException("No record for {" + missing + "} of " + pattern);
        }));
        return switch (path.substring(path.lastIndexOf('/') + 1)) {
            case "details" -> path + "?node=" + ids.get("entities");
            case "hits", "preview", "search" -> path + "?q=survey";
            default -> path;
        };
    }

    boolean knows(String pattern) {
        return VARIABLE.matcher(pattern).results().allMatch(found -> ids.containsKey(key(pattern, found.group(1))));
    }

    /** What people and files said: none of it comes from a bundle. */
    Set<String> said() {
        return said;
    }

    /** Controllers that call every identifier id: the word before it says of what. */
    private static String key(String pattern, String variable) {
        return variable.equals("id") || pattern.startsWith("/oversight")
                ? pattern.replaceAll(".*/(\\w+)/\\{" + variable + "}.*", "$1")
                : variable;
    }

    private void files() throws IOException {
        String ingestions = path("/ingestions");
        ids.put("ingestion", created(ingestions, Map.of("title", "Papers of the quay")));
        String one = ingestions + "/" + ids.get("ingestion");
        for (var file : List.of(WalkFiles.note(), WalkFiles.mail(), WalkFiles.empty(), WalkFiles.lying())) {
            api.upload(one + "/files?path=" + file.name, file.buffer).expect(201);
        }
        var order = WalkFiles.order();
        ids.put(
                "exhibitId",
                api.upload(one + "/files?path=" + order.name, order.buffer)
                        .expect(201)
                        .text("exhibit"));
        ids.put("exhibit", ids.get("exhibitId"));
        var tags = api.send("POST", path("/exhibits/tags"), Map.of()).expect(200);
        ids.put("tag", tags.body().required("items").get(0).required("code").asString());
        custody(path("/exhibits/" + ids.get("exhibitId") + "/acts"));
        api.send("POST", one + "/complete", Map.of()).expect(200);
        Deadline.require(Duration.ofMinutes(2), "all files read", () -> read(one));
        ids.put("statementId", created(one + "/completeness", Map.of()));
        ids.put("savedId", created(path("/saved-searches"), Map.of("name", "Surveys of the quay", "q", "survey")));
        said.add("Surveys of the quay");
        ids.put(
                "alertId",
                created(path("/saved-searches/" + ids.get("savedId") + "/alerts"), Map.of("about", "matter")));
        for (JsonNode item : items(one + "/items")) {
            if (item.required("exhibit").asString().equals(ids.get("exhibitId"))) {
                ids.put("documentId", item.required("document").asString());
                ids.put("documents", ids.get("documentId"));
                String readings = path("/documents/" + ids.get("documentId") + "/readings");
                ids.put(
                        "reading",
                        api.get(readings)
                                .expect(200)
                                .body()
                                .required("items")
                                .get(0)
                                .required("id")
                                .asString());
            }
            if (item.required("name").asString().equals(WalkFiles.mail().name)) {
                ids.put("mailId", item.required("document").asString());
            }
        }
    }

    /** An act that is signed, and one that waits for its signature. */
    private void custody(String acts) throws IOException {
        said.add("Wet at one corner");
        Map<String, ?> wet = Map.of("kind", "exception", "details", Map.of("what", "Wet at one corner"));
        api.send("POST", acts + "/" + created(acts, wet) + "/sign", Map.of()).expect(200);
        ids.put("draftId", created(acts, wet));
    }

    private boolean read(String ingestion) {
        try {
            return api.all(ingestion + "/items", "after").stream()
                    .noneMatch(item -> List.of("waiting", "running")
                            .contains(item.required("state").asString()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void entities() throws IOException {
        ids.put(
                "sources",
                created(
                        path("/sources"),
                        Map.of("kind", "register", "title", "Order register", "publisher", "Port authority")));
        ids.put("entities", entity("Company", "name", "Tidewater Quays Ltd"));
        String owner = entity("Company", "name", "Lanternlight Holding");
        created(
                path("/entities"),
                Map.of(
                        "schema",
                        "Ownership",
                        "statements",
                        List.of(statement("owner", owner), statement("asset", ids.get("entities")))));
        for (String day : List.of("2019-03-01", "2021-03-01")) {
            var stated = new HashMap<String, Object>(statement("incorporationDate", day));
            stated.put("entity", ids.get("entities"));
            ids.put("statements", created(path("/statements"), stated));
        }
        ids.put("collections", created(path("/collections"), Map.of("name", "Contract register")));
        String rows = """
                {"id":"a","schema":"Company","properties":{"name":["Gannet Piling Ltd"]}}
                {"id":"b"}
                """;
        ids.put(
                "run",
                api.upload(
                                path("/collections/" + ids.get("collections") + "/imports?file=rows.ftm.json"),
                                rows.getBytes(StandardCharsets.UTF_8))
                        .expect(202)
                        .text("id"));
    }

    private void chartAndReport() throws IOException {
        ids.put(
                "packageId",
                created(
                        path("/packages"),
                        Map.of(
                                "exhibits", List.of(ids.get("exhibitId")),
                                "recipient", "Court of Skagen",
                                "purpose", "Trial 14/2031")));
        ids.put(
                "chartId",
                created(path("/charts"), Map.of("title", "Who was paid", "entities", List.of(ids.get("entities")))));
        ids.put(
                "reportId",
                created(path("/reports"), Map.of("template", "interim-report", "title", "One quay, two payments")));
        Api.Answer report = api.get(path("/reports/" + ids.get("reportId")));
        ids.put(
                "jobId",
                api.send(
                                "POST",
                                path("/reports/" + ids.get("reportId") + "/issue"),
                                Map.of(),
                                "If-Match",
                                report.etag())
                        .expect(202)
                        .text("job"));
        Deadline.require(Duration.ofMinutes(2), "the report issued", this::isIssued);
    }

    private boolean isIssued() {
        try {
            return api.get(path("/reports/" + ids.get("reportId") + "/files"))
                            .body()
                            .path("items")
                            .size()
                    == 2;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads what the case and its neighbours hold, to know what is said there. */
    private void readAll() throws IOException {
        ids.put("entryId", first("/journal"));
        ids.put("taskId", first("/tasks"));
        ids.put("subjectId", first("/subjects"));
        ids.put("grantId", first("/team"));
        ids.put("entries", first("/trail"));
        String investigator = api.get("/me").text("id");
        for (JsonNode entry : items(path("/trail"))) {
            if (entry.required("by").asString().equals(investigator)) {
                ids.put("ownEntry", entry.required("id").asString());
            }
        }
        ids.put("trail", ids.get("entries"));
        for (String list : List.of("documents", "exhibits", "entities", "sources", "charts", "reports", "ingestions")) {
            items(path("/" + list));
        }
        for (JsonNode file : items("/cases")) {
            items("/cases/" + file.required("id").asString() + "/tasks");
        }
        items("/members");
        JsonNode me = api.get("/me").body();
        keep(me);
        ids.put("memberId", me.required("id").asString());
        ids.put("role", "investigator");
        keep(api.get(path("/documents/" + ids.get("documentId"))).body());
        keep(api.get(path("/documents/" + ids.get("documentId") + "/text")).body());
        keep(api.get(path("/entities/" + ids.get("entities"))).body());
        keep(api.get(path("")).body());
    }

    private String first(String list) throws IOException {
        return items(path(list)).getFirst().required("id").asString();
    }

    private String entity(String schema, String property, String value) throws IOException {
        return created(path("/entities"), Map.of("schema", schema, "statements", List.of(statement(property, value))));
    }

    private Map<String, Object> statement(String property, String value) {
        return Map.of("property", property, "value", value, "source", ids.get("sources"), "kind", "fact");
    }

    private String created(String path, Map<String, ?> body) throws IOException {
        return api.send("POST", path, body).expect(201).text("id");
    }

    private List<JsonNode> items(String path) throws IOException {
        JsonNode body = api.get(path).expect(200).body();
        keep(body);
        return body.path("items").valueStream().toList();
    }

    private void keep(JsonNode node) {
        if (node.isString()) {
            said.add(node.asString());
        }
        node.forEach(this::keep);
    }

    private String path(String below) {
        return "/cases/" + ids.get("caseId") + below;
    }
}
