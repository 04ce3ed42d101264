package org.plumbline.acceptance.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.plumbline.acceptance.Api;
import org.plumbline.acceptance.Deadline;
import org.plumbline.kernel.Digest;
import tools.jackson.databind.JsonNode;

/** What the server says of a case when it is asked. */
record Ledger(Api api, String caseId) {
    /** A line: one file, received or found in another. */
    record Line(
            String id,
            String path,
            String name,
            Optional<String> parent,
            String exhibit,
            Optional<String> sha256,
            String state) {
        static Line of(JsonNode json) {
            return new Line(
                    json.required("id").asString(),
                    json.required("path").asString(),
                    json.required("name").asString(),
                    text(json, "parent"),
                    json.required("exhibit").asString(),
                    text(json, "sha256"),
                    json.required("state").asString());
        }

        boolean isOpen() {
            return state.equals("waiting") || state.equals("running");
        }
    }

    /** An exhibit as listed. */
    record Listed(String id, String path, String sha256) {}

    /** Returns once no file of any batch waits. */
    void awaitRead(Receipts receipts, Duration within) {
        for (String ingestion : receipts.ingestions().values()) {
            Deadline.require(within, "everything of ingestion " + ingestion + " read", () -> {
                JsonNode said = summary(ingestion);
                return said.has("completed_at") && said.required("open").asLong() == 0;
            });
        }
    }

    /** What the server adds up itself. */
    JsonNode summary(String ingestion) {
        try {
            return api.get(path() + "/ingestions/" + ingestion).expect(200).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Line> lines(String ingestion) {
        return all("/ingestions/" + ingestion + "/items", "after").stream()
                .map(Line::of)
                .toList();
    }

    List<Listed> exhibits() {
        return all("/exhibits", "after").stream()
                .map(json -> new Listed(
                        json.required("id").asString(),
                        json.required("path").asString(),
                        json.required("sha256").asString()))
                .toList();
    }

    /** Entries of the case's trail. */
    List<JsonNode> trail() {
        return all("/trail", "before");
    }

    /** The digest of an exhibit's bytes as the server sends them. */
    String digest(String exhibit) {
        MessageDigest digest = Digest.sha256();
        try {
            api.download(path() + "/exhibits/" + exhibit + "/content", digest::update);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Digest.finish(digest).hex();
    }

    private List<JsonNode> all(String what, String cursor) {
        try {
            return api.all(path() + what, cursor);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String path() {
        return "/cases/" + caseId;
    }

    private static Optional<String> text(JsonNode json, String field) {
        return json.path(field).isString() ? Optional.of(json.path(field).stringValue()) : Optional.empty();
    }
}
