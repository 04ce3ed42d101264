package org.plumbline.documents.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuotesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Fri, 2 May 2031 at 09:00, Ines Abernal <ines@harbour.example> wrote:",
                "On Fri, 2 May 2031 at 09:00, Ines Abernal\n<ines@harbour.example> wrote:",
                "Am 02.05.2031 um 09:00 schrieb Ines Abernal:",
                "Le ven. 2 mai 2031 à 09:00, Ines Abernal a écrit :",
                "El vie, 2 may 2031 a las 9:00, Ines Abernal escribió:",
                "2 мая 2031 г., Ines Abernal пишет:"
            })
    void whatLeadsToSignedLinesIsFoldedWithThem(String lead) {
        String quoted = lead + "\n\n> The quay is paid.\n>\n> Twice.\n";

        List<Quotes.Piece> pieces = Quotes.of("Yes, I saw it.\n\n" + quoted + "\nMara\n");

        assertThat(pieces.get(0)).isEqualTo(new Quotes.Piece(false, "Yes, I saw it.\n\n"));
        assertThat(pieces.get(1).quoted()).isTrue();
        assertThat(pieces.get(1).text()).startsWith(lead).contains("> Twice.");
        assertThat(pieces.getLast().quoted()).isFalse();
        assertThat(pieces.getLast().text().strip()).isEqualTo("Mara");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----Original Message-----",
                "-----Ursprüngliche Nachricht-----",
                "-----Message d'origine-----",
                "-----Mensaje original-----",
                "-----Исходное сообщение-----",
                "---------- Forwarded message ---------",
                "From: Ines Abernal\nSent: Friday, 2 May 2031 09:00\nTo: Mara Quill",
                "Von: Ines Abernal\nGesendet: Freitag, 2. Mai 2031 09:00",
                "De : Ines Abernal\nEnvoyé : vendredi 2 mai 2031 09:00",
                "De: Ines Abernal\nEnviado el: viernes, 2 de mayo de 2031",
                "От: Ines Abernal\nОтправлено: 2 мая 2031 г. 9:00",
                "Am 02.05.2031 um 09:00 schrieb Ines Abernal:"
            })
    void whatLeadsToAnEarlierMailWithoutSignsFoldsAllThatFollows(String lead) {
        String earlier = lead + "\nThe quay is paid.\n\nTwice.\n";

        assertThat(Quotes.of("Yes.\n" + earlier))
                .containsExactly(new Quotes.Piece(false, "Yes.\n"), new Quotes.Piece(true, earlier));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: the quay to the crane it is far.\nWe measured.\n",
                "On Friday we met.\n",
                ">From the quay it is far.\n",
                "He wrote:\n",
                "5 > 4\n"
            })
    void wordsThatOnlyLookLikeAQuotationStayInSight(String body) {
        assertThat(Quotes.of(body)).containsExactly(new Quotes.Piece(false, body));
    }

    @Test
    void thePiecesTogetherAreTheText() {
        var random = new Random(2031);
        List<String> lines = List.of(
                "> quoted",
                "words",
                "",
                "On Friday, Ines wrote:",
                "From: Ines",
                "Sent: Friday",
                ">> deeper",
                "-- ",
                "\t");
        for (int i = 0; i < 500; i++) {
            String body = random.ints(random.nextInt(12), 0, lines.size())
                    .mapToObj(lines::get)
                    .collect(Collectors.joining(random.nextBoolean() ? "\n" : "\r\n"));

            assertThat(Quotes.of(body).stream().map(Quotes.Piece::text).collect(Collectors.joining()))
                    .as("seed 2031, text " + i)
                    .isEqualTo(body);
        }
    }

    @Test
    void aLongTextOfOneLineIsReadInTime() {
        String body = "On " + "a b ".repeat(50_000) + "\n" + "On x\n".repeat(20_000);

        assertThat(Quotes.of(body)).hasSize(1);
    }
}
