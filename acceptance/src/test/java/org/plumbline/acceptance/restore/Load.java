package org.plumbline.acceptance.restore;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.People;

/** People at work: files and journal entries of one case, each known once it is acknowledged. */
final class Load implements AutoCloseable {
    private static final int FILE_EVERY = 4;

    private final Api api;
    private final String path;
    private final String ingestion;
    private final People people = new People();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<String> troubles = new ConcurrentLinkedQueue<>();

    Load(Api api) throws IOException {
        this.api = api;
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        this.path = "/cases/"
                + api.send(
                                "POST",
                                "/cases",
                                Map.of(
                                        "title", "Two surveys",
                                        "type", "inquiry",
                                        "legal_basis", "Inspection Act, section 12",
                                        "reference", "IO-2031/restore",
                                        "purpose", "Reconciling two surveys",
                                        "valid_from", today.toString(),
                                        "valid_until", today.plusDays(30).toString()))
                        .expect(201)
                        .text("id");
        this.ingestion = path + "/ingestions/"
                + api.send("POST", path + "/ingestions", Map.of("title", "Papers"))
                        .expect(201)
                        .text("id");
    }

    /** Lets this many work until this is closed. */
    void begin(int many) {
        people.begin(many, this::turn);
    }

    /** Identifiers of journal entries that were acknowledged so far. */
    Set<String> acknowledged() {
        return Set.copyOf(acknowledged);
    }

    List<String> troubles() {
        return List.copyOf(troubles);
    }

    @Override
    public void close() {
        people.close();
    }

    private boolean turn(String name, int number) {
        try {
            if (number % FILE_EVERY == 0) {
                byte[] paper = ("Paper " + number + " of " + name + ".\n")
                        .repeat(1 + number % 200)
                        .getBytes(StandardCharsets.UTF_8);
                api.upload(ingestion + "/files?path=" + Api.encoded(name + "-" + number + ".txt"), paper)
                        .expect(201);
            }
            acknowledged.add(
                    api.send("POST", path + "/journal", Map.of("heading", name + " " + number, "body", "One order."))
                            .expect(201)
                            .text("id"));
            return true;
        } catch (IOException | IllegalStateException e) {
            troubles.add(name + ": " + e.getMessage());
            return false;
        }
    }
}
