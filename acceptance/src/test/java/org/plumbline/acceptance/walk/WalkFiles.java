package org.plumbline.acceptance.walk;

import com.microsoft.playwright.options.FilePayload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** The files of the walk, made here: nothing in them is of anybody. */
final class WalkFiles {
    private WalkFiles() {}

    static FilePayload note() {
        return file(
                "survey-note.txt",
                "text/plain",
                bytes("The second survey of the breakwater was never ordered.\nThe harbour master asked twice.\n"));
    }

    static FilePayload payments() {
        return file(
                "payments.csv",
                "text/csv",
                bytes(
                        "date,payee,amount\n2026-02-11,Breakwater Surveys Ltd,48200.00\n2026-04-29,Breakwater Surveys Ltd,48200.00\n"));
    }

    static FilePayload empty() {
        return file("blank.txt", "text/plain", new byte[0]);
    }

    /** Words under the name of a picture. */
    static FilePayload lying() {
        return file("quay.png", "image/png", bytes("These are words, and no picture of a quay.\n"));
    }

    /** Two pages; the order is on the second. */
    static FilePayload order() {
        try (var pdf = new PDDocument();
                var out = new ByteArrayOutputStream()) {
            page(pdf, "Port authority, works department", "Survey of the breakwater");
            page(pdf, "Order of the second survey", "Ordered by nobody: the field is empty.");
            pdf.save(out);
            return file("survey-order.pdf", "application/pdf", out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mail with a note attached to it. */
    static FilePayload mail() {
        String attached = Base64.getEncoder().encodeToString(bytes("Invoice 7 for the second survey: 48,200.00\n"));
        return file(
                "survey.eml",
                "message/rfc822",
                bytes("From: Surveyor <surveyor@breakwater.example>\r\nTo: Works <works@port.example>\r\n"
                        + "Date: Mon, 02 Mar 2026 09:15:00 +0100\r\nSubject: Second survey\r\n"
                        + "Message-ID: <7@breakwater.example>\r\nMIME-Version: 1.0\r\n"
                        + "Content-Type: multipart/mixed; boundary=\"b7\"\r\n\r\n"
                        + "--b7\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nThe survey is attached.\r\n"
                        + "--b7\r\nContent-Type: text/plain; name=\"invoice.txt\"\r\n"
                        + "Content-Disposition: attachment; filename=\"invoice.txt\"\r\n"
                        + "Content-Transfer-Encoding: base64\r\n\r\n" + attached + "\r\n--b7--\r\n"));
    }

    /** Three mails, two of them one conversation. */
    static FilePayload mailbox() {
        return file(
                "works.mbox",
                "application/mbox",
                bytes(letter("21@breakwater.example", "", "Third survey", "Who ordered the third survey of the mole?")
                        + letter(
                                "22@breakwater.example",
                                "21@breakwater.example",
                                "Re: Third survey",
                                "Longshore Dredging ordered the mole survey in May.")
                        + letter("23@breakwater.example", "", "Canteen", "The canteen is shut on Friday.")));
    }

    /** One more document about the survey of the mailbox. */
    static FilePayload receipt() {
        return file("receipt.txt", "text/plain", bytes("Receipt: the mole survey was paid twice."));
    }

    private static String letter(String id, String answers, String subject, String words) {
        return "From surveyor@breakwater.example Mon Mar  2 09:15:00 2026\n"
                + "From: Surveyor <surveyor@breakwater.example>\nTo: Works <works@port.example>\n"
                + "Date: Mon, 02 Mar 2026 09:15:00 +0100\nSubject: " + subject + "\nMessage-ID: <" + id + ">\n"
                + (answers.isEmpty() ? "" : "In-Reply-To: <" + answers + ">\n")
                + "Content-Type: text/plain; charset=utf-8\n\n" + words + "\n\n";
    }

    /** A zip with two notes under these names, the second as given. */
    static FilePayload zip(String name, String second) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("first.txt"));
            zip.write(bytes("The first survey cost 48,200.00.\n"));
            zip.putNextEntry(new ZipEntry(second));
            zip.write(bytes("The second survey cost as much.\n"));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(name, "application/zip", out.toByteArray());
    }

    private static void page(PDDocument pdf, String heading, String line) throws IOException {
        var page = new PDPage();
        pdf.addPage(page);
        try (var drawing = new PDPageContentStream(pdf, page)) {
            var font = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
            drawing.beginText();
            drawing.setFont(font, 18);
            drawing.setLeading(30);
            drawing.newLineAtOffset(72, 680);
            drawing.showText(heading);
            drawing.newLine();
            drawing.showText(line);
            drawing.endText();
        }
    }

    private static FilePayload file(String name, String type, byte[] content) {
        return new FilePayload(name, type, content);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
