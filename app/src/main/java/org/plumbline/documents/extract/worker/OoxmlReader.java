package org.plumbline.documents.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.plumbline.documents.extract.Child;

/**
 * Reads Word, Excel, PowerPoint and Visio files in Office Open XML. The text is Tika's; embedded files are taken from
 * the package itself (ECMA-376 part 2), because a chart's workbook or an object without a picture is reached by no
 * parser of the text.
 */
final class OoxmlReader implements FormatReader {
    private static final Pattern EMBEDDING = Pattern.compile("(?i).*/embeddings/[^/]+");
    private static final int LARGEST_OBJECT = 128 << 20;

    private final TikaReader tika;

    OoxmlReader(TikaReader tika) {
        this.tika = tika;
    }

    @Override
    public void read(Source source, Gathering into) throws Exception {
        try {
            tika.read(source, into);
        } finally {
            embeddings(source, into);
        }
    }

    private static void embeddings(Source source, Gathering into) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(source.file()).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            for (ZipArchiveEntry entry : entries) {
                if (EMBEDDING.matcher(entry.getName()).matches() && !entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        embedding(entry, in, into);
                    }
                }
            }
        }
    }

    private static void embedding(ZipArchiveEntry entry, InputStream in, Gathering into) throws IOException {
        String path = entry.getName();
        if (!path.endsWith(".bin") || entry.getSize() > LARGEST_OBJECT) {
            into.child(in, Names.last(path), path, null, Child.Relation.EMBEDDED);
            return;
        }
        byte[] object = in.readNBytes(LARGEST_OBJECT);
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(object))) {
            Ole10Native packed = Ole10Native.createFromEmbeddedOleObject(file);
            InputStream bytes = new ByteArrayInputStream(packed.getDataBuffer());
            into.child(bytes, Names.last(packed.getLabel()), path, null, Child.Relation.EMBEDDED);
        } catch (IOException | Ole10NativeException | RuntimeException e) {
            if (e instanceof Stopped stopped) {
                throw stopped;
            }
            // Not a packed file: the object itself is the child.
            into.child(new ByteArrayInputStream(object), Names.last(path), path, null, Child.Relation.EMBEDDED);
        }
    }
}
