package org.plumbline.documents.extract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plumbline.kernel.Digest;

/** The least a caller does with the extractor: reads a file, then each child as an item of its own, once. */
final class TinyLedger {
    private final Extractor extractor;
    private final Limits limits;
    private final Map<String, List<Item>> known = new HashMap<>();
    private int items;

    /** What is kept of one item and of everything below it. */
    record Item(int level, String name, Outcome outcome, DocumentType type, int children, String words) {}

    TinyLedger(Extractor extractor, Limits limits) {
        this.extractor = extractor;
        this.limits = limits;
    }

    /** The file first, then everything below it. */
    List<Item> take(Path file, String name) throws IOException, InterruptedException {
        return take(file, name, ExtractionRequest.asReceived(limits));
    }

    int items() {
        return items;
    }

    private List<Item> take(Path file, String name, ExtractionRequest request)
            throws IOException, InterruptedException {
        // Type may depend on the extension, and what may lie below on the level: the same bytes are read again then.
        String key = digest(file) + extension(name) + (request.depth() > 0 ? "child" : "");
        List<Item> before = known.get(key);
        if (before != null) {
            return before;
        }
        known.put(key, List.of());
        items++;
        List<Item> found = new ArrayList<>();
        try (Extraction extraction = extractor.extract(file, name, request)) {
            found.add(new Item(
                    request.depth(),
                    name,
                    extraction.outcome(),
                    extraction.type(),
                    extraction.children().size(),
                    folded(extraction.searchableFacts() + "\n" + extraction.text())));
            for (Child child : extraction.children()) {
                if (child.bytes() > 0) {
                    found.addAll(take(child.content(), child.name(), request.below()));
                }
            }
        }
        known.put(key, found);
        return found;
    }

    static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }

    private static String extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "" : name.substring(dot);
    }

    private static String digest(Path file) throws IOException {
        MessageDigest digest = Digest.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return Digest.finish(digest).hex();
    }
}
