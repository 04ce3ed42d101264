package org.plumbline.custody.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** The bench leaves the vault unsealed only where it asks for that. */
class UnsealedVaultTest {
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anotherWayOfSealingIsThereWhereTheBenchAsksForIt(boolean unsealed) {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("bench", Map.of("plumbline.bench.unsealed", unsealed)));
            context.register(UnsealedVault.class);
            context.refresh();

            assertThat(context.getBeansOfType(Segments.Seal.class)).hasSize(unsealed ? 1 : 0);
        }
    }
}
