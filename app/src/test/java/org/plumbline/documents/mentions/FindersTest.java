package org.plumbline.documents.mentions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plumbline.documents.mentions.KnownNames.Known;

class FindersTest {
    /** "kind value" of each mention. */
    private static List<String> found(String text, String language) {
        return Finders.find(text, language, () -> true).mentions().stream()
                .map(m -> m.kind().code() + " " + m.value())
                .toList();
    }

    private static Mention one(String text, String language) {
        List<Mention> found = Finders.find(text, language, () -> true).mentions();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Test
    void anAccountIsFoundInGroupsWithItsPlaceAndWhyItIsSure() {
        Mention iban = one("Pay GB29 NWBK 6016 1331 9268 19, please.", "en");

        assertThat(iban)
                .isEqualTo(new Mention(
                        MentionKind.IBAN,
                        4,
                        31,
                        "GB29 NWBK 6016 1331 9268 19",
                        "GB29NWBK60161331926819",
                        0.99,
                        Ground.CHECK_DIGITS,
                        "bank-numbers"));
    }

    @Test
    void anAccountWhoseCheckDigitsFailIsNone() {
        assertThat(found("Pay GB28 NWBK 6016 1331 9268 19, please.", "en")).isEmpty();
        assertThat(found("Pay GB29 NWBK 6016 1331 9268 1, please.", "en")).isEmpty();
    }

    @Test
    void aBanksCodeNeedsTheWordBesideIt() {
        assertThat(found("BIC: NWBKGB2L", "en")).containsExactly("bic NWBKGB2L");
        assertThat(found("The word MOUNTAIN is long.", "en")).isEmpty();
    }

    @Test
    void nationalCompanyNumbersNeedTheWordThatNamesThem() {
        assertThat(found("SIREN 303 265 045", "fr")).containsExactly("company-number FR 303265045");
        assertThat(found("Référence 303 265 045", "fr")).isEmpty();
        assertThat(found("Org.nr. 988 077 917", "")).containsExactly("company-number NO 988077917");
        assertThat(found("ИНН 7707083893", "ru")).containsExactly("company-number RU 7707083893");
        assertThat(found("HRB 118274 B", "de")).containsExactly("company-number DE HRB 118274 B");
        assertThat(found("UID CHE-107.787.577", "de")).containsExactly("company-number CHE107787577");
        assertThat(found("company number 09482716", "en")).containsExactly("company-number GB 09482716");
    }

    /** Identity numbers of persons are never looked for: a Spanish DNI, and a Russian INN of a natural person. */
    @Test
    void identityNumbersOfPersonsAreNotFound() {
        assertThat(found("NIF 12345678Z", "es")).isEmpty();
        assertThat(found("ИНН 500100732259", "ru")).isEmpty();
    }

    @Test
    void shipsAreFoundByTheirNumberAndARadioOnlyByItsWord() {
        assertThat(found("IMO 9074729", "en")).containsExactly("vessel IMO 9074729");
        assertThat(found("IMO No. 9074728", "en")).isEmpty();
        assertThat(found("MMSI 229845000", "en")).containsExactly("vessel MMSI 229845000");
        assertThat(found("Reference 229845000", "en")).isEmpty();
    }

    @Test
    void anAircraftNeedsItsWordAndALicencePlateIsNeverFound() {
        assertThat(found("The aircraft D-ABQX landed.", "en")).containsExactly("aircraft D-ABQX");
        assertThat(found("Das Kennzeichen B-AB 1234 und D-ABQX.", "de")).isEmpty();
    }

    @Test
    void ethereumWithMixedCaseHoldsOrIsNotFound() {
        Mention sure = one("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "");
        Mention less = one("0x5aaeb6053f3e94c9b9a09f33669435e7ef1beaed", "");

        assertThat(sure.ground()).isEqualTo(Ground.CHECK_DIGITS);
        assertThat(less.ground()).isEqualTo(Ground.FORM);
        assertThat(less.confidence()).isLessThan(sure.confidence());
        assertThat(found("0x5AAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "")).isEmpty();
    }

    @Test
    void addressesAreFoundAlsoWhereTheyWereBroken() {
        assertThat(found("Write to mara.quill@office.example.", "en"))
                .containsExactly("email mara.quill@office.example");
        assertThat(found("mara[at]office[.]example", "en")).containsExactly("email mara@office.example");
        assertThat(found("(see hxxps://pay[.]norvane.example/in?a=1).", "en"))
                .containsExactly("url https://pay.norvane.example/in?a=1");
        assertThat(found("see quay.norvane.example or причал.рф", "en"))
                .containsExactly("domain quay.norvane.example", "domain причал.рф");
    }

    @Test
    void namesOfFilesAndEndsOfSentencesAreNoDomains() {
        assertThat(found("See report.pdf and notes.md. It ended.The next began, z.B. here, S.p.A, e.g. 4.2.1", "en"))
                .isEmpty();
    }

    @Test
    void telephonesFollowTheNumberingPlans() {
        assertThat(found("Ring +44 (0)20 7946 0123", "en")).containsExactly("phone +442079460123");
        assertThat(found("Telefon: 030 23125 014", "de")).containsExactly("phone +493023125014");
        assertThat(found("Aktenzeichen 030 23125 014", "de")).isEmpty();
        assertThat(found("+99 123 456 7890", "en")).isEmpty();
    }

    @Test
    void amountsAreReadInTheSeparatorsOfTheirLanguage() {
        assertThat(found("EUR 1,250,000.50", "en")).containsExactly("money EUR 1250000.50");
        assertThat(found("1.250.000,50 EUR", "de")).containsExactly("money EUR 1250000.50");
        assertThat(found("1 250 000,50 €", "fr")).containsExactly("money EUR 1250000.50");
        assertThat(found("3,5 Mio. Euro", "de")).containsExactly("money EUR 3500000");
        assertThat(found("2 млрд руб.", "ru")).containsExactly("money RUB 2000000000");
        assertThat(found("125万元", "zh")).containsExactly("money CNY 1250000");
        assertThat(found("CHF 85'000.50", "de")).containsExactly("money CHF 85000.50");
    }

    @Test
    void anAmountOfTwoReadingsKeepsBothAndASharedSignStays() {
        Mention money = one("EUR 1.250", "");

        assertThat(money.value()).isEqualTo("EUR 1250 | EUR 1.250");
        assertThat(money.ground()).isEqualTo(Ground.TWO_READINGS);
        assertThat(found("$48,500", "en")).containsExactly("money $ 48500");
        assertThat(found("1,500 tonnes and 214 pages", "en")).isEmpty();
    }

    @Test
    void daysAreReadInTheOrderOfTheirLanguage() {
        assertThat(found("2031-05-02", "en")).containsExactly("date 2031-05-02");
        assertThat(found("03.04.2030", "de")).containsExactly("date 2030-04-03");
        assertThat(found("14 mars 2031", "fr")).containsExactly("date 2031-03-14");
        assertThat(found("14 de marzo de 2031", "es")).containsExactly("date 2031-03-14");
        assertThat(found("14 марта 2031", "ru")).containsExactly("date 2031-03-14");
        assertThat(found("2031年3月14日", "zh")).containsExactly("date 2031-03-14");
        assertThat(found("June 9, 2030", "en")).containsExactly("date 2030-06-09");
        assertThat(found("3–5 May 2031", "en")).containsExactly("date 2031-05-03/2031-05-05");
        assertThat(found("1 May 2030 to 30 June 2030", "en")).containsExactly("date 2030-05-01/2030-06-30");
    }

    @Test
    void aDayOfTwoReadingsKeepsBothAndAnImpossibleOneIsNone() {
        Mention day = one("03/04/2019", "en");

        assertThat(day.value()).isEqualTo("2019-04-03 | 2019-03-04");
        assertThat(day.ground()).isEqualTo(Ground.TWO_READINGS);
        assertThat(day.confidence()).isCloseTo(0.6, within(0.001));
        assertThat(found("31.02.2030 and 2030-13-01", "de")).isEmpty();
    }

    @Test
    void organisationsArePeopleAreAndPlacesAre() {
        assertThat(found("Harrow & Pell LLP", "en")).containsExactly("organisation Harrow & Pell LLP");
        assertThat(found("ООО «Северный причал»", "ru")).containsExactly("organisation ООО «Северный причал»");
        assertThat(found("Frau Dr. Liane Hoss", "de")).containsExactly("person Liane Hoss");
        assertThat(found("From: Tobias Renn <t@renn.example>", "en"))
                .containsExactly("person Tobias Renn", "email t@renn.example");
        assertThat(found("nach Zypern und Wien", "de")).containsExactly("place CY", "place Europe/Vienna");
    }

    @Test
    void theNamesOfACaseAreFoundAsWholeWordsWithoutRegardToCaseAndAccents() {
        var names =
                List.of(new Known("Almoraima Náutica", MentionKind.ORGANISATION), new Known("Ann", MentionKind.PERSON));

        List<Mention> found = Finders.known("ALMORAIMA  NAUTICA paid Anna, not ann.", names, () -> true)
                .mentions();

        assertThat(found).extracting(Mention::text).containsExactly("ALMORAIMA  NAUTICA", "ann");
        assertThat(found).extracting(Mention::ground).containsOnly(Ground.KNOWN_NAME);
    }

    @Test
    void whereTwoOverlapTheSurerStays() {
        assertThat(found("Tolland Malta Ltd", "en")).containsExactly("organisation Tolland Malta Ltd");
    }

    @Test
    void aMentionAtTheEdgeOfAStretchIsFoundOnce() {
        for (int before = 32_740; before < 32_780; before++) {
            String text = "x ".repeat(before / 2) + (before % 2 == 0 ? "" : " ") + "GB29 NWBK 6016 1331 9268 19 x";

            assertThat(Finders.find(text, "en", () -> true).mentions())
                    .as("after %d", before)
                    .extracting(Mention::start)
                    .containsExactly(before);
        }
    }

    @Test
    void findingEndsWhereItIsToldToAndAtTheMostMentions() {
        String text = "2031-05-02 ".repeat(20_000);

        assertThat(Finders.find("x ".repeat(50_000), "en", () -> false).upTo()).isEqualTo(32_768);
        var most = Finders.find(text, "en", () -> true);
        assertThat(most.mentions()).hasSize(Finders.MOST);
        assertThat(most.upTo()).isLessThan(text.length());
    }

    /** What drives a careless rule into years of work: long runs of whatever begins a form. */
    @Test
    void noTextTakesMuchLongerThanAnother() {
        for (String piece : List.of(
                "a.", "a@", "1", "1 ", "1,", "(", "A", "A ", "EUR 1 ", "x[.]", "http://", "-", "ООО «", "Mr A", "0x",
                "1.1.", "И. ", "公司", "+1 ", "Aa ", "a-", "шш", "[at]", "IMO ", "١")) {
            String text = piece.repeat(100_000 / piece.length());
            long begin = System.nanoTime();

            Finders.find(text, "en", () -> true);

            assertThat(Duration.ofNanos(System.nanoTime() - begin))
                    .as("100,000 characters of \"%s\"", piece)
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    @Test
    void whateverATextHoldsMentionsLieInItInOrderAndApart() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var pieces = List.of(
                "GB29 NWBK 6016 1331 9268 19",
                "EUR",
                " ",
                "1,250",
                ".",
                "@",
                "mara",
                "office.example",
                "2031-05-02",
                "Ltd",
                "Mr ",
                "Quill",
                "+44 20 7946 0123",
                "\n",
                "😀",
                "IMO 9074729",
                "ООО «",
                "»",
                "有限公司",
                "\u0000",
                "–",
                "March ",
                "Malta");
        for (int round = 0; round < 400; round++) {
            var text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            int before = 0;
            for (Mention each : Finders.find(text.toString(), "en", () -> true).mentions()) {
                assertThat(each.start()).as("seed %d: %s", seed, text).isGreaterThanOrEqualTo(before);
                assertThat(each.text()).isEqualTo(text.substring(each.start(), each.end()));
                before = each.end();
            }
        }
    }
}
