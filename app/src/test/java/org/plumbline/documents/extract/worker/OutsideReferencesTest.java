package org.plumbline.documents.extract.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plumbline.documents.extract.ExtractionRequest;
import org.plumbline.documents.extract.Limits;
import org.plumbline.documents.extract.Wanted;
import org.plumbline.documents.extract.WorkerAnswer;
import org.plumbline.documents.extract.WorkerTask;

/**
 * Readers fetch nothing that a file names, even where no wall stands: they run in this process here, which reaches the
 * listener well.
 */
class OutsideReferencesTest {
    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();

    @SuppressWarnings("NullAway.Init") // set before each test
    private ServerSocket listener;

    @BeforeEach
    void listen() throws IOException {
        listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::answer);
    }

    @AfterEach
    void close() throws IOException {
        listener.close();
    }

    @Test
    void nothingThatAFileNamesIsFetched() throws Exception {
        var library = new Reading.Library();
        int number = 0;
        for (Map.Entry<String, byte[]> file : files().entrySet()) {
            Path given = Files.write(folder.resolve("given-" + number++), file.getValue());
            Path children = Files.createDirectory(folder.resolve("children-" + number));
            var task = new WorkerTask(
                    new Wanted.Reading(),
                    given,
                    file.getKey(),
                    children,
                    new ExtractionRequest(Limits.standard(), 0, false, List.of()),
                    "none",
                    List.of(),
                    200,
                    Map.of());
            var reading = new Reading(task, library);
            reading.run();
            WorkerAnswer answer = reading.answer(false);

            assertThat(heard).as("heard of %s", file.getKey()).isEmpty();
            assertThat(answer.text()).as(file.getKey()).doesNotContain("velvet");
        }
        // and the listener does hear what is asked of it
        assertThat(URI.create(address("control")).toURL().openStream().readAllBytes())
                .isNotEmpty();
        assertThat(heard).containsExactly("GET /control HTTP/1.1");
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        String doctype = "<!DOCTYPE a [<!ENTITY e SYSTEM \"" + address("entity") + "\"><!ENTITY % p SYSTEM \""
                + address("parameter") + "\"> %p;]>";
        String external = "<!DOCTYPE a SYSTEM \"" + address("dtd") + "\">";
        String xml = "<?xml version=\"1.0\"?>";
        files.put("entity.xml", bytes(xml + doctype + "<a>before &e; after</a>"));
        files.put("dtd.xml", bytes(xml + external + "<a>words</a>"));
        files.put(
                "include.xml",
                bytes(xml + "<a xmlns:xi=\"http://www.w3.org/2001/XInclude\"><xi:include href=\"" + address("include")
                        + "\" parse=\"text\"/></a>"));
        files.put(
                "sheet.xml",
                bytes(xml + "<?xml-stylesheet type=\"text/xsl\" href=\"" + address("stylesheet") + "\"?><a>words</a>"));
        files.put(
                "schema.xml",
                bytes(xml + "<a xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
                        + " xsi:noNamespaceSchemaLocation=\"" + address("schema") + "\">words</a>"));
        files.put(
                "picture.svg",
                bytes(xml + doctype + "<svg xmlns=\"http://www.w3.org/2000/svg\""
                        + " xmlns:xlink=\"http://www.w3.org/1999/xlink\"><image xlink:href=\"" + address("image")
                        + "\"/><text>&e;</text></svg>"));
        files.put(
                "page.html",
                bytes("<html><head><base href=\"" + address("base") + "\"><link rel=stylesheet href=\"style.css\">"
                        + "<script src=\"" + address("script") + "\"></script></head><body><img src=\""
                        + address("image") + "\"><iframe src=\"" + address("frame") + "\"></iframe></body></html>"));
        files.put(
                "page.xhtml",
                bytes(xml + external + "<html xmlns=\"http://www.w3.org/1999/xhtml\"><body>words</body></html>"));
        files.put(
                "feed.rss", bytes(xml + doctype + "<rss version=\"2.0\"><channel><title>&e;</title></channel></rss>"));
        files.put(
                "words.rtf", bytes("{\\rtf1 {\\field{\\*\\fldinst INCLUDEPICTURE \"" + address("rtf") + "\"}}words}"));
        files.put(
                "mail.eml",
                bytes("From: a@example.org\nSubject: s\nContent-Type: message/external-body;"
                        + " access-type=URL; URL=\"" + address("body") + "\"\n\nContent-Type: text/plain\n\n"));
        files.put("document.docx", docx(xml + doctype));
        files.put("sheet.xlsx", xlsx(xml + doctype));
        files.put("document.odt", odt(xml + doctype));
        return files;
    }

    private byte[] docx(String head) throws IOException {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/word/document.xml\" ContentType=\""
                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>";
        String body =
                "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p>"
                        + "<w:r><w:t>words &e;</w:t></w:r></w:p></w:body></w:document>";
        return zip(
                "[Content_Types].xml",
                types,
                "_rels/.rels",
                relations("word/document.xml"),
                "word/document.xml",
                head + body,
                "word/_rels/document.xml.rels",
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                        + " Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + "attachedTemplate\" Target=\"" + address("template") + "\" TargetMode=\"External\"/>"
                        + "</Relationships>");
    }

    private static byte[] xlsx(String head) throws IOException {
        String types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\""
                + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>";
        return zip(
                "[Content_Types].xml",
                types,
                "_rels/.rels",
                relations("xl/workbook.xml"),
                "xl/workbook.xml",
                head
                        + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets/>&e;</workbook>");
    }

    private static byte[] odt(String head) throws IOException {
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.text",
                "content.xml",
                head + "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
                        + " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
                        + "<text:p>words &e;</text:p></office:text></office:body></office:document-content>");
    }

    private static String relations(String main) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship"
                + " Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\""
                + " Target=\"" + main + "\"/></Relationships>";
    }

    private static byte[] zip(String... namesAndContents) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(bytes(namesAndContents[i + 1]));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + listener.getLocalPort() + "/" + path;
    }

    private void answer() {
        while (!listener.isClosed()) {
            try (Socket socket = listener.accept()) {
                heard.add(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                        .readLine());
                socket.getOutputStream()
                        .write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nvelvet"));
            } catch (IOException closed) {
                // the next one, or the end of the test
            }
        }
    }
}
