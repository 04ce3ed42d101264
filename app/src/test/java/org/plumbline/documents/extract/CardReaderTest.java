package org.plumbline.documents.extract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calendars and cards: what they say, in their order, with nothing folded or encoded left. */
final class CardReaderTest extends ExtractorFixture {
    @Test
    void aCalendarIsReadInItsOrderWithFoldedLinesJoinedAndItsDates() throws Exception {
        String calendar = """
                BEGIN:VCALENDAR
                VERSION:2.0
                BEGIN:VTIMEZONE
                TZID:Europe/Berlin
                END:VTIMEZONE
                BEGIN:VEVENT
                DTSTAMP:20310304T081500Z
                DTSTART;TZID=Europe/Berlin:20310305T090000
                SUMMARY:Meeting about
                  the quay
                ORGANIZER;CN="Kroll: Ida":mailto:ida@quay.example
                DESCRIPTION:First berth 4\\, then\\nthe crane
                END:VEVENT
                END:VCALENDAR
                """.replace("\n", "\r\n");

        try (Extraction read = read("meeting.ics", calendar.getBytes(StandardCharsets.UTF_8))) {
            assertEquals(new Outcome.Indexed(), read.outcome());
            assertEquals("text/calendar", read.type().mediaType());
            assertEquals(Optional.of("Meeting about the quay"), read.metadata().title());
            assertEquals(Optional.of("2031-03-04T08:15:00Z"), read.metadata().created());
            assertTrue(read.text().contains("First berth 4, then\nthe crane"), read.text());
            assertTrue(read.text().contains("ORGANIZER;CN=\"Kroll: Ida\": mailto:ida@quay.example"), read.text());
            int start = read.text().indexOf("DTSTART;TZID=Europe/Berlin: 20310305T090000");
            assertTrue(start > 0 && start < read.text().indexOf("SUMMARY: "), read.text());
        }
    }

    @Test
    void anOldCardInQuotedPrintableIsReadInItsOwnCharacterSet() throws Exception {
        String card = """
                BEGIN:VCARD
                VERSION:2.1
                N;CHARSET=windows-1251;ENCODING=QUOTED-PRINTABLE:=C8=E2=E0=
                =ED=EE=E2;Olaf
                FN;CHARSET=UTF-8;QUOTED-PRINTABLE:J=C3=B6rg Quay
                END:VCARD
                """.replace("\n", "\r\n");

        try (Extraction read = read("card.vcf", card.getBytes(StandardCharsets.US_ASCII))) {
            assertEquals(new Outcome.Indexed(), read.outcome());
            assertTrue(read.text().contains("Иванов;Olaf"), read.text());
            assertEquals(Optional.of("Jörg Quay"), read.metadata().title());
        }
    }

    @Test
    void bytesInACardAreAChildAndNotItsText() throws Exception {
        byte[] attached = "berth 4 was paid twice".repeat(20).getBytes(StandardCharsets.US_ASCII);
        String folded = Base64.getMimeEncoder(70, "\r\n ".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(attached);
        String card = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida Kroll\r\nNOTE:Before\r\nKEY;ENCODING=b;TYPE=x:" + folded
                + "\r\nitem1.URL:https://quay.example/\r\nEND:VCARD\r\n";

        try (Extraction read = read("card.vcf", card.getBytes(StandardCharsets.US_ASCII))) {
            assertEquals(1, read.children().size());
            assertEquals("key", read.children().getFirst().name());
            assertArrayEquals(
                    attached, Files.readAllBytes(read.children().getFirst().content()));
            assertFalse(read.text().contains(folded.substring(0, 40)));
            assertTrue(read.text().contains("item1.URL: https://quay.example/"), read.text());
        }
    }

    @Test
    void aCutCardOrOneOfAnotherCharacterSetKeepsItsWords() throws Exception {
        String card = "BEGIN:VCARD\nVERSION:3.0\nFN:Größe Maß\nno property here\nNOTE;ENCODING=QUOTED-PRINTABLE:cut=";

        try (Extraction read = read("card.vcf", card.getBytes(Charset.forName("windows-1252")))) {
            assertEquals(new Outcome.Indexed(), read.outcome());
            assertTrue(read.text().contains("Größe Maß"), read.text());
            assertTrue(read.text().contains("no property here"), read.text());
            assertTrue(read.text().contains("cut="), read.text());
        }
    }
}
