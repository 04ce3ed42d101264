package org.plumbline.documents.extract.worker;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.poifs.filesystem.DirectoryEntry;
import org.apache.poi.poifs.filesystem.EntryUtils;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.tika.extractor.EmbeddedDocumentExtractor;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;
import org.plumbline.documents.extract.Child;
import org.xml.sax.ContentHandler;

/** Takes what a Tika parser finds embedded and keeps its bytes as a child. */
final class ChildCapture implements EmbeddedDocumentExtractor {
    private final @Nullable Source source;
    private final @Nullable Gathering into;

    ChildCapture(@Nullable Source source, @Nullable Gathering into) {
        this.source = source;
        this.into = into;
    }

    /** For bodies whose parts are found elsewhere. */
    static ChildCapture none() {
        return new ChildCapture(null, null);
    }

    @Override
    public boolean shouldParseEmbedded(Metadata metadata) {
        return into != null;
    }

    @Override
    public void parseEmbedded(InputStream stream, ContentHandler handler, Metadata metadata, boolean outputHtml)
            throws IOException {
        Gathering gathering = into;
        Source parent = source;
        if (gathering == null || parent == null || !isChild(parent, metadata)) {
            return;
        }
        String stated = Optional.ofNullable(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY))
                .orElse("");
        String path = Optional.ofNullable(metadata.get(TikaCoreProperties.INTERNAL_PATH))
                .or(() -> Optional.ofNullable(metadata.get(TikaCoreProperties.EMBEDDED_RELATIONSHIP_ID)))
                .orElse(stated);
        gathering.child(
                bytes(stream), Names.last(stated), path, metadata.get(Metadata.CONTENT_TYPE), relation(parent.type()));
    }

    private static Child.Relation relation(String type) {
        return switch (type) {
            case "application/vnd.ms-outlook", "application/vnd.ms-tnef" -> Child.Relation.ATTACHMENT;
            default -> Child.Relation.EMBEDDED;
        };
    }

    /** Pictures placed in a document belong to its own content; objects and files put into it are children. */
    private static boolean isChild(Source parent, Metadata metadata) {
        String kind = String.valueOf(metadata.get(TikaCoreProperties.EMBEDDED_RESOURCE_TYPE))
                .toUpperCase(Locale.ROOT);
        boolean mail = relation(parent.type()) == Child.Relation.ATTACHMENT;
        if (mail) {
            return true;
        }
        boolean ooxml =
                parent.type().contains("openxmlformats") || parent.type().contains("macroenabled");
        if (ooxml) {
            return kind.equals("ALTERNATE_FORMAT_CHUNK");
        }
        boolean own = kind.equals("INLINE") || kind.equals("THUMBNAIL") || kind.equals("METADATA");
        return !own && !isPicture(metadata);
    }

    private static boolean isPicture(Metadata metadata) {
        String type = String.valueOf(metadata.get(Metadata.CONTENT_TYPE));
        String name = String.valueOf(metadata.get(TikaCoreProperties.RESOURCE_NAME_KEY));
        boolean byName =
                name.toLowerCase(Locale.ROOT).matches("(image)?\\d*\\.?(png|jpe?g|gif|bmp|emf|wmf|pict|dib|tiff?)");
        return type.startsWith("image/") || byName;
    }

    /** The bytes of what was embedded; an OLE folder handed over as an object is written out as a file of its own. */
    private static InputStream bytes(InputStream stream) throws IOException {
        if (stream instanceof TikaInputStream tika && tika.getOpenContainer() instanceof DirectoryEntry folder) {
            try (POIFSFileSystem file = new POIFSFileSystem();
                    ByteArrayOutputStream out = new ByteArrayOutputStream()) {
                EntryUtils.copyNodes(folder, file.getRoot());
                file.getRoot().setStorageClsid(folder.getStorageClsid());
                file.writeFilesystem(out);
                return new ByteArrayInputStream(out.toByteArray());
            }
        }
        return stream;
    }
}
