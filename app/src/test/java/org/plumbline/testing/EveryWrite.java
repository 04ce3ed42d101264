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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends {@link Writes}, and knows the records that each of them makes for those after it. */
public final class EveryWrite {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final String CASE = Writes.CASE;
    private static final String UPLOADS = Writes.UPLOADS;
    private static final String MEMBERS = Writes.MEMBERS;

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
}
