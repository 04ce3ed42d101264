package org.plumbline.engine.model.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ValuesTest {
    @TestFactory
    Stream<DynamicTest> everyVectorOfValuesHolds() {
        return Vectors.of("values.csv", ";")
                .map(vector -> DynamicTest.dynamicTest(
                        vector.name(),
                        () -> assertThat(outcome(PropertyType.named(vector.kind())
                                        .orElseThrow()
                                        .check(vector.raw())))
                                .isEqualTo(vector.outcome())));
    }

    @TestFactory
    Stream<DynamicTest> everyVectorOfIdentifiersHolds() {
        return Vectors.of("identifiers.csv", ",")
                .map(vector -> DynamicTest.dynamicTest(
                        vector.name(),
                        () -> assertThat(outcome(
                                        IdentifierFormat.valueOf(vector.kind()).check(vector.raw())))
                                .isEqualTo(vector.outcome())));
    }

    @Test
    void aValueThatIsBlankTooLongOrUnprintableIsInvalidForEveryType() {
        assertThat(PropertyType.values()).allSatisfy(type -> {
            assertThat(outcome(type.check("  "))).isEqualTo("empty");
            assertThat(outcome(type.check("a".repeat(type.maxLength() + 1)))).isEqualTo("too-long");
            assertThat(outcome(type.check("a\u0000b"))).isEqualTo("control-character");
            assertThat(outcome(type.check("a\u202eb"))).isEqualTo("control-character");
            assertThat(outcome(type.check("a\ud800"))).isEqualTo("control-character");
        });
    }

    @Test
    void textIsComposedAndKeepsItsLineBreaks() {
        assertThat(outcome(PropertyType.TEXT.check("u\u0308ber\nzwei"))).isEqualTo("\u00fcber\nzwei");
    }

    @Test
    void aTypeIsFoundByItsNameInTheModel() {
        assertThat(Arrays.stream(PropertyType.values()).map(PropertyType::ftm))
                .allSatisfy(name -> assertThat(PropertyType.named(name)).isPresent());
        assertThat(PropertyType.named("fingerprint")).isEmpty();
    }

    static String outcome(Checked checked) {
        return switch (checked) {
            case Checked.Valid valid -> valid.normal();
            case Checked.Invalid invalid -> invalid.code().code();
        };
    }
}
