package org.plumbline.documents.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.poifs.filesystem.Ole10Native;
import org.apache.poi.poifs.filesystem.Ole10NativeException;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.exception.TikaException;
import org.plumbline.documents.extract.Child;
import org.xml.sax.SAXException;

/**
 * Reads Word, Excel, PowerPoint and Visio files in Office Open XML. The text is Tika's; embedded files are taken from
 * the package itself (ECMA-376 part 2), because a chart's workbook or an object without a picture is reached by no
 * parser of the text.
 */
final class OoxmlReader implements FormatReader {
    private static final Pattern EMBEDDING = Pattern.compile("(?i).*/embeddings/[^/]+");
    private static final Pattern TEXT = Pattern.compile(
            "(?i)(word/(document|footnotes|endnotes|comments|header\\d*|footer\\d*)|ppt/slides/slide\\d+"
                    + "|ppt/notesSlides/notesSlide\\d+|xl/sharedStrings|xl/worksheets/sheet\\d+)\\.xml");
    private static final Pattern DECLARATION = Pattern.compile("<!DOCTYPE[^>\\[]*(\\[[^\\]]*\\])?[^>]*>");
    private static final Map<String, String> MAIN_PARTS = Map.of(
            "word/document.xml", "wordprocessingml.document",
            "xl/workbook.xml", "spreadsheetml.sheet",
            "ppt/presentation.xml", "presentationml.presentation");
    private static final int LARGEST_OBJECT = 128 << 20;
    private static final int LARGEST_PART = 16 << 20;

    private final TikaReader tika;

    OoxmlReader(TikaReader tika) {
        this.tika = tika;
    }

    @Override
    public void read(Source source, Gathering into) throws Exception {
        Exception broken = null;
        try {
            tika.read(source, into);
        } catch (TikaException | IOException | SAXException e) {
            broken = e;
        }
        embeddings(source, into, broken != null && !Verdict.isLocked(broken));
        if (broken != null) {
            throw broken;
        }
    }

    private static void embeddings(Source source, Gathering into, boolean salvage) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(source.file()).get()) {
            List<ZipArchiveEntry> entries = Collections.list(zip.getEntriesInPhysicalOrder());
            for (ZipArchiveEntry entry : entries) {
                if (salvage && TEXT.matcher(entry.getName()).matches()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        salvage(in, into);
                    }
                }
                if (EMBEDDING.matcher(entry.getName()).matches() && !entry.isDirectory()) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        embedding(entry, in, into);
                    }
                }
            }
        }
    }

    /** The words of a part that no parser would read: whatever stands between its tags, entities left alone. */
    private static void salvage(InputStream in, Gathering into) throws IOException {
        String xml = Charsets.decode(in.readNBytes(LARGEST_PART), "UTF-8");
        String words = DECLARATION.matcher(xml).replaceFirst("");
        words = words.replaceAll("</(w:p|a:p|si|row|w:tr)>", "\n").replaceAll("<[^>]*>", "");
        into.line();
        into.append(words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"));
        into.line();
    }

    /** The kind of document a package is by the names of its parts, when its directory of types cannot be read. */
    static Optional<String> typeByParts(Path file) {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            if (zip.getEntry("[Content_Types].xml") == null) {
                return Optional.empty();
            }
            for (Map.Entry<String, String> part : MAIN_PARTS.entrySet()) {
                if (zip.getEntry(part.getKey()) != null) {
                    return Optional.of("application/vnd.openxmlformats-officedocument." + part.getValue());
                }
            }
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            // Not even a directory: then it is read as the broken zip it is.
            return Optional.empty();
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
