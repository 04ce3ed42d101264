package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Hashes each listed file once, for all manifests together, without holding it in memory. */
final class FileDigests {
    private static final int CHUNK = 1 << 16;

    private final BagFiles files;
    private final Findings findings;

    FileDigests(BagFiles files, Findings findings) {
        this.files = files;
        this.findings = findings;
    }

    void check(List<Manifest> manifests, UnaryOperator<String> found) throws IOException, BagRefused {
        var byFile = new LinkedHashMap<String, Map<Manifest, String>>();
        for (Manifest manifest : manifests) {
            manifest.digests()
                    .keySet()
                    .forEach(path -> byFile.computeIfAbsent(found.apply(path), file -> new LinkedHashMap<>())
                            .put(manifest, path));
        }
        for (Map.Entry<String, Map<Manifest, String>> file : byFile.entrySet()) {
            compare(file.getKey(), file.getValue());
        }
    }

    private void compare(String file, Map<Manifest, String> listed) throws IOException, BagRefused {
        var digests = new EnumMap<Algorithm, MessageDigest>(Algorithm.class);
        listed.keySet().forEach(manifest -> digests.computeIfAbsent(manifest.algorithm(), Algorithm::start));
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = files.open(file)) {
            for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
                for (MessageDigest digest : digests.values()) {
                    digest.update(chunk, 0, n);
                }
            }
        }
        var hex = new EnumMap<Algorithm, String>(Algorithm.class);
        digests.forEach((algorithm, digest) -> hex.put(algorithm, HexFormat.of().formatHex(digest.digest())));
        listed.forEach((manifest, path) -> {
            Manifest.Line line = manifest.digests().get(path);
            if (line != null && !line.hex().equals(hex.get(manifest.algorithm()))) {
                findings.fault(
                        BagFault.FILE_DIFFERS,
                        file,
                        0,
                        "has another " + manifest.algorithm().label() + " than " + manifest.file() + " line "
                                + line.number() + " says");
            }
        });
    }
}
