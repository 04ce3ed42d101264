package org.plumbline.watching;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is sent to whoever helps: texts about the installation, by file name, and nothing of a case or a person. */
public final class SupportBundle {
    private static final String README = """
            A support bundle of Plumbline. It holds what a helper needs to see how the installation does, and nothing of a
            case or a person: no names, no titles, no searched words, no files, no secrets. Look through it before you
            send it; it is plain text.
            """;

    private final Map<String, String> members = new LinkedHashMap<>();
    private final Instant made;

    /** An empty one, made now. */
    public SupportBundle(Instant made) {
        this.made = made;
        members.put("README.txt", README + "\nMade " + made + "\n");
    }

    /** Adds a text. */
    public SupportBundle with(String name, String text) {
        members.put(name, text.endsWith("\n") ? text : text + "\n");
        return this;
    }

    /** As an archive. */
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, String> member : members.entrySet()) {
                var entry = new ZipEntry(member.getKey());
                entry.setLastModifiedTime(FileTime.from(made));
                zip.putNextEntry(entry);
                zip.write(member.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An archive in memory can't be written", e);
        }
        return bytes.toByteArray();
    }
}
