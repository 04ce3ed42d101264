package org.plumbline.documents.extract;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Small files of the kinds investigations receive, made for a test. */
final class Made {
    private Made() {}

    /** A zip of names and contents, in turn. */
    static byte[] zip(String... namesAndContents) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndContents[i]));
                zip.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    /** A zip of one member. */
    static byte[] zipOf(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return out.toByteArray();
    }

    static byte[] manyMembers(int count) throws IOException {
        String[] members = new String[count * 2];
        for (int i = 0; i < count; i++) {
            members[2 * i] = "member-" + i + ".txt";
            members[2 * i + 1] = "The words of member " + i;
        }
        return zip(members);
    }

    /** A zip whose one member is marked as encrypted, in its own header and in the directory (APPNOTE 4.4.4, bit 0). */
    static byte[] lockedZip(String name) throws IOException {
        byte[] zip = zip(name, "these bytes stand for locked ones");
        zip[6] |= 1;
        for (int i = 0; i + 8 < zip.length; i++) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 8] |= 1;
            }
        }
        return zip;
    }

    /** A PDF with a page for each piece between bars, and a user password unless that is empty. */
    static byte[] pdf(String pages, String password) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            for (String words : pages.split("\\|", -1)) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(72, 700);
                    content.showText(words);
                    content.endText();
                }
            }
            if (!password.isEmpty()) {
                document.protect(new StandardProtectionPolicy("owner-" + password, password, new AccessPermission()));
            }
            document.save(out);
        }
        return out.toByteArray();
    }

    static byte[] picture(String words) throws IOException {
        BufferedImage image = new BufferedImage(900, 160, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 56));
        graphics.drawString(words, 40, 100);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static byte[] mailWithTheSameAttachmentTwice() {
        return """
                From: Ida Kroll <ida@harbour.example>
                To: "Berg, Olaf" <olaf@harbour.example>, ops@harbour.example
                Subject: =?utf-8?Q?Bestellung_f=C3=BCr_M=C3=BCller?=
                Date: Tue, 4 Mar 2031 09:15:00 +0100
                Message-ID: <c@harbour.example>
                References: <a@harbour.example>
                 <b@harbour.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="cut"

                --cut
                Content-Type: text/plain; charset=utf-8

                Please find the order.
                --cut
                Content-Type: text/plain; name="order.txt"
                Content-Disposition: attachment; filename="order.txt"

                first
                --cut
                Content-Type: text/plain
                Content-Disposition: attachment; filename="order.txt"

                second
                --cut
                Content-Type: text/plain
                Content-Disposition: inline; filename*=utf-8''Gr%C3%B6%C3%9Fe.txt

                third
                --cut
                Content-Type: message/rfc822

                Subject: inner

                The inner mail
                --cut--
                """.getBytes(StandardCharsets.UTF_8);
    }
}
