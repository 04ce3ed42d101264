package org.plumbline.custody.packages;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * What a package says besides its originals, as it is kept in the vault: a compressed archive of our own, never given
 * out.
 *
 * @param folder the name of the package's one folder
 * @param tags its tag files, in their order
 * @param checkSums of the originals, by exhibit
 */
record KeptMetadata(String folder, Map<String, byte[]> tags, Map<UUID, Long> checkSums) {
    private static final String OWN = "plumbline/";
    private static final String FOLDER = OWN + "folder";
    private static final String SUMS = OWN + "crc32";

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            put(zip, FOLDER, folder.getBytes(StandardCharsets.UTF_8));
            var sums = new StringBuilder();
            checkSums.forEach((exhibit, sum) ->
                    sums.append(exhibit).append(' ').append(sum).append('\n'));
            put(zip, SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> tag : tags.entrySet()) {
                put(zip, tag.getKey(), tag.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("What a package says cannot be written", e);
        }
        return bytes.toByteArray();
    }

    static KeptMetadata read(InputStream in) throws IOException {
        String folder = "";
        var tags = new LinkedHashMap<String, byte[]>();
        var sums = new LinkedHashMap<UUID, Long>();
        try (var zip = new ZipInputStream(in)) {
            for (ZipEntry next = zip.getNextEntry(); next != null; next = zip.getNextEntry()) {
                byte[] content = zip.readAllBytes();
                String text = new String(content, StandardCharsets.UTF_8);
                if (next.getName().equals(FOLDER)) {
                    folder = text;
                } else if (next.getName().equals(SUMS)) {
                    text.lines()
                            .forEach(line -> sums.put(
                                    UUID.fromString(line.substring(0, line.indexOf(' '))),
                                    Long.parseLong(line.substring(line.indexOf(' ') + 1))));
                } else {
                    tags.put(next.getName(), content);
                }
            }
        }
        return new KeptMetadata(folder, tags, sums);
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        var entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }
}
