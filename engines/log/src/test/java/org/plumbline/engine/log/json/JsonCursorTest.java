package org.plumbline.engine.log.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plumbline.engine.log.refusal.Refused;

class JsonCursorTest {
    @Test
    void aStringIsReadWithItsEscapesResolved() throws Refused {
        var cursor = new JsonCursor("\"quay\\u00e9 \\\"4\\\" \\\\ \\/ \\b\\t\\n\\f\\r\" x");

        assertThat(cursor.string()).isEqualTo("quay\u00e9 \"4\" \\ / \b\t\n\f\r");
        assertThat(cursor.all(" ")).isEqualTo(" ");
        assertThat(cursor.take()).isEqualTo('x');
        assertThat(cursor.isAtEnd()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "quay", "\"quay", "\"\\x\"", "\"\\u00g0\"", "\"\\u00", "\"\\u\uff11\uff11\uff11\uff11\""})
    void whatIsNoStringIsRefused(String text) {
        assertThatThrownBy(() -> new JsonCursor(text).string())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("at character ");
    }

    @Test
    void anotherCharacterIsRefusedAndStays() throws Refused {
        var cursor = new JsonCursor(":x");
        cursor.expect(':');

        assertThatThrownBy(() -> cursor.expect(':')).isInstanceOf(Refused.class).hasMessageContaining("at character 1");
        assertThat(cursor.peek()).isEqualTo('x');
        assertThat(cursor.at()).isEqualTo(1);
    }
}
