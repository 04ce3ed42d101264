package org.plumbline.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Facts of entries that hold what somebody typed or named: searched words, names of tokens and files. Whoever may read
 * the case reads them; an overseer is told their length, and a digest by which two readers can say whether they speak
 * of the same.
 */
final class ContentFacts {
    private static final Set<String> NAMES =
            Set.of("query", "words", "beginning", "narrowed", "name", "file", "file-name");

    private ContentFacts() {}

    static boolean in(TrailEntry.Body body) {
        return body.facts().entrySet().stream().anyMatch(ContentFacts::holdsContent);
    }

    /**
     * The body with figures in the place of such facts.
     *
     * @param salt of the entry: without it short words could be guessed from their digest
     */
    static TrailEntry.Body withheld(TrailEntry.Body body, byte[] salt) {
        var facts = new TreeMap<String, String>();
        for (Map.Entry<String, String> fact : body.facts().entrySet()) {
            if (holdsContent(fact)) {
                facts.put(
                        fact.getKey() + "-length",
                        Integer.toString(fact.getValue().length()));
                facts.put(fact.getKey() + "-digest", digest(salt, fact.getValue()));
            } else {
                facts.put(fact.getKey(), fact.getValue());
            }
        }
        return new TrailEntry.Body(body.purpose(), body.channel(), body.session(), body.refs(), facts);
    }

    private static boolean holdsContent(Map.Entry<String, String> fact) {
        return NAMES.contains(fact.getKey()) && !fact.getValue().isEmpty();
    }

    private static String digest(byte[] salt, String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(salt);
            return HexFormat.of().formatHex(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
