package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/** A finished bag, which can be written as an archive or as a folder. */
public final class MadeBag {
    /** The manifest over all other tag files. */
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";

    private final String folder;
    private final Map<String, byte[]> tags;
    private final List<NewBag.Payload> payload;
    private final String digest;

    MadeBag(String folder, Map<String, byte[]> tags, List<NewBag.Payload> payload, String digest) {
        this.folder = folder;
        this.tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        this.payload = List.copyOf(payload);
        this.digest = digest;
    }

    /** A bag that was finished before, from its tag files and its payload in their order. */
    public static MadeBag again(String folder, Map<String, byte[]> tags, List<NewBag.Payload> payload) {
        byte[] manifest = tags.get(TAG_MANIFEST);
        if (manifest == null) {
            throw new IllegalArgumentException("No " + TAG_MANIFEST + " among the tag files");
        }
        MessageDigest sha256 = Algorithm.SHA256.start();
        return new MadeBag(folder, tags, payload, HexFormat.of().formatHex(sha256.digest(manifest)));
    }

    /** The name of its one folder in an archive. */
    public String folder() {
        return folder;
    }

    /** Its tag files in their order. */
    public Map<String, byte[]> tags() {
        return tags;
    }

    /** SHA-256 of {@link #TAG_MANIFEST}, which stands for everything in the bag. */
    public String digest() {
        return digest;
    }

    /** How long the archive will be. */
    public long zipBytes() {
        List<StoredZip.Member> members = members();
        return StoredZip.directory(members).length
                + members.stream()
                        .mapToLong(member -> member.localBytes() + member.bytes())
                        .sum();
    }

    /** Writes the archive; fails, and leaves it cut off, when a file of the payload is not what it was before. */
    public void writeZip(OutputStream out) throws IOException {
        try (InputStream in = openZip()) {
            in.transferTo(out);
        }
    }

    /** The archive, to be read; each file of the payload is opened when its turn comes, and checked as it is read. */
    public InputStream openZip() {
        return new ZipParts(members(), tags, payload);
    }

    /** Writes the files into a folder that is not there yet. */
    public void writeFolder(Path to) throws IOException {
        Files.createDirectory(to);
        for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
            Files.createDirectories(to.resolve(tag.getKey()).resolveSibling(""));
            Files.write(to.resolve(tag.getKey()), tag.getValue());
        }
        for (NewBag.Payload file : payload) {
            Files.createDirectories(to.resolve(file.path()).resolveSibling(""));
            try (OutputStream out = Files.newOutputStream(to.resolve(file.path()))) {
                copy(file, out);
            }
        }
    }

    private static void copy(NewBag.Payload file, OutputStream out) throws IOException {
        try (InputStream in = new Unchanged(file)) {
            in.transferTo(out);
        }
    }

    private List<StoredZip.Member> members() {
        var members = new ArrayList<StoredZip.Member>();
        tags.forEach((path, content) -> {
            var crc = new CRC32();
            crc.update(content);
            members.add(new StoredZip.Member(folder + "/" + path, content.length, crc.getValue()));
        });
        payload.forEach(
                file -> members.add(new StoredZip.Member(folder + "/" + file.path(), file.bytes(), file.crc32())));
        return members;
    }
}
