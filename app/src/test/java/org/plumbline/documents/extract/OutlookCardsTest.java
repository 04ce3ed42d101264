package org.plumbline.documents.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is no mail in an Outlook data file: its contacts are cards and its appointments calendars. */
final class OutlookCardsTest extends ExtractorFixture {
    /** As Outlook names them in both files of contacts. */
    private static final List<String> CONTACTS = List.of(
            "Sebastian Wright",
            "Wichert Kroos",
            "Christoffer van de Meeberg",
            "Margaret J. Tolle",
            "Matthew R. Wilcox",
            "Bertha A. Buell");

    private static final List<String> LIST = List.of("Test appointment", "contact name 1", "test dist list");

    @Test
    void contactsAreCardsAndAppointmentsCalendarsAndTheRestMails() throws Exception {
        Map<String, Integer> types = new TreeMap<>();
        for (Path file : files()) {
            try (Extraction read = read(file)) {
                for (Child child : read.children()) {
                    types.merge(child.mediaType().orElseThrow() + " " + ending(child.name()), 1, Integer::sum);
                }
            }
        }

        // readpst 0.6.76 has 13 cards, one calendar and 5 mails of them, and passes over a list of people.
        assertEquals(Map.of("text/vcard vcf", 14, "text/calendar ics", 1, "message/rfc822 eml", 5), types);
    }

    @Test
    void everyCardIsReadAgainUnderTheNameThatOutlookShows() throws Exception {
        List<String> titles = new ArrayList<>();
        StringBuilder whole = new StringBuilder();
        for (Path file : files()) {
            try (Extraction read = read(file)) {
                for (Child child : read.children()) {
                    if (!child.name().endsWith(".eml")) {
                        String text = Files.readString(child.content(), StandardCharsets.UTF_8);
                        assertTrue(text.lines().allMatch(l -> l.getBytes(StandardCharsets.UTF_8).length <= 75), text);
                        try (Extraction card = read(child.name(), Files.readAllBytes(child.content()))) {
                            titles.add(card.metadata().title().orElse(""));
                            assertThat(card.mail()).isEmpty();
                            whole.append(card.text());
                        }
                    }
                }
            }
        }

        assertEquals(Stream.of(CONTACTS, CONTACTS, LIST).flatMap(List::stream).toList(), titles);
        // As readpst has them too.
        assertThat(whole)
                .contains("DTSTART: 20160802T150000Z", "DTEND: 20160802T153000Z", "X-RECURS: every Tuesday")
                .contains("TITLE: Recording engineer", "EMAIL: BerthaABuell@armyspy.com", "X-MEMBER: ");
    }

    private static Extraction read(Path file) throws Exception {
        return read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
    }

    private static String ending(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static List<Path> files() throws IOException {
        var corpus = CorpusTest.corpus();
        assumeTrue(corpus.isPresent(), "the shared corpus is not beside this checkout");
        try (var all = Files.list(corpus.get().resolve("email_pst"))) {
            return all.sorted().toList();
        }
    }
}
