package org.plumbline.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EndedKeyTest {
    private static final Instant STOLEN = Instant.parse("2031-02-28T23:00:00Z");

    @TempDir
    private Path folder;

    private Path data;

    @BeforeEach
    void folders() throws IOException {
        data = Files.createDirectories(folder.resolve("data"));
    }

    @Test
    void endedKeyIsGoneAndWhatIsToldOfItStays() {
        KeyFolder keys = KeyFolder.usual(data);
        keys.of(KeyKind.WITNESS, () -> new KeyFolder.Key("secret", "public"));
        var told = new ArrayList<EndedKey>();

        keys.end(KeyKind.WITNESS.code(), Optional.of(STOLEN), "Lost\twith\n a laptop", told::add);

        assertThat(KeyFolder.file(data, KeyKind.WITNESS)).doesNotExist();
        assertThat(KeyFolder.usual(data).ended()).singleElement().satisfies(ended -> {
            assertThat(ended.kind()).isEqualTo("witness");
            assertThat(ended.publicPart()).isEqualTo("public");
            assertThat(ended.revokedSince()).contains(STOLEN);
            assertThat(ended.reason()).isEqualTo("Lost with a laptop");
            assertThat(ended.made()).isPresent();
        });
        assertThat(told).hasSize(1);
    }

    @Test
    void keyStaysWhenWhatComesBeforeFails() {
        KeyFolder keys = KeyFolder.usual(data);
        keys.of(KeyKind.TRAIL_LOG, () -> new KeyFolder.Key("secret", "public"));

        assertThatThrownBy(() -> keys.end(KeyKind.TRAIL_LOG.code(), Optional.empty(), "why", ended -> {
                    throw new IllegalStateException("no room");
                }))
                .hasMessage("no room");

        assertThat(keys.find(KeyKind.TRAIL_LOG)).isPresent();
        assertThat(keys.ended()).isEmpty();
    }

    @Test
    void keyThatIsNotThereEndsNothing() {
        assertThat(KeyFolder.usual(data).end(KeyKind.TIMESTAMPS.code(), Optional.empty(), "why", ended -> {}))
                .isEmpty();
    }

    @Test
    void masterKeyOfBeforeIsToldOf() {
        MasterKey before = MasterKeys.open(data, KeySource.USUAL).now();

        MasterChange.rotate(data, KeySource.USUAL, Clock.systemUTC());

        assertThat(KeyFolder.usual(data).ended())
                .extracting(EndedKey::kind, EndedKey::publicPart)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("master", before.fingerprint()));
    }

    @Test
    void damagedListIsNamed() throws IOException {
        KeyFolder keys = KeyFolder.usual(data);
        Files.createDirectories(data.resolve("keys"));
        Files.write(data.resolve("keys").resolve("ended"), List.of("nothing of the kind"));

        assertThatThrownBy(keys::ended).isInstanceOf(KeyRefused.class).hasMessageContaining("damaged");
    }
}
