package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Puts a BagIt 1.0 bag together: SHA-256 throughout, tag files in memory, the payload wherever it lies. */
public final class NewBag {
    private static final String SHA256 = "sha256";

    private final List<Payload> payload = new ArrayList<>();
    private final Map<String, byte[]> tags = new LinkedHashMap<>();

    /** Opens a file of the payload, from its first byte; each time anew. */
    @FunctionalInterface
    public interface Content {
        /** The bytes; whoever asks closes them. */
        InputStream open() throws IOException;
    }

    /**
     * A file of the payload, as it was found when it was read through before.
     *
     * @param path inside the bag, beginning with {@code data/}
     * @param sha256 in lower-case hexadecimal digits
     */
    public record Payload(String path, long bytes, String sha256, long crc32, Content content) {
        public Payload {
            if (!path.startsWith("data/") || BagPath.refusal(path).isPresent()) {
                throw new IllegalArgumentException("Not a path of a payload: " + path);
            }
        }
    }

    /** Adds a file of the payload. */
    public NewBag payload(Payload file) {
        payload.add(file);
        return this;
    }

    /** Adds a tag file. */
    public NewBag tag(String path, byte[] content) {
        if (path.startsWith("data/") || BagPath.refusal(path).isPresent() || tags.put(path, content.clone()) != null) {
            throw new IllegalArgumentException("Not a path of a tag file, or taken: " + path);
        }
        return this;
    }

    /**
     * Finishes it.
     *
     * @param folder the name of the one folder in the archive
     * @param info what {@code bag-info.txt} says, label and value
     * @param sealFile the name of the one tag file that says something about {@code tagmanifest-sha256.txt}
     * @param seal from that manifest's bytes to what it says
     */
    public MadeBag finish(String folder, Map<String, String> info, String sealFile, UnaryOperator<byte[]> seal) {
        var first = new LinkedHashMap<String, byte[]>();
        first.put(Declaration.FILE, utf8("BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"));
        first.put(BagInfo.FILE, utf8(info(info)));
        first.put("manifest-" + SHA256 + ".txt", utf8(manifest()));
        first.putAll(tags);
        byte[] tagManifest = utf8(tagManifest(first));
        first.put(MadeBag.TAG_MANIFEST, tagManifest);
        first.put(sealFile, seal.apply(tagManifest.clone()));
        return new MadeBag(folder, first, payload, sha256(tagManifest));
    }

    private String info(Map<String, String> info) {
        long bytes = payload.stream().mapToLong(Payload::bytes).sum();
        var text = new StringBuilder();
        info.forEach((label, value) -> text.append(label)
                .append(": ")
                .append(value.replaceAll("\\p{Cntrl}", " "))
                .append('\n'));
        return text.append("Payload-Oxum: " + bytes + "." + payload.size() + "\n")
                .toString();
    }

    private String manifest() {
        var text = new StringBuilder();
        payload.forEach(file -> line(text, file.sha256(), file.path()));
        return text.toString();
    }

    private static String tagManifest(Map<String, byte[]> files) {
        var text = new StringBuilder();
        files.forEach((path, content) -> line(text, sha256(content), path));
        return text.toString();
    }

    private static void line(StringBuilder text, String digest, String path) {
        text.append(digest).append("  ").append(BagPath.encoded(path)).append('\n');
    }

    private static String sha256(byte[] bytes) {
        MessageDigest digest = Algorithm.SHA256.start();
        return HexFormat.of().formatHex(digest.digest(bytes));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
