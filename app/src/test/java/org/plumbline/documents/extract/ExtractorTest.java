package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What one call says of a file, on small files made here. */
final class ExtractorTest extends ExtractorFixture {
    @Test
    void aFileWithoutBytesIsEmpty() throws Exception {
        try (Extraction read = read("nothing.docx", new byte[0])) {
            assertInstanceOf(Outcome.Empty.class, read.outcome());
        }
    }

    @Test
    void aMissingFileIsUnreadableAndHarmsNobody() throws Exception {
        try (Extraction read =
                extractor.extract(folder.resolve("gone"), "gone", ExtractionRequest.asReceived(LIMITS))) {
            assertEquals(
                    Outcome.Reason.UNREADABLE,
                    assertInstanceOf(Outcome.Failed.class, read.outcome()).reason());
        }
    }

    @Test
    void aLyingExtensionIsReadByContentAndNoted() throws Exception {
        byte[] rtf = "{\\rtf1\\ansi The harbour ledger\\par}".getBytes(StandardCharsets.US_ASCII);

        try (Extraction read = read("letter.pdf", rtf)) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals("application/rtf", read.type().mediaType());
            assertEquals("application/pdf", read.type().claimed());
            assertTrue(read.type().extensionLies());
            assertTrue(read.text().contains("The harbour ledger"));
        }
    }

    @Test
    void anHonestExtensionIsNotNoted() throws Exception {
        try (Extraction read = read("list.csv", "a,b\n1,2\n".getBytes(StandardCharsets.US_ASCII))) {
            assertEquals("text/csv", read.type().mediaType());
            assertFalse(read.type().extensionLies());
        }
    }

    @Test
    void aZipOfLockedMembersIsEncryptedAndNamesThem() throws Exception {
        try (Extraction read = read("locked.zip", Made.lockedZip("secret.txt"))) {
            assertInstanceOf(Outcome.Encrypted.class, read.outcome());
            assertEquals("secret.txt", read.children().getFirst().name());
            assertEquals(Child.Standing.LOCKED, read.children().getFirst().standing());
        }
    }

    @Test
    void aPdfWithAUserPasswordIsEncrypted() throws Exception {
        try (Extraction read = read("locked.pdf", Made.pdf("Sealed words", "tamarind"))) {
            assertInstanceOf(Outcome.Encrypted.class, read.outcome());
            assertEquals("", read.text());
        }
    }

    @Test
    void pdfPagesAreSectionsWithTheirStarts() throws Exception {
        try (Extraction read = read("pages.pdf", Made.pdf("First page of the harbour file|Second page of it", ""))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals(
                    List.of(1, 2), read.sections().stream().map(Section::number).toList());
            String second = read.text().substring(read.sections().get(1).start());
            assertTrue(second.startsWith("Second page") || second.strip().startsWith("Second page"), second);
            assertEquals(Optional.of(2), read.metadata().pages());
        }
    }

    @Test
    void aCutZipKeepsWhatCanBeSavedAndSaysSo() throws Exception {
        byte[] zip = Made.zip("whole.txt", "saved words", "lost.txt", "x".repeat(200));
        byte[] cut = java.util.Arrays.copyOf(zip, zip.length * 6 / 10);

        try (Extraction read = read("cut.zip", cut)) {
            assertInstanceOf(Outcome.Partial.class, read.outcome());
            assertEquals(
                    "saved words", Files.readString(read.children().getFirst().content()));
        }
    }

    @Test
    void theSameAttachmentNameTwiceIsTwoChildren() throws Exception {
        try (Extraction read = read("twice.eml", Made.mailWithTheSameAttachmentTwice())) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertEquals(
                    List.of("order.txt", "order.txt", "Größe.txt", ""),
                    read.children().stream().map(Child::name).toList());
            assertEquals("second", Files.readString(read.children().get(1).content()));
            assertEquals("message/rfc822", read.children().get(3).mediaType().orElseThrow());
            assertTrue(read.text().contains("Please find the order"));
        }
    }

    @Test
    void mailHeadersAreDecodedAndStructured() throws Exception {
        try (Extraction read = read("twice.eml", Made.mailWithTheSameAttachmentTwice())) {
            MailHeaders mail = read.mail().orElseThrow();
            assertEquals("Bestellung für Müller", mail.subject());
            assertEquals(List.of("Ida Kroll <ida@harbour.example>"), mail.from());
            assertEquals(List.of("\"Berg, Olaf\" <olaf@harbour.example>", "ops@harbour.example"), mail.to());
            assertEquals("2031-03-04T09:15:00+01:00", mail.date());
            assertEquals(List.of("<a@harbour.example>", "<b@harbour.example>"), mail.references());
        }
    }

    @Test
    void aMailboxGivesItsMailsAndUnquotesTheirLines() throws Exception {
        String box =
                "From a@x Mon Jan 1\nSubject: one\n\nHello\n>From here on\n\nFrom b@x Tue Jan 2\nSubject: two\n\nBye\n";

        try (Extraction read = read("all.mbox", box.getBytes(StandardCharsets.US_ASCII))) {
            assertInstanceOf(Outcome.Container.class, read.outcome());
            assertEquals(2, read.children().size());
            assertEquals(
                    "Subject: one\n\nHello\nFrom here on\n\n",
                    Files.readString(read.children().getFirst().content()));
        }
    }

    @Test
    void textInOldCharacterSetsIsReadRight() throws Exception {
        String russian = "Договор поставки оборудования подписан в порту. Стороны согласовали сроки и цену. ".repeat(5);
        for (String charset : List.of("windows-1251", "KOI8-R", "UTF-16LE", "UTF-8")) {
            try (Extraction read = read("contract.txt", russian.getBytes(Charset.forName(charset)))) {
                assertTrue(read.text().contains("Договор поставки"), charset);
                assertEquals(Optional.of("ru"), read.metadata().language(), charset);
            }
        }
    }

    @Test
    void withoutTheOcrProgramAPictureIsPartial() throws Exception {
        Path file = write("scan.png", Made.picture("HARBOUR LEDGER 2031"));
        ExtractorSettings settings = settings("no-ocr").withOcrProgram("tesseract-is-not-here");
        try (Extractor own = Extractor.open(settings);
                Extraction read = unchecked(own, file)) {
            assertEquals(
                    List.of(new Shortfall.OcrMissing("not installed")),
                    assertInstanceOf(Outcome.Partial.class, read.outcome()).why());
        }
    }

    @Test
    void aPictureOfWordsIsReadByOcr() throws Exception {
        try (Extraction read = read("scan.png", Made.picture("HARBOUR LEDGER 2031"))) {
            assertInstanceOf(Outcome.Indexed.class, read.outcome());
            assertTrue(read.text().contains("HARBOUR LEDGER"), read.text());
        }
    }

    @Test
    void bytesOfNoKnownKindAreUnsupported() throws Exception {
        byte[] noise = new byte[4096];
        new java.util.Random(20310007L).nextBytes(noise);

        try (Extraction read = read("noise.bin", noise)) {
            assertInstanceOf(Outcome.Unsupported.class, read.outcome());
        }
    }

    private static Extraction unchecked(Extractor own, Path file) {
        try {
            return own.extract(file, String.valueOf(file.getFileName()), ExtractionRequest.asReceived(LIMITS));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The call itself must not fail", e);
        }
    }
}
