package org.plumbline.identity.ways;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.kernel.Input;
import org.plumbline.kernel.Refusal;
import org.plumbline.kernel.Refused;

class PasswordRuleTest {
    private static final List<String> KNOWN = List.of("Mara Quill", "Harbour Inspectorate 7", "mara.q");

    private final PasswordRule rule = new PasswordRule();

    @ParameterizedTest
    @CsvSource({
        "eleven char,password-length",
        "'',field-missing",
        "'              ',field-missing",
        "xx-mara-quill-xx,password-names-you",
        "HarbourInspectorate7!,password-names-you",
        "my mara.q password,password-names-you",
        "Password1234,password-common",
        "correct horse battery staple,password-common",
        "abababababababab,password-common"
    })
    void whatIsGuessedFirstIsRefused(String password, String code) {
        assertThat(refused(password, password)).containsExactly("password " + code);
    }

    @Test
    void twoHundredCharactersAreTheMost() {
        String long200 = "wet quay ".repeat(23).substring(0, 200);

        assertThat(refused(long200, long200)).isEmpty();
        assertThat(refused(long200 + "x", long200 + "x")).containsExactly("password password-length");
    }

    @ParameterizedTest
    @ValueSource(strings = {"four grey herons", "zwölf nasse Möwen", "漁港漁港で待つ四羽の鷺たちよ", "nodigitsnosigns"})
    void lengthIsEnoughWithoutDigitsOrSigns(String password) {
        assertThat(refused(password, password)).isEmpty();
    }

    @Test
    void aSlipOfTheHandIsSeen() {
        assertThat(refused("four grey herons", "four gray herons")).containsExactly("again password-differs");
    }

    private List<String> refused(String password, String again) {
        var input = new Input();
        rule.check(input, password, again, KNOWN);
        Refused refused = catchThrowableOfType(Refused.class, input::check);
        return refused == null
                ? List.of()
                : refused.refusal().fields().stream()
                        .map((Refusal.Field f) -> f.name() + " " + f.code())
                        .toList();
    }
}
