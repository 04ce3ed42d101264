package org.plumbline.engine.evidence.bag;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
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
        List<StoredZip.Member> members = members();
        int next = 0;
        for (byte[] tag : tags.values()) {
            out.write(StoredZip.local(members.get(next++)));
            out.write(tag);
        }
        for (NewBag.Payload file : payload) {
            out.write(StoredZip.local(members.get(next++)));
            copy(file, out);
        }
        out.write(StoredZip.directory(members));
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
        MessageDigest sha256 = Algorithm.SHA256.start();
        try (InputStream in = new DigestInputStream(file.content().open(), sha256)) {
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(file.sha256())) {
            throw new IOException(file.path() + " is no longer what it was when the package was begun");
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
