package org.plumbline.acceptance.uploads;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.plumbline.acceptance.Api;
import org.plumbline.kernel.Digest;
import tools.jackson.databind.JsonNode;

/** What the server keeps of the uploads, beside what was sent. */
final class Kept {
    private final Api api;
    private final String caseId;
    private final List<String> failures = new ArrayList<>();

    Kept(Api api, String caseId) {
        this.api = api;
        this.caseId = caseId;
    }

    /** Every file is one exhibit with its bytes, and there is no other. */
    List<String> compare(long seed, Map<Integer, String> sent) {
        try {
            var listed = new HashMap<String, JsonNode>();
            for (JsonNode one : api.all("/cases/" + caseId + "/exhibits", "after")) {
                listed.put(one.required("id").asString(), one);
            }
            if (listed.size() != sent.size()) {
                failures.add(listed.size() + " exhibits of " + sent.size() + " files");
            }
            for (Map.Entry<Integer, String> each : sent.entrySet()) {
                compare(SentFile.of(seed, each.getKey()), each.getValue(), listed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The exhibits can't be read", e);
        }
        return failures;
    }

    private void compare(SentFile file, String exhibit, Map<String, JsonNode> listed) throws IOException {
        JsonNode one = listed.remove(exhibit);
        if (one == null) {
            failures.add(file.path() + " was acknowledged as exhibit " + exhibit + ", which is not there or another's");
            return;
        }
        String sha256 = file.sha256();
        if (!one.required("path").asString().equals(file.path())
                || !one.required("sha256").asString().equals(sha256)) {
            failures.add(file.path() + " is recorded as " + one);
        }
        if (!bytes(exhibit).equals(sha256)) {
            failures.add("The bytes of " + file.path() + " are not those sent");
        }
    }

    private String bytes(String exhibit) throws IOException {
        MessageDigest digest = Digest.sha256();
        api.download("/cases/" + caseId + "/exhibits/" + exhibit + "/content", digest::update);
        return Digest.finish(digest).hex();
    }

    /** Objects of the case in the vault. */
    static long objects(Path data, String caseId) {
        return files(data.resolve("vault").resolve(caseId));
    }

    /** What waits in the vault's entrance. */
    static long waiting(Path data) {
        return files(data.resolve("vault").resolve("entrance"));
    }

    /** How many bytes have got there; 0 while what is counted changes. */
    static long bytesWaiting(Path data) {
        try (Stream<Path> all = Files.walk(data.resolve("vault").resolve("entrance"))) {
            long bytes = 0;
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
            return bytes;
        } catch (IOException | UncheckedIOException changes) {
            return 0;
        }
    }

    private static long files(Path folder) {
        if (Files.notExists(folder)) {
            return 0;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        } catch (IOException e) {
            throw new UncheckedIOException("The vault can't be read", e);
        }
    }
}
