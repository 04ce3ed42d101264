package org.plumbline.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gg.jte.output.StringOutput;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.plumbline.kernel.Moment;
import org.plumbline.kernel.Money;

class TextsTest {
    private static final Instant NOW = Instant.parse("2026-11-20T08:42:00Z");
    private static final Phrasebook BOOK = new Phrasebook(Map.of(
            "plain", "Open the case",
            "files", "{count, plural, =0 {No file} one {# file} other {# files}} of {name}",
            "place", "{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} page",
            "state", "{state, select, sealed {Sealed} other {Loose}} since {at}, {at, date}, {at, time}",
            "quoted", "It''s '{'plain'}' & <b>",
            "link", "Entry {entry} by {who}",
            "site.unknown", "unknown"));

    private final Texts texts = texts(Language.ENGLISH);

    @Test
    void numbersAreGroupedByNoBreakSpacesAlsoInsideSentences() {
        assertThat(texts.say("files", "count", 8412, "name", "E07")).isEqualTo("8\u00A0412 files of E07");
        assertThat(texts.say("files", "count", 1, "name", "E07")).isEqualTo("1 file of E07");
        assertThat(texts.say("files", "count", 0, "name", "E07")).isEqualTo("No file of E07");
    }

    @Test
    void ordinalsFollowTheLanguage() {
        assertThat(texts.say("place", "n", 22)).isEqualTo("22nd page");
        assertThat(texts.say("place", "n", 13)).isEqualTo("13th page");
    }

    @Test
    void instantsAreShownInTheReadersZone() {
        assertThat(texts.say("state", "state", "sealed", "at", NOW))
                .isEqualTo("Sealed since 20 Nov 2026, 09:42 CET, 20 Nov 2026, 09:42");
        assertThat(BOOK.texts(Language.ENGLISH, ZoneId.of("America/New_York")).dateTime(NOW))
                .isEqualTo("20 Nov 2026, 03:42 EST");
    }

    @Test
    void quotesAndBracesFollowMessageSyntax() {
        assertThat(texts.say("quoted")).isEqualTo("It's {plain} & <b>");
    }

    @Test
    void missingMessageIsNamed() {
        assertThatThrownBy(() -> texts.say("cases.none"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("cases.none");
    }

    @Test
    void missingArgumentIsNamed() {
        assertThatThrownBy(() -> texts.say("files", "count", 3))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("files")
                .hasMessageContaining("\"name\"");
    }

    @Test
    void momentsAreAsExactAsRecorded() {
        assertThat(texts.moment(Moment.parse("2018", ""))).isEqualTo("2018");
        assertThat(texts.moment(Moment.parse("2019-07", ""))).isEqualTo("Jul 2019");
        assertThat(texts.moment(Moment.parse("2018-10-23", ""))).isEqualTo("23 Oct 2018");
        assertThat(texts.moment(Moment.parse("2018-10-23T14:05:00+02:00", ""))).isEqualTo("23 Oct 2018, 14:05 +02:00");
        assertThat(texts.moment(Moment.parse("2018-10-23T14:05:09Z", ""))).isEqualTo("23 Oct 2018, 14:05:09 +00:00");
    }

    @Test
    void unknownIsAWord() {
        assertThat(texts.moment(Optional.empty())).isEqualTo("unknown");
        assertThat(texts.amount(Optional.empty())).isEqualTo("unknown");
    }

    @Test
    void amountsKeepTheirDecimals() {
        var amount = new Money(new BigDecimal("148500000.50"), Currency.getInstance("USD"));
        assertThat(texts.money(amount)).isEqualTo("USD\u00A0148\u00A0500\u00A0000.50");
        assertThat(texts.amount(Optional.of(amount))).isEqualTo("148\u00A0500\u00A0000.50");
    }

    @Test
    void sizesAndShares() {
        assertThat(texts.bytes(999)).isEqualTo("999\u00A0B");
        assertThat(texts.bytes(41_200_000_000L)).isEqualTo("41.2\u00A0GB");
        assertThat(texts.percent(8411, 8412)).isEqualTo("99\u00A0%");
        assertThat(texts.percent(0, 0)).isEqualTo("0\u00A0%");
    }

    @Test
    void daysAndWeekdays() {
        assertThat(texts.date(LocalDate.of(2031, 9, 1))).isEqualTo("1 Sep 2031");
        assertThat(texts.weekday(LocalDate.of(2026, 11, 20))).isEqualTo("Friday 20 November 2026");
    }

    @Test
    void wovenSentenceEscapesEverythingButItsPieces() {
        var out = new StringOutput();

        texts.weave("link", "entry", (gg.jte.Content) to -> to.writeContent("<a>7</a>"), "who", "<i>Mara</i>")
                .writeTo(out);

        assertThat(out.toString()).isEqualTo("Entry <a>7</a> by &lt;i&gt;Mara&lt;/i&gt;");
    }

    @Test
    void stretchedTextIsLongerAccentedAndBracketedWithArgumentsUntouched() {
        String stretched = texts(Language.STRETCHED).say("files", "count", 8412, "name", "E07");

        assertThat(stretched).startsWith("[8\u00A0412 ƒîļéš öƒ E07").endsWith("]");
        assertThat(texts(Language.STRETCHED).say("plain").length())
                .isGreaterThanOrEqualTo((int) Math.ceil(1.4 * "Open the case".length()));
    }

    @Test
    void mirroredTextRunsFromRightToLeftWithArgumentsUntouched() {
        assertThat(texts(Language.MIRRORED).say("link", "entry", "481", "who", "Mara"))
                .isEqualTo("\u202EEntry \u202C\u2068481\u2069\u202E by \u202C\u2068Mara\u2069");
    }

    @Test
    void messageThatIsNotMessageSyntaxStopsTheStart() {
        assertThatThrownBy(() -> new Phrasebook(Map.of("broken", "{count, plural, one {#}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("broken");
    }

    private static Texts texts(Language language) {
        return BOOK.texts(language, ZoneId.of("Europe/Oslo"));
    }
}
