package org.plumbline.acceptance.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import tools.jackson.databind.JsonNode;

/** Fills a case, or a compartment of one, with a record of every kind, each with the canary word in it. */
final class CanaryCase {
    private final Api api;
    private final String canary;
    private final String[] headers;
    private final Map<String, String> ids = new HashMap<>();

    private CanaryCase(Api api, String canary, String... headers) {
        this.api = api;
        this.canary = canary;
        this.headers = headers;
    }

    /** Opens a case and fills it. */
    static Target opened(Api api, String canary, boolean guarded) {
        var made = new CanaryCase(api, canary);
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        made.ids.put(
                "cases/caseId",
                made.made(
                        "/cases",
                        Map.of(
                                "title",
                                canary + " survey",
                                "type",
                                "inquiry",
                                "legal_basis",
                                canary + " Act",
                                "reference",
                                canary,
                                // The trail says for which purpose something was done, and the overseer reads that.
                                "purpose",
                                "Reconciling two surveys",
                                "valid_from",
                                today.toString(),
                                "valid_until",
                                today.plusDays(60).toString())));
        made.fill();
        return new Target(canary, made.ids, guarded);
    }

    /** Makes a compartment in a case and fills that. */
    static Target inside(Api api, String caseId, String canary) {
        var door = new CanaryCase(api, canary);
        String compartment =
                door.made("/cases/" + caseId + "/compartments", Map.of("name", canary, "reason", "Two people spoke"));
        var made = new CanaryCase(api, canary, "Plumbline-Compartment", compartment);
        made.ids.put("cases/caseId", caseId);
        made.fill();
        return new Target(canary, made.ids, true);
    }

    private void fill() {
        ids.put("journal/entryId", made(in("/journal"), Map.of("heading", canary + " call", "body", canary)));
        String later = LocalDate.now(ZoneOffset.UTC).plusDays(30).toString();
        String me = read("/me").path("id").asString();
        ids.put("tasks/taskId", made(in("/tasks"), Map.of("title", canary + " task", "assignee", me, "due", later)));
        ids.put(
                "subjects/subjectId",
                made(
                        in("/subjects"),
                        Map.of(
                                "name", canary,
                                "kind", "person",
                                "role", "witness",
                                "basis", canary,
                                "review_due", later)));
        entities();
        ids.put("reports/reportId", made(in("/reports"), Map.of("template", "interim-report", "title", canary)));
        document();
        // Looks for what is nowhere: an alert that tells of something adds to guarded rows by itself.
        String saved = made(in("/saved-searches"), Map.of("name", canary, "q", "nowhere-to-be-found"));
        ids.put("saved-searches/savedId", saved);
        ids.put("alerts/alertId", made(in("/saved-searches/" + saved + "/alerts"), Map.of("about", "matter")));
    }

    private void entities() {
        ids.put(
                "sources/id",
                made(in("/sources"), Map.of("kind", "register", "title", canary + " register", "publisher", canary)));
        ids.put("entities/id", company(canary + " Quays"));
        String owner = company(canary + " Holding");
        List<?> ends = List.of(stated("owner", owner), stated("asset", ids.getOrDefault("entities/id", "")));
        made(in("/entities"), Map.of("schema", "Ownership", "statements", ends));
        var more = new HashMap<String, Object>(stated("name", canary + " Quays Ltd"));
        more.put("entity", ids.getOrDefault("entities/id", ""));
        ids.put("statements/id", made(in("/statements"), more));
        ids.put(
                "collections/id",
                made(in("/collections"), Map.of("name", canary + " collection", "publisher", canary)));
        ids.put(
                "charts/chartId",
                made(in("/charts"), Map.of("title", canary, "entities", List.of(ids.getOrDefault("entities/id", "")))));
    }

    private String company(String name) {
        return made(in("/entities"), Map.of("schema", "Company", "statements", List.of(stated("name", name))));
    }

    private Map<String, Object> stated(String property, String value) {
        return Map.of("property", property, "value", value, "source", ids.getOrDefault("sources/id", ""));
    }

    private void document() {
        String ingestion = made(in("/ingestions"), Map.of("title", canary));
        ids.put("ingestions/ingestion", ingestion);
        String one = in("/ingestions/" + ingestion);
        byte[] text = ("From: Ines Abernal <ines@harbour.example>\nTo: " + canary + " <mara@harbour.example>\nSubject: "
                        + canary + "\nDate: Fri, 02 May 2031 09:00:00 +0200\n\n" + canary + " was paid twice.")
                .getBytes(StandardCharsets.UTF_8);
        try {
            String item = api.upload(one + "/files?path=" + canary + ".eml", text, headers)
                    .expect(201)
                    .text("id");
            ids.put("items/item", item);
            api.send("POST", one + "/complete", Map.of(), headers).expect(200);
            Deadline.require(
                    Duration.ofMinutes(2),
                    "a mail read",
                    () -> read(one + "/items/" + item).path("document").isString());
            JsonNode read = read(one + "/items/" + item);
            ids.put("documents/documentId", read.path("document").asString());
            ids.put("documents/id", read.path("document").asString());
            ids.put("mail/mailId", read.path("document").asString());
            ids.put("completeness/statementId", made(one + "/completeness", Map.of()));
            ids.put("exhibits/exhibitId", read.path("exhibit").asString());
            ids.put("exhibits/exhibit", read.path("exhibit").asString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String path) {
        try {
            return api.get(path, headers).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String in(String below) {
        return "/cases/" + ids.get("cases/caseId") + below;
    }

    private String made(String path, Map<String, ?> body) {
        try {
            return Optional.of(api.send("POST", path, body, headers))
                    .map(a -> a.expect(201).text("id"))
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
