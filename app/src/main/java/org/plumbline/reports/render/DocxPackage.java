package org.plumbline.reports.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The parts of a DOCX and how they refer to each other (ECMA-376 Part 2); the same parts give the same bytes. */
final class DocxPackage {
    static final String HEADER = "rHeader";
    static final String FOOTER = "rFooter";
    static final String PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture";

    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006";
    private static final String WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

    static final String[] NAMESPACES = {
        "xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "xmlns:r", OFFICE,
        "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "xmlns:a", "http://schemas.openxmlformats.org/drawingml/2006/main",
        "xmlns:pic", PICTURE
    };

    /** The earliest time a ZIP entry can hold; local, so that it does not depend on the machine's zone. */
    private static final LocalDateTime ENTRY_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> pictures = new ArrayList<>();

    void add(String name, String xml) {
        parts.put(name, xml.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a picture and returns the relation by which the document names it. */
    String addPicture(int number, byte[] png) {
        String name = "picture-" + number + ".png";
        parts.put("word/media/" + name, png);
        pictures.add(name);
        return "rPicture" + number;
    }

    /** Adds the shipped styles, set to the language of the report. */
    void addStyles(Locale language) {
        add("word/styles.xml", resource("styles.xml").replace("LANGUAGE", language.toLanguageTag()));
        add("word/settings.xml", resource("settings.xml"));
        add("word/fontTable.xml", resource("fontTable.xml"));
    }

    byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            entry(zip, "[Content_Types].xml", contentTypes().getBytes(StandardCharsets.UTF_8));
            entry(zip, "_rels/.rels", packageRelations().getBytes(StandardCharsets.UTF_8));
            entry(zip, "word/_rels/document.xml.rels", documentRelations().getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                entry(zip, part.getKey(), part.getValue());
            }
        }
        return out.toByteArray();
    }

    private static void entry(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(ENTRY_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String contentTypes() {
        Wml wml = new Wml().open("Types", "xmlns", PACKAGE + "/content-types");
        wml.leaf(
                "Default",
                "Extension",
                "rels",
                "ContentType",
                "application/vnd.openxmlformats-package.relationships+xml");
        wml.leaf("Default", "Extension", "xml", "ContentType", "application/xml");
        wml.leaf("Default", "Extension", "png", "ContentType", "image/png");
        type(wml, "/word/document.xml", WORD_TYPE + "document.main+xml");
        type(wml, "/word/styles.xml", WORD_TYPE + "styles+xml");
        type(wml, "/word/settings.xml", WORD_TYPE + "settings+xml");
        type(wml, "/word/fontTable.xml", WORD_TYPE + "fontTable+xml");
        type(wml, "/word/header1.xml", WORD_TYPE + "header+xml");
        type(wml, "/word/footer1.xml", WORD_TYPE + "footer+xml");
        type(wml, "/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml");
        type(wml, "/docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml");
        return wml.close().finish();
    }

    private static void type(Wml wml, String part, String type) {
        wml.leaf("Override", "PartName", part, "ContentType", type);
    }

    private static String packageRelations() {
        Wml wml = new Wml().open("Relationships", "xmlns", PACKAGE + "/relationships");
        relation(wml, "rDocument", OFFICE + "/officeDocument", "word/document.xml");
        relation(wml, "rCore", PACKAGE + "/relationships/metadata/core-properties", "docProps/core.xml");
        relation(wml, "rApplication", OFFICE + "/extended-properties", "docProps/app.xml");
        return wml.close().finish();
    }

    private String documentRelations() {
        Wml wml = new Wml().open("Relationships", "xmlns", PACKAGE + "/relationships");
        relation(wml, "rStyles", OFFICE + "/styles", "styles.xml");
        relation(wml, "rSettings", OFFICE + "/settings", "settings.xml");
        relation(wml, "rFonts", OFFICE + "/fontTable", "fontTable.xml");
        relation(wml, HEADER, OFFICE + "/header", "header1.xml");
        relation(wml, FOOTER, OFFICE + "/footer", "footer1.xml");
        for (int i = 0; i < pictures.size(); i++) {
            relation(wml, "rPicture" + (i + 1), OFFICE + "/image", "media/" + pictures.get(i));
        }
        return wml.close().finish();
    }

    private static void relation(Wml wml, String id, String type, String target) {
        wml.leaf("Relationship", "Id", id, "Type", type, "Target", target);
    }

    private static String resource(String name) {
        try (InputStream in = DocxPackage.class.getResourceAsStream("docx/" + name)) {
            if (in == null) {
                throw new IllegalStateException("The report part " + name + " is not on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The report part " + name + " cannot be read", e);
        }
    }
}
