package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "\"{1}\" is found in \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "这一项目也暂予搁置，等待下次会议。 | 项目也暂予",
                "红细胞计数 4.5 | 红细胞计数",
                "このメールはテスト用です。すみません | メールはテスト",
                "東京データセンター契約 | タセンタ",
                "사회복지법인 등록증 | 복지법",
                "미래보안기술 발전 방향성 | 미래보안기술 발전 방향성",
                "Договор поставки № 14 подписан | договор поставки",
                "الإجراءات لدى المنظمات المعنية للدفاع | المنظمات المعنية",
                "وَصَلَ المُحَقِّقُ إلى الميناء | المحقق",
                "בראשית ברא אלהים | ברא אלהים",
                "außerordentliche Getöse und ihre wunderbare | AUSSERORDENTLICHE GETOSE",
                "Frente Cívico por Santiago | civico por santiago",
                "af Cunha om flerårige udviklingsprogrammer | flerarige",
                "Ŝtatoj kaj ŁÓDŹ | lodz",
                "ｆｕｌｌ　ｗｉｄｔｈ　ＴＥＸＴ | full width text",
                "ﾃﾞｰﾀ ｾﾝﾀｰ | データ",
                "the ﬁnal oﬀer | final offer",
                "Cañada Grande | cañada grande",
                "ความลับของท่าเรือ | ท่าเรือ",
                "Ἐν ἀρχῇ ἦν ὁ λόγος | ο λογος",
                "हम बंदरगाह पर मिले | बंदरगाह पर",
                "Số hợp đồng 2031 | hop dong",
            })
    void phraseIsFoundAsAReaderSeesIt(String text, String phrase) {
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, "t", text), Harbour.document(2, "t", "x"))) {
            assertThat(Harbour.numbers(index, "\"" + phrase + "\"")).containsExactly(1);
            assertThat(Harbour.numbers(index, phrase)).containsExactly(1);
        }
    }

    @Test
    void phraseIsFoundAcrossLineBreaks() {
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, "t", "the quay\r\n  was closed\tat night"))) {
            assertThat(Harbour.numbers(index, "\"quay was closed at night\"")).containsExactly(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "investigation",
        "investi-gation",
        "\"the investigation was\"",
        "investigat*",
        "\"the investi-gation was\"",
        "\"an anti-corruption unit\"",
        "anti-corruption",
        "anticorruption",
        "anti AND corruption",
        "\"Smith-Jones\"",
        "\"smith jones\"",
        "soft",
        "hyphened"
    })
    void wordBrokenAtALineEndIsFoundWholeAndHyphenated(String query) {
        String text =
                "the investi-\n   gation was led by an anti-\ncorruption unit, Smith-\nJones said, hy\u00AD\nphened so\u00ADft";
        try (SearchIndex index = Harbour.holding(folder, Harbour.document(1, "t", text))) {
            assertThat(Harbour.numbers(index, query)).containsExactly(1);
        }
    }

    @Test
    void markCoversBothHalvesOfABrokenWord() {
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, "t", "so the investi-\ngation was closed in May"))) {
            Hit hit = Harbour.found(index, "investigation closed").hits().getFirst();

            assertThat(Harbour.marked(hit.snippets().getFirst().runs()))
                    .isEqualTo("so the [investi- gation] was [closed] in May");
        }
    }

    @Test
    void markCoversExactlyTheCharactersFound() {
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, "t", "这一项目也暂予搁置 and Ünïcode-Ｔext, 𝔘𐐷 then CAFÉ"))) {
            Hit hit = Harbour.found(index, "\"项目也\" cafe unicode").hits().getFirst();

            assertThat(Harbour.marked(hit.snippets().getFirst().runs()))
                    .isEqualTo("这一[项目也]暂予搁置 and [Ünïcode]-Ｔext, 𝔘𐐷 then [CAFÉ]");
        }
    }

    @Test
    void wildcardInChineseStandsForTheRest() {
        try (SearchIndex index = Harbour.holding(folder, Harbour.document(1, "t", "港口合同登记"))) {
            assertThat(Harbour.numbers(index, "合同*")).containsExactly(1);
            assertThat(Harbour.numbers(index, "合*记")).containsExactly(1);
            assertThat(Harbour.numbers(index, "合港*")).isEmpty();
        }
    }

    @Test
    void wordsOfAnyScriptAreReadAlikeWhereverABufferEnds() {
        for (int padding : List.of(4080, 4090, 4094, 4095, 4096, 8190, 8191)) {
            String text = "x ".repeat(padding / 2) + (padding % 2 == 0 ? "" : " ") + "investi-\ngation 合同登记 harbour";
            try (SearchIndex index = Harbour.holding(folder.resolve("at" + padding), Harbour.document(1, "t", text))) {
                assertThat(Harbour.numbers(index, "\"investigation 合同登记 harbour\""))
                        .as("after %s characters", padding)
                        .containsExactly(1);
            }
        }
    }

    @ParameterizedTest(name = "{0}: {1} is found in \"{2}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "en | signing | The harbour master signed both contracts on Friday.",
                "en | contract | The harbour master signed both contracts on Friday.",
                "en | companies | Every company paid its berth fee.",
                "es | contrato | Los contratos fueron firmados en el puerto.",
                "es | contratación | Las contrataciones se publicaron en marzo.",
                "es | facturas | La factura se pagó dos veces.",
                "fr | contrat | Les contrats ont été signés au port.",
                "fr | navire | Deux navires étrangers attendaient au quai.",
                "fr | journaux | Le journal de bord manque.",
                "de | Vertrag | Die Verträge wurden im Hafen unterzeichnet.",
                "de | Rechnung | Drei Rechnungen sind offen.",
                "de | Schiffes | Das Schiff liegt am Nordkai.",
                "ru | договор | Стороны подписали два договора поставки.",
                "ru | портовый | Служба портового контроля закрыла причал.",
                "ru | счета | Оплата прошла по счетам компании.",
                "ar | عقد | وقع المدير العقد في الميناء.",
                "ar | فاتورة | دفعت الشركة الفاتورة مرتين.",
                "zh | 合同 | 双方签订了供货合同。",
                "zh | 港口 | 货物已从北方港口运出。",
            })
    void otherFormsOfAWordAreFound(String language, String word, String sentence) {
        for (String stated : List.of(language, "")) {
            try (SearchIndex index = Harbour.holding(
                    folder.resolve("stated-" + stated), in(stated, 1, sentence), in(stated, 2, "Zzz"))) {
                assertThat(Harbour.numbers(index, word)).as("stated %s", stated).containsExactly(1);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"en, contract, contracts", "de, Vertrag, Verträge", "ru, договор, договора", "fr, contrat, contrats"})
    void quotedWordIsFoundOnlyAsItStands(String language, String word, String form) {
        try (SearchIndex index = Harbour.holding(folder, in(language, 1, form), in(language, 2, word))) {
            assertThat(Harbour.numbers(index, "\"" + word + "\"")).containsExactly(2);
            assertThat(Harbour.numbers(index, word)).containsExactlyInAnyOrder(1, 2);
        }
    }

    @Test
    void markCoversTheFormThatStandsInTheText() {
        try (SearchIndex index = Harbour.holding(folder, in("de", 1, "Alle Verträge, auch dieser"))) {
            Hit hit = Harbour.found(index, "vertrag").hits().getFirst();

            assertThat(Harbour.marked(hit.snippets().getFirst().runs())).isEqualTo("Alle [Verträge], auch dieser");
        }
    }

    @Test
    void formsOfAnotherStatedLanguageAreNotTried() {
        try (SearchIndex index = Harbour.holding(folder, in("fr", 1, "Rechnung"), in("de", 2, "Rechnung"))) {
            assertThat(Harbour.numbers(index, "Rechnungen")).containsExactly(2);
        }
    }

    @Test
    void oneOccurrenceCountsOnceInHoweverManyLanguagesItMayBe() {
        try (SearchIndex index = Harbour.holding(folder, in("", 1, "port"), in("en", 2, "port port"))) {
            assertThat(Harbour.numbers(index, "port")).containsExactly(2, 1);
        }
    }

    private static Indexed in(String language, int number, String text) {
        return Harbour.document(
                number, Harbour.OPEN, "t", Body.of(text), Attributes.none().in(language));
    }
}
