package org.plumbline.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A name is found in another script, romanisation, language or form; what is quoted or excluded is meant as it stands.
 */
class NameSpellingsTest {
    @TempDir
    Path folder;

    @ParameterizedTest(name = "{1} is found in \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "подписал Александр Петров | Aleksandr",
                "подписал Александр Петров | Alexandr",
                "подписал Александр Петров | Petrow",
                "подписал Александр Петров | Petroff",
                "signed by Aleksandr Petrov | Александр",
                "письмо Юрий Жуков | Yuriy",
                "письмо Юрий Жуков | Iurii",
                "письмо Юрий Жуков | Juri",
                "письмо Юрий Жуков | Zhukov",
                "письмо Юрий Жуков | Žukov",
                "letter of Yuriy Zhukov | Jurij",
                "Щербаков и Чайковский | Shcherbakov",
                "Щербаков и Чайковский | Tchaikovsky",
                "Щербаков и Чайковский | чайковского OR Chaikovskii",
                "Ходорковский | khodorkovskiy",
                "Кузнецов | Kuznecov",
                "Милошевић | Milosevic",
                "Miloševich | Милошевић",
                "Евгений | Yevgeny",
                "Ксения | Xenia",
                "Наталья | Natalia",
                "Herr Müller | Mueller",
                "Herr Mueller | Müller",
                "Herr Mueller | muller",
                "fru Bjørnsson | Bjoernsson",
                "ο κύριος Παπαδόπουλος | Papadopoulos",
                "κ. Γιώργος | Giorgos",
                "Mr Papadopoulos | Παπαδόπουλος",
                "توقيع محمد حسين | Mohammed",
                "توقيع محمد حسين | Muhammad Husayn",
                "توقيع عبدالله | Abdullah",
                "توقيع احمد | أحمد",
                "合同由王伟签署 | Wang Wei",
                "合同由王伟签署 | Wei Wang",
                "合同由王伟签署 | wangwei",
                "合同由陈晓明签署 | Chen Xiaoming",
                "Robert Quill | Bob",
                "Bob Quill | Robert",
                "Иван Петров | John",
                "Quill Holdings Limited | Ltd",
                "Quill Holdings Ltd | Limited",
                "Quill Gesellschaft mit beschränkter Haftung | GmbH",
                "Quill GmbH | \"Gesellschaft mit beschränkter Haftung\" OR GmbH",
                "Общество с ограниченной ответственностью Волна | ООО",
            })
    void nameIsFoundInABody(String text, String query) {
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, "t", text), Harbour.document(2, "t", "nothing of it"))) {
            assertThat(Harbour.numbers(index, query)).containsExactly(1);
        }
    }

    @ParameterizedTest(name = "{1} is found in the title \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "Mohammed Hussein | محمد",
                "yusuf | يوسف",
                "zhukov_yuriy.pdf | Жуков",
                "王伟 | Wang",
                "Omar Khaled | خالد",
                "bob | Robert",
            })
    void nameIsFoundInATitle(String title, String query) {
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, title, "x"), Harbour.document(2, "t", "x"))) {
            assertThat(Harbour.numbers(index, query)).containsExactly(1);
        }
    }

    @ParameterizedTest(name = "{1} is not found in \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "подписал Александр Петров | \"Aleksandr\"",
                "Herr Mueller | \"Müller\"",
                "Herr Mueller | Müll*",
                "a wash and a watch | Vasch",
                "the party in march | Parti",
                "I will pay the bill | William",
                "the bill and a dick | Richard",
                "Mr Petrov | Pavlov",
                "Mahmoud signed | محمد",
                "合同由王伟签署 | wei",
                "Robert Quill | bob",
            })
    void whatIsMeantAsItStandsIsNot(String text, String query) {
        try (SearchIndex index = Harbour.holding(folder, Harbour.document(1, "t", text))) {
            assertThat(Harbour.numbers(index, query)).isEmpty();
        }
    }

    @Test
    void exclusionTakesOutOnlyWhatIsSpeltSo() {
        try (SearchIndex index = Harbour.holding(
                folder, Harbour.document(1, "t", "harbour Петров"), Harbour.document(2, "t", "harbour Petrov"))) {
            assertThat(Harbour.numbers(index, "harbour -Petrov")).containsExactly(1);
            assertThat(Harbour.numbers(index, "harbour -(-Petrov)")).containsExactly(2);
        }
    }

    @ParameterizedTest(name = "-{1} leaves out no \"{0}\"")
    @CsvSource(
            delimiter = '|',
            value = {
                "Quill Gesellschaft mit beschränkter Haftung | GmbH",
                "合同由王伟签署 | wangwei",
                "合同由王伟签署 | (Wang Wei)",
                "Bob Quill | Robert",
                "Herr Mueller | Müller",
                "توقيع محمد | Mohammed",
            })
    void nothingIsLeftOutForALikeness(String text, String excluded) {
        try (SearchIndex index = Harbour.holding(folder, Harbour.document(1, "t", text))) {
            assertThat(Harbour.numbers(index, "-" + excluded)).containsExactly(1);
            assertThat(Harbour.numbers(index, excluded)).containsExactly(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sale Wang Wei", "Wang Wei sale", "Wang Wei AND sale", "sale Wang Wei -china"})
    void chineseNameIsFoundAmongOtherWordsInAnyPlace(String query) {
        try (SearchIndex index =
                Harbour.holding(folder, Harbour.document(1, "t", "sale 合同由王伟签署"), Harbour.document(2, "t", "sale"))) {
            assertThat(Harbour.numbers(index, query)).containsExactly(1);
        }
    }

    @Test
    void punctuationAroundANameAsTypedDoesNotMatter() {
        try (SearchIndex index = Harbour.holding(folder, Harbour.document(1, "t", "подписал Петров"))) {
            assertThat(Harbour.numbers(index, "Petrov,")).containsExactly(1);
            assertThat(Harbour.numbers(index, "'Petrov'")).containsExactly(1);
        }
    }

    @Test
    void kindsAndTypesAreNoNames() {
        try (SearchIndex index = Harbour.holding(
                folder,
                Harbour.document(
                        1, Harbour.OPEN, "t", Body.of("x"), Attributes.none().typed("", "Company")))) {
            assertThat(Harbour.numbers(index, "type:company")).containsExactly(1);
            assertThat(Harbour.numbers(index, "type:Kompani")).isEmpty();
        }
    }

    @Test
    void nameFoundInAnotherScriptIsNoMisspelling() {
        try (SearchIndex index = Harbour.holding(
                folder, Harbour.document(1, "t", "подписал Александр"), Harbour.document(2, "t", "aleksandrs"))) {
            assertThat(index.corrected(Harbour.REACH, "Aleksandr")).isEmpty();
            assertThat(index.corrected(Harbour.REACH, "Aleksandrz")).contains("aleksandrs");
        }
    }

    @Test
    void spellingAsTypedComesFirst() {
        try (SearchIndex index = Harbour.holding(
                folder,
                Harbour.document(1, "t", "Petroff wrote"),
                Harbour.document(2, "t", "Petrov wrote"),
                Harbour.document(3, "t", "Петров wrote"))) {
            assertThat(Harbour.found(index, "Petrov").hits().getFirst().key())
                    .isEqualTo(Harbour.document(2, "t", "").key());
        }
    }

    @Test
    void markCoversTheNameAsItStands() {
        try (SearchIndex index = Harbour.holding(folder, Harbour.document(1, "t", "подписал Александр в мае"))) {
            Hit hit = Harbour.found(index, "Aleksandr").hits().getFirst();

            assertThat(Harbour.marked(hit.snippets().getFirst().runs())).isEqualTo("подписал [Александр] в мае");
        }
    }

    @ParameterizedTest(name = "{0} asks for {2} of {1}")
    @CsvSource({
        "Aleksandr, Александр Петров, александр",
        "Petroff, Александр Петров, петров",
        "Mueller, Müller Anna, muller",
        "محمد, Mohammed Quill, mohammed",
        "Robert, Bob Quill, bob",
        "wangwei, 王伟, 王伟",
        "\"\"\"Petroff\"\"\", Petrov, ''",
        "-Petroff, Petrov, ''"
    })
    void queryForAPersonIsKnownInAnotherSpelling(String query, String name, String asked) {
        Set<String> words = QueryNames.of(query).asked(name);

        assertThat(words).isEqualTo(Set.copyOf(asked.isEmpty() ? List.of() : Words.of(asked)));
    }
}
