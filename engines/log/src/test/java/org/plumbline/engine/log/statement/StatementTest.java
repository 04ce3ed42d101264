package org.plumbline.engine.log.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plumbline.engine.log.note.KeyType;
import org.plumbline.engine.log.note.SignerKey;
import org.plumbline.engine.log.refusal.Refused;

class StatementTest {
    private static final Instant GIVEN = Instant.parse("2031-03-01T09:30:00Z");
    private static final String FILES = digest("a", "content");

    @Test
    void statementSaysWhoGaveWhatOutAndWhen() throws Refused {
        SignerKey key = key();

        Statement read = Statement.read(Statement.sign(key, GIVEN, FILES));

        assertThat(read).isEqualTo(new Statement(key.verifier(), GIVEN, FILES));
    }

    @ParameterizedTest
    @CsvSource({
        "2031-03-01, 2031-03-02",
        "plumbline statement 1, plumbline statement 2",
        "given , taken ",
        "files , files 00",
        "files , other "
    })
    void alteredStatementIsRefused(String from, String to) throws Refused {
        String text = new String(Statement.sign(key(), GIVEN, FILES), StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Statement.read(text.replace(from, to).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void keyThatTheStatementNamesMustHaveSignedIt() throws Refused {
        String own = new String(Statement.sign(key(), GIVEN, FILES), StandardCharsets.UTF_8);
        String other = new String(Statement.sign(key(), GIVEN, FILES), StandardCharsets.UTF_8);
        String mixed = own.substring(0, own.indexOf("\n\n")) + other.substring(other.indexOf("\n\n"));

        assertThatThrownBy(() -> Statement.read(mixed.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(Refused.class);
    }

    @Test
    void filesDifferByNameOrderAndWhereOneEnds() {
        assertThat(new String[] {
                    digest("a", "bc", "d", "e"),
                    digest("ab", "c", "d", "e"),
                    digest("a", "bcd", "", "e"),
                    digest("d", "e", "a", "bc"),
                    digest("a", "bc")
                })
                .doesNotHaveDuplicates();
    }

    private static String digest(String... namesAndContents) {
        var digest = new FilesDigest();
        for (int i = 0; i < namesAndContents.length; i += 2) {
            digest.add(namesAndContents[i], namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        return digest.hex();
    }

    private static SignerKey key() throws Refused {
        return SignerKey.generate("office.example/organisation", KeyType.ED25519, new SecureRandom());
    }
}
