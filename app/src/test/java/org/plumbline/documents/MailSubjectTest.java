package org.plumbline.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.documents.extract.MailHeaders;

class MailSubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Re: Berth seven",
                "RE: FW: Berth seven",
                "Aw: Re[2]: berth  seven",
                "WG: Berth seven",
                "TR : Berth seven",
                "RV: Berth seven",
                "Отв: Berth seven",
                "回复：Berth seven",
                "SV: VS: Berth seven",
                "[quay-list] Re: [quay-list] Berth seven",
                "Re^3: Berth seven",
                "Berth seven (fwd)"
            })
    void marksOfRepliesInManyLanguagesAreNoPartOfASubject(String stated) {
        assertThat(MailSubject.of(stated)).isEqualTo(new MailSubject("berth seven", true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Berth seven", "[quay] Berth seven", " berth\u00a0seven "})
    void aSubjectWithoutMarkIsNoReply(String stated) {
        assertThat(MailSubject.of(stated)).isEqualTo(new MailSubject("berth seven", false));
    }

    @Test
    void whatOnlyLooksLikeAMarkStays() {
        assertThat(MailSubject.of("Report: cranes").key()).isEqualTo("report: cranes");
        assertThat(MailSubject.of("[Berth 7]").key()).isEqualTo("[berth 7]");
        assertThat(MailSubject.of("Re:").key()).isEmpty();
    }

    @Test
    void identifiersAndAddressesAreReadFromWhatMailsState() {
        var mail = new MailHeaders(
                List.of("\"Abernal, Ines\" <Ines@Harbour.Example>"),
                List.of("Mara Quill"),
                List.of("nuno@quay.example"),
                List.of(),
                "Berth",
                "2031-05-02T09:00:00+02:00",
                " <a@Harbour.EXAMPLE> ",
                "Your letter of Friday <b@h.example> and <a@harbour.example>",
                List.of("<c@h.example>", "no identifier"));

        MailFacts facts = MailFacts.of(mail, "Words.");

        assertThat(facts.messageId()).contains("a@harbour.example");
        assertThat(facts.parents()).containsExactly("c@h.example", "b@h.example");
        assertThat(facts.parties())
                .containsExactly(
                        new MailParty(MailParty.Role.FROM, "ines@harbour.example", "Abernal, Ines"),
                        new MailParty(MailParty.Role.TO, "mara quill", "Mara Quill"),
                        new MailParty(MailParty.Role.CC, "nuno@quay.example", ""));
        assertThat(facts.sent().orElseThrow()).hasToString("2031-05-02T07:00:00Z");
        assertThat(MailFacts.of(mail, "  Words. \r\n").digest()).isEqualTo(facts.digest());
        assertThat(MailFacts.of(mail, "Other words.").digest()).isNotEqualTo(facts.digest());
    }
}
